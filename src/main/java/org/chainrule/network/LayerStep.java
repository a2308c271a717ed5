package org.chainrule.network;

import org.chainrule.activation.Activation;

/** A layer whose units are named; its activation comes next. */
public final class LayerStep {
    private final NetworkSketch sketch;

    LayerStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    /**
     * Names the function that every unit of the layer applies to its sum.
     *
     * @param activation such as {@code sigmoid()}
     * @return the next step: the weights
     */
    public WeightsStep activation(Activation activation) {
        if (activation == null) {
            throw new IllegalArgumentException("activation() got null for the layer "
                    + sketch.last().units() + ", but it needs one such as sigmoid() or identity().");
        }
        return new WeightsStep(sketch.withLast(sketch.last().withActivation(activation)));
    }
}
