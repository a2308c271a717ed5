package org.chainrule.network;

import org.chainrule.activation.Activation;

/** A fully connected layer for every step of a sequence; its activation comes next. */
public final class SequenceLayerStep {
    private final NetworkSketch before;
    private final TimeDistributedSketch layer;

    SequenceLayerStep(NetworkSketch before, TimeDistributedSketch layer) {
        this.before = before;
        this.layer = layer;
    }

    /**
     * Names the function that every unit of the layer applies to its sum.
     *
     * @param activation such as {@code identity()}; {@code softmax()} is taken over the units of each step
     * @return the next step: the weights
     */
    public SequenceWeightsStep activation(Activation activation) {
        return new SequenceWeightsStep(before, layer.with(Text.activation("activation()", activation)));
    }

    /** What is still to be said. */
    @Override
    public String toString() {
        return Text.unfinished(
                "up to a layer of " + Text.count(layer.size(), "unit") + " at every step", ".activation(…)");
    }
}
