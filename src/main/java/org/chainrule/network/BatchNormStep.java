package org.chainrule.network;

import org.chainrule.activation.Activation;

/** A batch normalisation of a row of values; an activation of its own may come next, or the next layer or the loss. */
public final class BatchNormStep extends FlatStep {
    private final NetworkSketch before;
    private final BatchNormSketch layer;

    BatchNormStep(NetworkSketch before, BatchNormSketch layer) {
        super(before.withLayer(layer));
        this.before = before;
        this.layer = layer;
    }

    /**
     * Names the function of every unit, so that the values are normalised before the activation and not after it. The layer before
     * then has {@code activation(identity())}.
     *
     * @param activation such as {@code relu()}
     * @return this step again
     */
    public BatchNormStep activation(Activation activation) {
        return new BatchNormStep(before, layer.with(Text.activation("activation()", activation)));
    }
}
