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
     * <pre>{@code
     * network().inputs(image(1, 8, 8)).conv2d(4, 2).stride(2).activation(relu()).init(he(seed(1))).flatten().loss(halfSquaredError())
     *     .outputs().size(); // 64
     * }</pre>
     *
     * @param places down and across, at least 1
     * @return this step again
     */
    public Conv2dStep stride(int places) {
        return stride(places, places);
    }

    /**
     * How far the kernel moves; 1 unless given.
     *
     * @param rows down, at least 1
     * @param columns across, at least 1
     * @return this step again
     */
    public Conv2dStep stride(int rows, int columns) {
        return new Conv2dStep(before, filters, kernel.withStride(rows, columns));
    }

    /**
     * How many rows and columns of zeros are added on each side; 0 unless given.
     *
     * <pre>{@code
     * network().inputs(image(1, 8, 8)).conv2d(4, 3).padding(1).activation(relu()).init(he(seed(1))).flatten().loss(halfSquaredError())
     *     .outputs().size(); // 256
     * }</pre>
     *
     * @param places above, below, left and right, at least 0
     * @return this step again
     */
    public Conv2dStep padding(int places) {
        return padding(places, places);
    }

    /**
     * How many rows and columns of zeros are added on each side; 0 unless given.
     *
     * @param rows above and below, at least 0
     * @param columns left and right, at least 0
     * @return this step again
     */
    public Conv2dStep padding(int rows, int columns) {
        return new Conv2dStep(before, filters, kernel.withPadding(rows, columns));
    }

    /**
     * As many zeros around as are needed for an output of ⌈rows / stride⌉ × ⌈columns / stride⌉: as large as the image for stride 1. What
     * is odd is added below and on the right, as in Keras.
     *
     * <pre>{@code
     * network().inputs(image(1, 7, 7)).conv2d(1, 4).samePadding().activation(relu()).init(he(seed(1))).flatten().loss(halfSquaredError())
     *     .outputs().size(); // 49
     * }</pre>
     *
     * @return this step again
     */
    public Conv2dStep samePadding() {
        return new Conv2dStep(before, filters, kernel.withSamePadding());
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

    @Override
    public String toString() {
        return Text.unfinished(
                "up to a convolution of " + Text.count(filters, "filter") + " of " + kernel.size(), ".activation(…)");
    }
}
