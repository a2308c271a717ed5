package org.chainrule.network;

import org.chainrule.activation.Activation;
import org.chainrule.activation.Tanh;
import org.chainrule.layer.RecurrentOutput;
import org.chainrule.layer.Shape;
import org.chainrule.loss.Loss;
import org.chainrule.math.Seed;

/** A sequence; a layer that reads it step by step comes next, or the loss of every step. */
public sealed class SequenceStep permits SequenceWeightsStep {
    private final NetworkSketch sketch;

    SequenceStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    /**
     * Adds a simple recurrent layer with tanh.
     *
     * <pre>{@code network().inputs(sequence(5, 3)).simpleRnn(4).init(xavier(seed(1))).loss(halfSquaredError()).parameters().size(); // 32}</pre>
     *
     * @param units how many, at least 1
     * @return the next step: its weights
     */
    public RecurrentStep simpleRnn(int units) {
        return simpleRnn(units, new Tanh());
    }

    /**
     * Adds a simple recurrent layer: h_t = f(W·x_t + U·h_(t−1) + b).
     *
     * <pre>{@code network().inputs(sequence(5, 3)).simpleRnn(4, relu()).init(he(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param units how many, at least 1
     * @param activation f, such as {@code relu()}; each unit for itself
     * @return the next step: its weights
     */
    public RecurrentStep simpleRnn(int units, Activation activation) {
        return recurrent(units, RecurrentSketch.Cell.simple(Text.elementwise("simpleRnn()", activation)));
    }

    /**
     * Adds a long short-term memory: a cell state and gates that say what enters, stays and goes out.
     *
     * <pre>{@code
     * var net = network()
     *     .inputs(sequence(3, 1))
     *     .lstm(1)
     *         .weights(new double[][] {{0.3}, {0.5}, {0.5}, {0.5}})
     *         .recurrentWeights(new double[][] {{0.3}, {0.5}, {0.5}, {0.5}})
     *         .biases(0.1, 0.1, 0.1, 0.1)
     *     .loss(halfSquaredError());
     * net.forward(1, 2, 3).at("h1_1"); // 0.736986
     * }</pre>
     *
     * @param units how many, at least 1
     * @return the next step: its weights
     */
    public RecurrentStep lstm(int units) {
        return recurrent(units, RecurrentSketch.Cell.lstm());
    }

    private RecurrentStep recurrent(int units, RecurrentSketch.Cell cell) {
        Text.checkCount(cell.name() + "()", units, "unit");
        RecurrentOutput last = new RecurrentOutput(sketch.nextUnits(new Shape.Flat(units)), false);
        Shape.Sequence input = (Shape.Sequence) sketch.shape();
        return new RecurrentStep(
                sketch, new RecurrentSketch(cell, input, units, last, WeightChoice.NONE, RecurrentSketch.Start.ZEROS));
    }

    /**
     * Adds a fully connected layer that reads each step for itself, with the same weights at every step, and gives a sequence again; behind
     * {@code allSteps()} it is the output of every step.
     *
     * <pre>{@code
     * var net = network()
     *     .inputs(sequence(3, 1))
     *     .simpleRnn(2)
     *         .init(xavier(seed(1)))
     *         .allSteps()
     *     .layer(1).activation(identity())
     *         .init(xavier(seed(2)))
     *     .loss(meanSquaredError()); // one target for every step
     * }</pre>
     *
     * @param units how many at every step, at least 1; named h⟨layer⟩_⟨step⟩_⟨unit⟩
     * @return the next step: its activation
     */
    public SequenceLayerStep layer(int units) {
        Text.checkCount("layer()", units, "unit");
        Shape.Sequence input = (Shape.Sequence) sketch.shape();
        Shape.Sequence output = new Shape.Sequence(input.steps(), units);
        return new SequenceLayerStep(
                sketch, new TimeDistributedSketch(input, output, sketch.nextUnits(output), null, WeightChoice.NONE));
    }

    /**
     * Drops values at random while the network learns, and scales the others up by 1 / (1 − rate).
     *
     * @param rate the probability to be dropped, from 0 up to, not including, 1
     * @param seed as {@code seed(7)}; layers with the same seed draw different masks
     * @return the next step
     */
    public SequenceStep dropout(double rate, Seed seed) {
        return new SequenceStep(sketch.withDropout(rate, seed));
    }

    /**
     * Takes the sequence for a row of values, step after step.
     *
     * <pre>{@code network().inputs(sequence(5, 3)).flatten().layer(1).activation(identity()).init(he(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @return the next step
     */
    public FlatStep flatten() {
        return new FlatStep(sketch.flattened());
    }

    /**
     * Names the loss and ends the description: every step is a prediction with a target of its own, and counts as a sample in the
     * {@linkplain org.chainrule.loss.Reduction mean}. Behind {@link #flatten()} all steps are one sample.
     *
     * @param loss such as {@code categoricalCrossEntropy()}
     * @return the network; its targets are rows of one step after the other
     * @throws IllegalArgumentException if there is no layer, a layer has no weights or a value is not finite
     */
    public Network loss(Loss loss) {
        if (loss == null) {
            throw new IllegalArgumentException("loss() got null, but it needs one such as halfSquaredError().");
        }
        if (sketch.layers().isEmpty()) {
            throw new IllegalArgumentException(
                    "loss() came, but the network has no layers yet; add .layer(…), .simpleRnn(…) or .lstm(…).");
        }
        return NetworkAssembly.assemble(sketch, loss);
    }

    @Override
    public String toString() {
        String next = sketch.layers().isEmpty() ? "" : ", .loss(…)";
        return Text.unfinished(sketch, "a sequence ", ".lstm(…), .simpleRnn(…), .layer(…)" + next + " or .flatten()");
    }
}
