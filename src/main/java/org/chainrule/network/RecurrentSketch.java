package org.chainrule.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.chainrule.activation.Elementwise;
import org.chainrule.initializer.Fans;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Lstm;
import org.chainrule.layer.RecurrentOutput;
import org.chainrule.layer.Shape;
import org.chainrule.layer.SimpleRnn;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * A recurrent layer while it is being described.
 *
 * @param cell which kind it is
 * @param input the sequence it reads
 * @param size its width m: how many values h has
 * @param output the names of what goes out
 * @param choice where its weights and biases come from
 * @param start what it remembers before the first step
 */
record RecurrentSketch(
        Cell cell, Shape.Sequence input, int size, RecurrentOutput output, WeightChoice choice, Start start)
        implements LayerSketch {
    /**
     * What is remembered before the first step: zeros if neither is given.
     *
     * @param state h_0, empty if not given
     * @param memory c_0, empty if not given
     */
    record Start(double[] state, double[] memory) {
        static final Start ZEROS = new Start(new double[0], new double[0]);

        boolean isGiven() {
            return state.length + memory.length > 0;
        }
    }

    /**
     * What happens in each step.
     *
     * @param name as the DSL calls it
     * @param gates the letters of its gates; one empty letter for a layer without gates
     * @param function the activation of a layer without gates, null for others
     */
    record Cell(String name, List<String> gates, Elementwise function) {
        static Cell simple(Elementwise function) {
            return new Cell("simpleRnn", List.of(""), function);
        }

        static Cell lstm() {
            return new Cell("lstm", Lstm.GATES, null);
        }
    }

    RecurrentSketch with(WeightChoice other) {
        return new RecurrentSketch(cell, input, size, output, other, start);
    }

    RecurrentSketch with(RecurrentOutput other) {
        return new RecurrentSketch(cell, input, size, other, choice, start);
    }

    RecurrentSketch with(Start other) {
        return new RecurrentSketch(cell, input, size, output, choice, other);
    }

    /** How many sums each step has: one per unit and gate. */
    int rows() {
        return cell.gates().size() * size;
    }

    @Override
    public Names units() {
        return output.units();
    }

    @Override
    public Shape shape() {
        return output.allSteps() ? new Shape.Sequence(input.steps(), size) : new Shape.Flat(size);
    }

    @Override
    public Optional<String> missing() {
        return choice.missingOfRecurrent();
    }

    @Override
    public Layer build(int number, BlockStore store) {
        List<ParameterBlock> blocks = new ArrayList<>();
        String layer = cell.name() + " layer " + number;
        int features = input.features();
        double[] weights = choice.start(draw(features, number), layer);
        blocks.add(store.add(Kind.WEIGHTS, rows(), names("w", number, features), weights));
        // its own random numbers, so that U does not repeat W
        double[] recurrent = choice.recurrentStart(draw(size, -number), layer);
        blocks.add(store.add(Kind.WEIGHTS, rows(), names("u", number, size), recurrent));
        double[] biases = choice.biasStart(rows());
        if (biases.length > 0) {
            Names names = perGate(gate -> Names.numbered("b" + letter(gate) + number + "_", size));
            blocks.add(store.add(Kind.BIASES, rows(), names, biases));
        }
        if (start.isGiven()) {
            blocks.add(state(store, "h" + number, start.state()));
        }
        if (start.isGiven() && cell.function() == null) {
            blocks.add(state(store, "c" + number, start.memory()));
        }
        return cell.function() == null
                ? new Lstm(output, input, blocks)
                : new SimpleRnn(output, input, cell.function(), blocks);
    }

    private ParameterBlock state(BlockStore store, String name, double... values) {
        return store.add(Kind.STATES, size, Names.numbered(name + "_0_", size), Arrays.copyOf(values, size));
    }

    private WeightChoice.Draw draw(int inputs, int stream) {
        return WeightChoice.Draw.of(rows(), inputs, new Fans(inputs, size), stream);
    }

    private Names names(String matrix, int number, int inputs) {
        return perGate(gate -> Names.grid(matrix + letter(gate) + number + "_", size, inputs));
    }

    private String letter(int gate) {
        return cell.gates().get(gate);
    }

    private Names perGate(IntFunction<Names> names) {
        List<Names> parts = new ArrayList<>();
        for (int gate = 0; gate < cell.gates().size(); gate++) {
            parts.add(names.apply(gate));
        }
        return Names.joined(parts);
    }
}
