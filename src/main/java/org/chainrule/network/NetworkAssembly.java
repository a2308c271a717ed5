package org.chainrule.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.chainrule.initializer.Fans;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.loss.Loss;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;
import org.chainrule.parameter.Weight;

/** Turns a description into a network: puts the named and the drawn weights and biases into the one array of parameters. */
final class NetworkAssembly {
    private final List<Layer> layers = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private Names sources;
    private int size;

    private NetworkAssembly(Names inputs) {
        this.sources = inputs;
    }

    static Network assemble(NetworkSketch sketch, Loss loss) {
        NetworkAssembly assembly = new NetworkAssembly(sketch.inputs());
        sketch.layers().forEach(assembly::add);
        double[] parameters =
                assembly.values.stream().flatMapToDouble(DoubleStream::of).toArray();
        return new Network(sketch.inputs(), assembly.layers, loss, parameters);
    }

    private void add(LayerSketch layer) {
        int number = layers.size() + 1;
        ParameterBlock weights = weights(layer, number);
        Map<Bias, Integer> slots = new LinkedHashMap<>();
        int[] biasOfUnit = biasOfUnit(layer, number, slots);
        Optional<ParameterBlock> biases = slots.isEmpty() ? Optional.empty() : Optional.of(biases(slots, number));
        layers.add(new Dense(layer.units(), layer.activation(), weights, biases, biasOfUnit));
        sources = layer.units();
    }

    private ParameterBlock weights(LayerSketch layer, int number) {
        int units = layer.units().size();
        int inputs = sources.size();
        Names names = Names.grid("w" + number + "_", units, inputs);
        double[] start = layer.weights()
                .initializer()
                .map(initializer -> initializer.draw(units * inputs, new Fans(inputs, units), number))
                .orElseGet(() -> new double[units * inputs]);
        BitSet frozen = new BitSet();
        if (!layer.weights().given().isEmpty() || layer.weights().initializer().isEmpty()) {
            List<String> chosen = new ArrayList<>(names.toList());
            for (int unit = 0; unit < units; unit++) {
                putGiven(layer, unit, new Row(chosen, start, frozen, unit * inputs));
            }
            names = chosen.equals(names.toList()) ? names : Names.of(chosen);
        }
        return block(new ParameterBlock(Kind.WEIGHTS, size, units, inputs, names, frozen), start);
    }

    /** Where the weights into one unit go. */
    private record Row(List<String> names, double[] values, BitSet frozen, int start) {
        void put(int input, Weight weight) {
            names.set(start + input, weight.name());
            values[start + input] = weight.value();
            frozen.set(start + input, weight.isFrozen());
        }
    }

    private void putGiven(LayerSketch layer, int unit, Row row) {
        String name = layer.units().get(unit);
        Weight[] given = layer.weights().given().get(name);
        if (given != null) {
            for (int input = 0; input < given.length; input++) {
                row.put(input, given[input]);
            }
        } else if (layer.weights().initializer().isEmpty()) {
            throw new IllegalArgumentException("loss() came, but the unit " + name + " has no weights yet: it reads "
                    + Text.count(sources.size(), "value") + " " + sources + "; add .into(\"" + name
                    + "\", …), .weights(…) or .init(…) to its layer.");
        }
    }

    /** The bias slot of each unit; where weights are drawn, a unit without a bias gets one that starts at zero. */
    private static int[] biasOfUnit(LayerSketch layer, int number, Map<Bias, Integer> slots) {
        int[] slotOfUnit = new int[layer.units().size()];
        for (int unit = 0; unit < slotOfUnit.length; unit++) {
            Bias bias = layer.biases().get(layer.units().get(unit));
            if (bias == null && layer.weights().initializer().isPresent()) {
                bias = new Bias("b" + number + "_" + (unit + 1), 0, false);
            }
            slotOfUnit[unit] = bias == null ? Dense.NO_BIAS : slots.computeIfAbsent(bias, b -> slots.size());
        }
        return slotOfUnit;
    }

    private ParameterBlock biases(Map<Bias, Integer> slots, int number) {
        BitSet frozen = new BitSet();
        slots.forEach((bias, slot) -> frozen.set(slot, bias.isFrozen()));
        List<String> chosen = slots.keySet().stream().map(Bias::name).toList();
        Names generated = Names.numbered("b" + number + "_", slots.size());
        Names names = chosen.equals(generated.toList()) ? generated : Names.of(chosen);
        double[] start = slots.keySet().stream().mapToDouble(Bias::value).toArray();
        return block(new ParameterBlock(Kind.BIASES, size, slots.size(), 1, names, frozen), start);
    }

    private ParameterBlock block(ParameterBlock block, double[] start) {
        values.add(start);
        size = block.end();
        return block;
    }
}
