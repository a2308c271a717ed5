package org.chainrule.layer;

import org.chainrule.math.Convolution;
import org.chainrule.math.Kernels;
import org.chainrule.math.Planes;

/**
 * A convolution with stride 1 that slides over the samples where they are: nothing is copied but what needs a frame of padding. The
 * gradient by the input is a convolution too, of δ in a frame with the rotated kernel.
 */
final class SlidingBuffers extends Conv2dBuffers {
    /** So many columns need the input and the output to fill a vector of any processor; in narrower ones patches are faster. */
    private static final int WIDE = 8;

    private final Framed images;
    private final Framed deltas;
    private final Convolution convolution;
    private final Convolution back;

    SlidingBuffers(Conv2d layer, LayerBuffers whole, int from, int to) {
        super(layer, whole, from, to);
        Extent size = layer.window().size();
        images = new Framed(planes(layer.inputShape()), layer.window().padding());
        deltas = new Framed(planes(layer.outputShape()), backPadding(layer.window()));
        int filters = layer.outputShape().channels();
        convolution = Kernels.fastest().convolution(images.planes(), new Planes(filters, size.rows(), size.columns()));
        int channels = layer.inputShape().channels();
        back = Kernels.fastest().convolution(deltas.planes(), new Planes(channels, size.rows(), size.columns()));
    }

    private static Planes planes(Shape.Image image) {
        return new Planes(image.channels(), image.height(), image.width());
    }

    /** With that much padding the kernel stands at every value of the input. */
    private static Padding backPadding(Window window) {
        Padding padding = window.padding();
        return new Padding(left(window.size(), padding.before()), left(window.size(), padding.after()));
    }

    private static Extent left(Extent kernel, Extent padding) {
        return new Extent(kernel.rows() - 1 - padding.rows(), kernel.columns() - 1 - padding.columns());
    }

    /** Whether the layer's images and strides are made for this way. */
    static boolean suit(Conv2d layer) {
        return layer.window().stride().equals(Extent.square(1))
                && backPadding(layer.window()).before().isAtLeast(0)
                && backPadding(layer.window()).after().isAtLeast(0)
                && layer.inputShape().width() >= WIDE
                && layer.outputShape().width() >= WIDE;
    }

    @Override
    void forward(double[] parameters) {
        convolution.kernel(parameters, layer.weights().offset());
        layer.biases().ifPresent(block -> convolution.startFrom(parameters, block.offset()));
        for (int sample = first(); sample < end(); sample++) {
            images.show(convolution, input(), sample);
            convolution.into(preActivation(), sample * layer.units().size());
        }
    }

    @Override
    void gradients(double[] gradients) {
        if (isAtFirst()) {
            convolution.clearGradients();
        }
        for (int sample = first(); sample < end(); sample++) {
            images.show(convolution, input(), sample);
            convolution.addGradients(delta(), sample * layer.units().size());
        }
        if (isAtLast()) {
            convolution.kernelGradient(gradients, layer.weights().offset());
            layer.biases().ifPresent(block -> convolution.startGradient(gradients, block.offset()));
        }
    }

    @Override
    void inputGradient(double[] parameters, double[] inputGradient) {
        back.rotatedKernel(parameters, layer.weights().offset());
        for (int sample = first(); sample < end(); sample++) {
            deltas.show(back, delta(), sample);
            back.into(inputGradient, sample * layer.inputs());
        }
    }
}
