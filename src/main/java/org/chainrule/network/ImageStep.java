package org.chainrule.network;

import org.chainrule.layer.Extent;
import org.chainrule.layer.Normalization;
import org.chainrule.layer.Shape;
import org.chainrule.math.Seed;

/** An image of one or more channels; a layer that reads it comes next. */
public sealed class ImageStep permits Conv2dWeightsStep, PoolStep, ImageBatchNormStep {
    private final NetworkSketch sketch;

    ImageStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    NetworkSketch sketch() {
        return sketch;
    }

    /**
     * Adds a convolution with square kernels: each filter slides over all channels and makes a channel of its own.
     *
     * <pre>{@code
     * var net = network()
     *     .inputs(image(1, 3, 3))
     *     .conv2d(1, 2).activation(identity())
     *         .weights(new double[] {0.1, -0.2, 0.3, 0.4})
     *     .flatten()
     *     .loss(halfSquaredError());
     * net.forward(1, 2, 3, 4, 5, 6, 7, 8, 9).at("h1_1_1_1"); // 2.9
     * }</pre>
     *
     * @param filters how many, at least 1
     * @param kernel rows and columns of the kernel, at least 1
     * @return the next step: stride, padding, activation
     */
    public Conv2dStep conv2d(int filters, int kernel) {
        return conv2d(filters, kernel, kernel);
    }

    /**
     * Adds a convolution.
     *
     * <pre>{@code
     * network().inputs(image(1, 8, 8)).conv2d(4, 3, 1).activation(relu()).init(he(seed(1))).flatten().loss(halfSquaredError())
     *     .outputs().size(); // 192
     * }</pre>
     *
     * @param filters how many, at least 1
     * @param height rows of the kernel, at least 1
     * @param width columns of the kernel, at least 1
     * @return the next step: stride, padding, activation
     */
    public Conv2dStep conv2d(int filters, int height, int width) {
        Text.checkCount("conv2d()", filters, "filter");
        return new Conv2dStep(
                sketch(), filters, new WindowSketch("conv2d()", new Extent(height, width), Extent.square(1)));
    }

    /**
     * Adds max pooling with square windows: of every window only the largest value goes on.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).maxPool(2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).prediction().get(0, 0); // 6.0
     * }</pre>
     *
     * @param size rows and columns of the window; it moves by as many, unless a stride is given
     * @return the next step: stride, padding, or the next layer
     */
    public PoolStep maxPool(int size) {
        return maxPool(size, size);
    }

    /**
     * Adds max pooling: of every window only the largest value goes on.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).maxPool(1, 2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).prediction().get(0, 0); // 2.0
     * }</pre>
     *
     * @param height rows of the window; it moves down by as many, unless a stride is given
     * @param width columns of the window, likewise
     * @return the next step: stride, padding, or the next layer
     */
    public PoolStep maxPool(int height, int width) {
        return new PoolStep(sketch(), PoolStep.Kind.MAX, pooling("maxPool()", new Extent(height, width)));
    }

    /**
     * Adds average pooling with square windows: of every window the mean goes on; padding counts as zeros, unless it is
     * {@linkplain PoolStep#excludePadding() left out}.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).averagePool(2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).prediction().get(0, 0); // 3.0
     * }</pre>
     *
     * @param size rows and columns of the window; it moves by as many, unless a stride is given
     * @return the next step: stride, padding, or the next layer
     */
    public PoolStep averagePool(int size) {
        return averagePool(size, size);
    }

    /**
     * Adds average pooling: of every window the mean goes on; padding counts as zeros, unless it is
     * {@linkplain PoolStep#excludePadding() left out}.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).averagePool(1, 2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).prediction().get(0, 1); // 4.5
     * }</pre>
     *
     * @param height rows of the window; it moves down by as many, unless a stride is given
     * @param width columns of the window, likewise
     * @return the next step: stride, padding, or the next layer
     */
    public PoolStep averagePool(int height, int width) {
        return new PoolStep(sketch(), PoolStep.Kind.AVERAGE, pooling("averagePool()", new Extent(height, width)));
    }

    private static WindowSketch pooling(String call, Extent size) {
        return new WindowSketch(call, size, size);
    }

    /**
     * Normalises every channel over the batch and all its places, then scales by γ and shifts by β, which are learned.
     *
     * <pre>{@code network().inputs(image(2, 4, 4)).batchNorm().flatten().loss(halfSquaredError());}</pre>
     *
     * @return the next step
     */
    public ImageBatchNormStep batchNorm() {
        return batchNorm(Normalization.DEFAULT);
    }

    /**
     * Normalises every channel over the batch and all its places, in a way that is chosen.
     *
     * @param normalization such as {@code normalization().epsilon(1e-3)}
     * @return the next step
     */
    public ImageBatchNormStep batchNorm(Normalization normalization) {
        return new ImageBatchNormStep(sketch(), sketch().batchNorm(normalization));
    }

    /**
     * Drops values at random while the network learns, and scales the others up by 1 / (1 − rate).
     *
     * <pre>{@code network().inputs(image(2, 4, 4)).dropout(0.2, seed(1)).flatten().loss(halfSquaredError());}</pre>
     *
     * @param rate the probability to be dropped, from 0 up to, not including, 1
     * @param seed as {@code seed(7)}; layers with the same seed draw different masks
     * @return the next step
     */
    public ImageStep dropout(double rate, Seed seed) {
        return new ImageStep(sketch().withDropout(rate, seed));
    }

    /**
     * Takes the image for a row of values, channel after channel.
     *
     * <pre>{@code network().inputs(image(2, 4, 4)).flatten().layer(3).activation(softmax()).init(xavier(seed(1))).loss(categoricalCrossEntropy());}</pre>
     *
     * @return the next step
     */
    public FlatStep flatten() {
        return new FlatStep(sketch().flattened());
    }

    /** The image that the next layer reads. */
    static Shape.Image image(NetworkSketch sketch) {
        return (Shape.Image) sketch.shape();
    }

    @Override
    public String toString() {
        return Text.unfinished(sketch(), "an image ", ".conv2d(…), .maxPool(…) or .flatten()");
    }
}
