package org.chainrule.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.loss.Loss;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.Weight;

/** Turns a description into a network: puts the named weights and biases into the one array of parameters. */
final class NetworkAssembly {
    private final NetworkSketch sketch;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private NetworkAssembly(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    static Network assemble(NetworkSketch sketch, Loss loss) {
        NetworkAssembly assembly = new NetworkAssembly(sketch);
        sketch.layers().forEach(assembly::add);
        double[] parameters =
                assembly.values.stream().mapToDouble(Double::doubleValue).toArray();
        return new Network(sketch.inputs(), assembly.layers, loss, parameters);
    }

    private void add(LayerSketch layer) {
        List<Weight> weights = new ArrayList<>();
        for (String unit : layer.units().toList()) {
            weights.addAll(List.of(weightsInto(layer, unit)));
        }
        int inputs = weights.size() / layer.units().size();
        ParameterBlock weightBlock = block(weights, layer.units().size(), inputs);
        List<Bias> slots = layer.biases().values().stream().distinct().toList();
        Optional<ParameterBlock> biasBlock = slots.isEmpty() ? Optional.empty() : Optional.of(block(slots));
        layers.add(new Dense(layer.units(), layer.activation(), weightBlock, biasBlock, biasOfUnit(layer, slots)));
    }

    private Weight[] weightsInto(LayerSketch layer, String unit) {
        Weight[] weights = layer.weights().get(unit);
        if (weights == null) {
            int number = sketch.layers().indexOf(layer);
            Names sources = number == 0
                    ? sketch.inputs()
                    : sketch.layers().get(number - 1).units();
            throw new IllegalArgumentException("loss() came, but the unit " + unit + " has no weights yet: it reads "
                    + Text.count(sources.size(), "value") + " " + sources + "; add .into(\"" + unit
                    + "\", …) or .weights(…) to its layer.");
        }
        return weights;
    }

    private static int[] biasOfUnit(LayerSketch layer, List<Bias> slots) {
        return layer.units().toList().stream()
                .mapToInt(unit -> layer.biases().containsKey(unit)
                        ? slots.indexOf(layer.biases().get(unit))
                        : Dense.NO_BIAS)
                .toArray();
    }

    private ParameterBlock block(List<Weight> weights, int units, int inputs) {
        BitSet frozen = new BitSet();
        List<String> names = new ArrayList<>();
        int offset = values.size();
        for (Weight weight : weights) {
            frozen.set(names.size(), weight.isFrozen());
            names.add(weight.name());
            values.add(weight.value());
        }
        return new ParameterBlock(ParameterBlock.Kind.WEIGHTS, offset, units, inputs, Names.of(names), frozen);
    }

    private ParameterBlock block(List<Bias> biases) {
        BitSet frozen = new BitSet();
        List<String> names = new ArrayList<>();
        int offset = values.size();
        for (Bias bias : biases) {
            frozen.set(names.size(), bias.isFrozen());
            names.add(bias.name());
            values.add(bias.value());
        }
        return new ParameterBlock(ParameterBlock.Kind.BIASES, offset, biases.size(), 1, Names.of(names), frozen);
    }
}
