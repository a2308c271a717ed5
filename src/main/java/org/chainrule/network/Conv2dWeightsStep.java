package org.chainrule.network;

import org.chainrule.initializer.Initializer;

/** A convolution that has its activation; weights and biases come next, then the next layer. */
public final class Conv2dWeightsStep extends ImageStep {
    private final NetworkSketch before;
    private final Conv2dSketch layer;

    Conv2dWeightsStep(NetworkSketch before, Conv2dSketch layer) {
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
    public Conv2dWeightsStep init(Initializer initializer) {
        return with(layer.choice().with(initializer, "conv2d"));
    }

    /**
     * The weights, named w⟨layer⟩_⟨filter⟩_⟨channel⟩_⟨row⟩_⟨column⟩.
     *
     * @param filters one array per filter: channel after channel, row after row
     * @return this step again
     */
    public Conv2dWeightsStep weights(double[]... filters) {
        new RowsNeeded("weights()", layer.filters(), "filters", layer.inputs()).check(filters);
        return with(layer.choice().withWeights(filters));
    }

    /**
     * The biases, named b⟨layer⟩_⟨filter⟩.
     *
     * @param values one per filter
     * @return this step again
     */
    public Conv2dWeightsStep biases(double... values) {
        new RowsNeeded("biases()", layer.filters(), "filters", 1).check(values);
        return with(layer.choice().withBiases(values));
    }

    private Conv2dWeightsStep with(WeightChoice choice) {
        return new Conv2dWeightsStep(before, layer.with(choice));
    }
}
