package org.chainrule.network;

import org.chainrule.initializer.Initializer;

/** A maxout layer; its weights and biases come next, then the next layer or the loss. */
public final class MaxoutStep extends FlatStep {
    private final NetworkSketch before;
    private final MaxoutSketch layer;

    MaxoutStep(NetworkSketch before, MaxoutSketch layer) {
        super(before.withLayer(layer));
        this.before = before;
        this.layer = layer;
    }

    /**
     * Draws the weights; biases start at zero unless they are given.
     *
     * @param initializer such as {@code he(seed(1))}
     * @return this step again
     */
    public MaxoutStep init(Initializer initializer) {
        return with(layer.choice().with(initializer, "maxout"));
    }

    /**
     * The weights, named w⟨layer⟩_⟨unit⟩_⟨piece⟩_⟨input⟩.
     *
     * @param rows one row per piece, the pieces of the first unit first; one column per input
     * @return this step again
     */
    public MaxoutStep weights(double[]... rows) {
        new RowsNeeded("weights()", layer.rows(), "pieces", layer.inputs()).check(rows);
        return with(layer.choice().withWeights(rows));
    }

    /**
     * The biases, named b⟨layer⟩_⟨unit⟩_⟨piece⟩.
     *
     * @param values one per piece, the pieces of the first unit first
     * @return this step again
     */
    public MaxoutStep biases(double... values) {
        new RowsNeeded("biases()", layer.rows(), "pieces", 1).check(values);
        return with(layer.choice().withBiases(values));
    }

    private MaxoutStep with(WeightChoice choice) {
        return new MaxoutStep(before, layer.with(choice));
    }
}
