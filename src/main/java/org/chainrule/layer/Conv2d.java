package org.chainrule.layer;

import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.activation.CustomActivation;
import org.chainrule.activation.InPlace;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * A convolution of images: each filter slides over all channels and makes one channel of the output.
 *
 * <pre>
 * forward    z_f,r,c = Σ_k,i,j w_f,k,i,j · x_k,(r·s + i − p),(c·s + j − p) + b_f     output = f(z)
 * backward   δ = dC/d output · f′(z)
 *            dC/dw_f,k,i,j = Σ_samples,r,c δ_f,r,c · x_k,(r·s + i − p),(c·s + j − p)   dC/db_f = Σ_samples,r,c δ_f,r,c
 *            dC/d x_k,a,b = Σ w_f,k,i,j · δ_f,r,c over all f, i, j, r, c with r·s + i − p = a and c·s + j − p = b
 * </pre>
 *
 * <p>The kernel is not flipped, so "convolution" means cross-correlation, as on the slides and in every framework. With stride 1 the
 * backward rules read: dC/dw is the cross-correlation of X with δ, dC/dX the full cross-correlation of δ with the kernel
 * rotated by 180°.
 *
 * <p>Shapes: input samples × (channels·H·W), weights filters × (channels·height·width), output samples × (filters·rows·columns);
 * stride s, padding p, see {@link Window}. Source: slides "Deep Learning: Optimization", forward and backward pass of a CNN.
 */
public final class Conv2d implements Layer {
    private final Names units;
    private final Window window;
    private final Activation activation;
    private final List<ParameterBlock> blocks;
    private final ParameterBlock weights;
    private final Optional<ParameterBlock> biases;
    private final Shape.Image output;

    /**
     * A layer over its blocks of parameters.
     *
     * @param window the size of the kernel, and how it slides
     * @param activation the function of every unit, elementwise
     * @param units the names of the outputs, filter after filter
     * @param blocks weights, filters × (channels·height·width), then one bias per filter if there are any
     */
    public Conv2d(Window window, Activation activation, Names units, List<ParameterBlock> blocks) {
        this.units = units;
        this.window = window;
        this.activation = activation;
        this.blocks = List.copyOf(blocks);
        this.weights = blocks.get(0);
        this.biases = blocks.stream().skip(1).findFirst();
        this.output = window.output(weights.rows());
    }

    @Override
    public Names units() {
        return units;
    }

    @Override
    public Shape.Image inputShape() {
        return window.image();
    }

    @Override
    public Shape.Image outputShape() {
        return output;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    /**
     * How the kernel slides.
     *
     * @return its size, stride and padding
     */
    public Window window() {
        return window;
    }

    @Override
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    @Override
    public boolean goesBySample() {
        return true;
    }

    /** A layer of a student's own function stays on one thread, for who knows what the function does. */
    @Override
    public boolean takesSamplesApart() {
        return !(activation instanceof CustomActivation);
    }

    /** Each weight is used at every place of the output. */
    @Override
    public long multiplications() {
        return (long) weights.size() * output.height() * output.width();
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return part(new LayerBuffers(samples, input, units.size()), 0, samples);
    }

    @Override
    public LayerBuffers newTrainingBuffers(int samples, double[] input) {
        return part(new LayerBuffers(samples, input, units.size(), !(activation instanceof InPlace)), 0, samples);
    }

    @Override
    public LayerBuffers part(LayerBuffers whole, int from, int to) {
        return SlidingBuffers.suit(this)
                ? new SlidingBuffers(this, whole, from, to)
                : new Patches(this, whole, from, to);
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        ((Conv2dBuffers) buffers).forward(parameters);
        buffers.activate(activation);
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        buffers.activateBackward(activation);
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        ((Conv2dBuffers) buffers).gradients(gradients);
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        ((Conv2dBuffers) buffers).inputGradient(parameters, inputGradient);
    }

    /** One row per filter: all taps of its kernel, channel after channel. */
    ParameterBlock weights() {
        return weights;
    }

    /** One per filter, if there are any. */
    Optional<ParameterBlock> biases() {
        return biases;
    }

    @Override
    public String toString() {
        return "conv2d " + inputShape() + " → " + outputShape() + ", kernel " + window + ", " + activation;
    }
}
