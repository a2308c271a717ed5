package org.chainrule.network;

import org.chainrule.activation.Activation;
import org.chainrule.layer.Window;

/** A convolution; stride and padding may come next, then its activation. */
public final class Conv2dStep {
    private final NetworkSketch before;
    private final int filters;
    private final WindowSketch kernel;

    Conv2dStep(NetworkSketch before, int filters, WindowSketch kernel) {
        this.before = before;
        this.filters = filters;
        this.kernel = kernel;
    }

    /**
     * How far the kernel moves; 1 unless given.
     *
     * @param places at least 1
     * @return this step again
     */
    public Conv2dStep stride(int places) {
        return new Conv2dStep(before, filters, kernel.withStride(places));
    }

    /**
     * How many rows and columns of zeros are added on each side; 0 unless given.
     *
     * @param places at least 0
     * @return this step again
     */
    public Conv2dStep padding(int places) {
        return new Conv2dStep(before, filters, kernel.withPadding(places));
    }

    /**
     * Names the function of every unit.
     *
     * @param activation such as {@code relu()}; each unit for itself
     * @return the next step: the weights
     * @throws IllegalArgumentException if the kernel is larger than the image
     */
    public Conv2dWeightsStep activation(Activation activation) {
        Window window = kernel.over(ImageStep.image(before));
        var units = before.nextUnits(window.output(filters));
        var layer = new Conv2dSketch(window, Text.elementwise("activation()", activation), units, WeightChoice.NONE);
        return new Conv2dWeightsStep(before, layer);
    }
}
