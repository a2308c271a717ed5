package org.chainrule.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.formula.Require;
import org.chainrule.initializer.Fans;
import org.chainrule.layer.Dense;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;
import org.chainrule.parameter.Weight;

/**
 * Turns the description of a fully connected layer into the layer: puts its named and drawn weights and biases into the store.
 *
 * @param sketch what was described
 * @param number of the layer, from 1
 * @param store where the parameters go
 */
record DenseAssembly(DenseSketch sketch, int number, BlockStore store) {
    Dense layer() {
        ParameterBlock weights = weights();
        Map<Bias, Integer> slots = new LinkedHashMap<>();
        int[] biasOfUnit = biasOfUnit(slots);
        Optional<ParameterBlock> biases = slots.isEmpty() ? Optional.empty() : Optional.of(biases(slots));
        return new Dense(sketch.units(), sketch.activation(), weights, biases, biasOfUnit);
    }

    private ParameterBlock weights() {
        int units = sketch.units().size();
        int inputs = sketch.sources().size();
        int count = Require.size("the weights of layer " + number, units, inputs);
        Names names = Names.grid("w" + number + "_", units, inputs);
        double[] start = sketch.weights()
                .initializer()
                .map(initializer -> initializer.draw(count, new Fans(inputs, units), number))
                .orElseGet(() -> new double[count]);
        BitSet frozen = new BitSet();
        if (!sketch.weights().given().isEmpty()
                || sketch.weights().initializer().isEmpty()) {
            List<String> chosen = new ArrayList<>(names.toList());
            for (int unit = 0; unit < units; unit++) {
                putGiven(unit, new Row(chosen, start, frozen, unit * inputs));
            }
            names = chosen.equals(names.toList()) ? names : Names.of(chosen);
        }
        return store.add(new ParameterBlock(Kind.WEIGHTS, store.size(), units, inputs, names, frozen), start);
    }

    /** Where the weights into one unit go. */
    private record Row(List<String> names, double[] values, BitSet frozen, int start) {
        void put(int input, Weight weight) {
            names.set(start + input, weight.name());
            values[start + input] = weight.value();
            frozen.set(start + input, weight.isFrozen());
        }
    }

    private void putGiven(int unit, Row row) {
        String name = sketch.units().get(unit);
        Weight[] given = sketch.weights().given().get(name);
        if (given != null) {
            for (int input = 0; input < given.length; input++) {
                row.put(input, given[input]);
            }
        } else if (sketch.weights().initializer().isEmpty()) {
            throw new IllegalArgumentException("loss() came, but the unit " + name + " has no weights yet: it reads "
                    + Text.count(sketch.sources().size(), "value") + " " + sketch.sources() + "; add .into(\"" + name
                    + "\", …), .weights(…) or .init(…) to its layer.");
        }
    }

    /** The bias slot of each unit; where weights are drawn, a unit without a bias gets one that starts at zero, unless none is wanted. */
    private int[] biasOfUnit(Map<Bias, Integer> slots) {
        int[] slotOfUnit = new int[sketch.units().size()];
        boolean drawsBiases =
                sketch.weights().initializer().isPresent() && sketch.weights().hasBiases();
        for (int unit = 0; unit < slotOfUnit.length; unit++) {
            Bias bias = sketch.biases().get(sketch.units().get(unit));
            if (bias == null && drawsBiases) {
                bias = new Bias("b" + number + "_" + (unit + 1), 0, false);
            }
            slotOfUnit[unit] = bias == null ? Dense.NO_BIAS : slots.computeIfAbsent(bias, b -> slots.size());
        }
        return slotOfUnit;
    }

    private ParameterBlock biases(Map<Bias, Integer> slots) {
        BitSet frozen = new BitSet();
        slots.forEach((bias, slot) -> frozen.set(slot, bias.isFrozen()));
        List<String> chosen = slots.keySet().stream().map(Bias::name).toList();
        Names generated = Names.numbered("b" + number + "_", slots.size());
        Names names = chosen.equals(generated.toList()) ? generated : Names.of(chosen);
        double[] start = slots.keySet().stream().mapToDouble(Bias::value).toArray();
        return store.add(new ParameterBlock(Kind.BIASES, store.size(), slots.size(), 1, names, frozen), start);
    }
}
