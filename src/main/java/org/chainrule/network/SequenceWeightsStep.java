package org.chainrule.network;

import org.chainrule.initializer.Initializer;

/** A fully connected layer for every step that has its activation; weights and biases come next, then the next layer or the loss. */
public final class SequenceWeightsStep extends SequenceStep {
    private final NetworkSketch before;
    private final TimeDistributedSketch layer;

    SequenceWeightsStep(NetworkSketch before, TimeDistributedSketch layer) {
        super(before.withLayer(layer));
        this.before = before;
        this.layer = layer;
    }

    /**
     * Draws the weights; biases start at zero unless they are given.
     *
     * @param initializer such as {@code xavier(seed(1))}
     * @return this step again
     */
    public SequenceWeightsStep init(Initializer initializer) {
        return with(layer.choice().with(initializer, "dense"));
    }

    /**
     * The weights, the same at every step, named w⟨layer⟩_⟨unit⟩_⟨input⟩.
     *
     * @param rows one row per unit, one column per feature of a step
     * @return this step again
     */
    public SequenceWeightsStep weights(double[]... rows) {
        new RowsNeeded("weights()", layer.size(), "units", layer.inputs()).check(rows);
        return with(layer.choice().withWeights(rows));
    }

    /**
     * The biases, the same at every step, named b⟨layer⟩_⟨unit⟩.
     *
     * @param values one per unit
     * @return this step again
     */
    public SequenceWeightsStep biases(double... values) {
        new RowsNeeded("biases()", layer.size(), "units", 1).check(values);
        return with(layer.choice().withBiases(values));
    }

    private SequenceWeightsStep with(WeightChoice choice) {
        return new SequenceWeightsStep(before, layer.with(choice));
    }
}
