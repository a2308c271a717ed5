package org.chainrule.network;

import org.chainrule.activation.Activation;
import org.chainrule.activation.Tanh;
import org.chainrule.layer.RecurrentOutput;
import org.chainrule.layer.Shape;
import org.chainrule.math.Seed;

/** A sequence; a layer that reads it step by step comes next. */
public final class SequenceStep {
    private final NetworkSketch sketch;

    SequenceStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    /**
     * Adds a simple recurrent layer with tanh.
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
        return new RecurrentStep(sketch, new RecurrentSketch(cell, input, units, last, WeightChoice.NONE));
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
     * @return the next step
     */
    public FlatStep flatten() {
        return new FlatStep(sketch.flattened());
    }

    @Override
    public String toString() {
        return Text.unfinished(sketch, "a sequence ", ".lstm(…), .simpleRnn(…) or .flatten()");
    }
}
