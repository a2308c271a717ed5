package org.chainrule.layer;

import java.util.Map;
import org.chainrule.activation.Activation;
import org.chainrule.math.Half;
import org.chainrule.math.Kernels;
import org.chainrule.math.Matrix;
import org.chainrule.math.MatrixProduct;

/**
 * The arrays one layer reads and writes while a batch goes through it, row-major, samples × units.
 *
 * <p>Allocated once and reused: the training loop runs on these, and the immutable records of a single step copy them. A
 * layer that remembers more between forward and backward (a mask, the winners, the gates) has buffers of its own that
 * extend these.
 */
public class LayerBuffers {
    private final int samples;
    private final double[] input;
    private final double[] preActivation;
    private final double[] output;
    private final double[] outputGradient;
    private final double[] delta;
    private final Activation.Batch batch;
    private final int width;
    private final MatrixProduct product = Kernels.fastest().product();
    private MatrixProduct secondProduct;
    private int first;
    private int end;
    private boolean training;
    private long iteration;

    /**
     * Buffers of a layer with an activation.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @param units columns of the arrays made here
     */
    public LayerBuffers(int samples, double[] input, int units) {
        this(samples, input, units, true);
    }

    /**
     * Buffers of a layer; without an activation z is the output and δ the output gradient, the same arrays.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @param units columns of the arrays made here
     * @param activates whether the layer applies an activation
     */
    LayerBuffers(int samples, double[] input, int units, boolean activates) {
        this.samples = samples;
        this.input = input;
        this.output = new double[samples * units];
        this.outputGradient = new double[samples * units];
        this.preActivation = activates ? new double[samples * units] : output;
        this.delta = activates ? new double[samples * units] : outputGradient;
        this.batch = new Activation.Batch(preActivation, output, outputGradient, delta, units);
        this.width = units;
        this.end = samples;
    }

    /**
     * Buffers of a layer with an activation that is taken over each step of a sequence apart.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @param output the sequence that goes out
     */
    LayerBuffers(int samples, double[] input, Shape.Sequence output) {
        this.samples = samples;
        this.input = input;
        this.width = output.size();
        this.output = new double[samples * width];
        this.outputGradient = new double[samples * width];
        this.preActivation = new double[samples * width];
        this.delta = new double[samples * width];
        this.batch = new Activation.Batch(preActivation, this.output, outputGradient, delta, output.features());
        this.end = samples;
    }

    /** The next forward pass is one of use. */
    public void useForInference() {
        training = false;
    }

    /**
     * The next forward pass is one of learning.
     *
     * @param update its number, from 1
     */
    public void useForTraining(long update) {
        training = true;
        iteration = update;
    }

    /**
     * Whether this pass is one of learning.
     *
     * @return false in inference
     */
    public boolean isTraining() {
        return training;
    }

    /**
     * Which update this pass learns for.
     *
     * @return its number, from 1; without meaning in inference
     */
    public long iteration() {
        return iteration;
    }

    /**
     * What the layer remembers of the forward pass besides z and output.
     *
     * @return copies by name, such as {@code mask}; often none
     */
    public Map<String, Matrix> forwardDetails() {
        return Map.of();
    }

    /**
     * What the layer remembers of the backward pass besides δ and the output gradient.
     *
     * @return copies by name; often none
     */
    public Map<String, Matrix> backwardDetails() {
        return Map.of();
    }

    /**
     * The number of rows.
     *
     * @return samples in the batch
     */
    public int samples() {
        return samples;
    }

    /**
     * Lets the rules of a layer that {@linkplain Layer#goesBySample() goes by sample} work on some of the samples; on all of them,
     * if nothing is said.
     *
     * @param firstSample from 0
     * @param endSample the sample after the last
     */
    public void work(int firstSample, int endSample) {
        first = firstSample;
        end = endSample;
    }

    /** The first sample at work. */
    final int first() {
        return first;
    }

    /** The sample after the last at work. */
    final int end() {
        return end;
    }

    /**
     * What comes in.
     *
     * @return samples × inputs, the array itself
     */
    public double[] input() {
        return input;
    }

    /**
     * z of every unit.
     *
     * @return samples × units, the array itself
     */
    public double[] preActivation() {
        return preActivation;
    }

    /**
     * f(z) of every unit.
     *
     * @return samples × units, the array itself
     */
    public double[] output() {
        return output;
    }

    /**
     * dC / d output of every unit.
     *
     * @return samples × units, the array itself
     */
    public double[] outputGradient() {
        return outputGradient;
    }

    /**
     * δ = dC / dz of every unit.
     *
     * @return samples × units, the array itself
     */
    public double[] delta() {
        return delta;
    }

    /** Forward rule of an activation, for the samples at work. */
    final void activate(Activation activation) {
        activation.apply(batch, first * width, end * width);
    }

    /** Backward rule of an activation, for the samples at work. */
    final void activateBackward(Activation activation) {
        activation.backward(batch, first * width, end * width);
    }

    /**
     * What the layer multiplies matrices with.
     *
     * @return a product with its own scratch space
     */
    public MatrixProduct product() {
        return product;
    }

    /** What one of two threads multiplies with. */
    MatrixProduct product(Half half) {
        if (half == Half.FIRST) {
            return product;
        }
        if (secondProduct == null) {
            secondProduct = Kernels.fastest().product();
        }
        return secondProduct;
    }
}
