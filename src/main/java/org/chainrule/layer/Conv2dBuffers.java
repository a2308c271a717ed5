package org.chainrule.layer;

/** The buffers of a convolution, with one way to compute the sums that {@link Conv2d} states. */
abstract class Conv2dBuffers extends LayerBuffers {
    final Conv2d layer;

    Conv2dBuffers(Conv2d layer, LayerBuffers whole, int from, int to) {
        super(whole, from, to);
        this.layer = layer;
    }

    /** Fills {@code preActivation}: z = w ⋆ x + b. */
    abstract void forward(double[] parameters);

    /** Writes dC/dw and dC/db from {@code delta}. */
    abstract void gradients(double[] gradients);

    /** Writes dC/dx from {@code delta}. */
    abstract void inputGradient(double[] parameters, double[] inputGradient);
}
