package org.chainrule.network;

import org.chainrule.activation.Activation;

/** A layer whose units are named; its activation comes next. */
public final class LayerStep {
    private final NetworkSketch before;
    private final DenseSketch layer;

    LayerStep(NetworkSketch before, DenseSketch layer) {
        this.before = before;
        this.layer = layer;
    }

    /**
     * Names the function that every unit of the layer applies to its sum.
     *
     * <pre>{@code
     * var net = network().inputs(1).layer(1).activation(tanh()).weights(new double[] {1}).biases(0).loss(halfSquaredError());
     * net.forward(1).prediction().get(0, 0); // 0.7616
     * }</pre>
     *
     * @param activation such as {@code sigmoid()}
     * @return the next step: the weights
     */
    public WeightsStep activation(Activation activation) {
        if (activation == null) {
            throw new IllegalArgumentException("activation() got null for the layer " + layer.units()
                    + ", but it needs one such as sigmoid() or identity().");
        }
        return new WeightsStep(before, layer.withActivation(activation));
    }

    /** What is still to be said. */
    @Override
    public String toString() {
        return Text.unfinished("up to the layer " + layer.units(), ".activation(…)");
    }
}
