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
    private final LayerBuffers whole;
    private final double[] input;
    private final double[] preActivation;
    private final double[] output;
    private final double[] outputGradient;
    private final double[] delta;
    private final Activation.Batch batch;
    private final int width;
    private final MatrixProduct product = Kernels.fastest().product();
    private MatrixProduct secondProduct;
    private final int from;
    private final int to;
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
     * Buffers of a layer; without an activation, or with one that works in place, z and the output are one array, and so are δ and the
     * output gradient.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @param units columns of the arrays made here
     * @param activates whether these are different arrays
     */
    LayerBuffers(int samples, double[] input, int units, boolean activates) {
        this(samples, input, new Width(units, units), activates);
    }

    /**
     * Buffers of a layer with an activation that is taken over each step of a sequence apart.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @param output the sequence that goes out
     */
    LayerBuffers(int samples, double[] input, Shape.Sequence output) {
        this(samples, input, new Width(output.size(), output.features()), true);
    }

    /** Columns of the arrays; so many of them an activation takes together. */
    private record Width(int columns, int units) {}

    private LayerBuffers(int samples, double[] input, Width width, boolean activates) {
        int size = samples * width.columns();
        this.samples = samples;
        this.whole = this;
        this.input = input;
        this.output = new double[size];
        this.outputGradient = new double[size];
        this.preActivation = activates ? new double[size] : output;
        this.delta = activates ? new double[size] : outputGradient;
        this.batch = new Activation.Batch(preActivation, output, outputGradient, delta, width.units());
        this.width = width.columns();
        this.from = 0;
        this.to = samples;
        this.end = samples;
    }

    /**
     * Buffers for some of the samples: the same arrays, with scratch space of their own.
     *
     * @param whole the buffers for all samples
     * @param from the first sample, from 0
     * @param to the sample after the last
     */
    LayerBuffers(LayerBuffers whole, int from, int to) {
        this.samples = whole.samples;
        this.whole = whole.whole;
        this.input = whole.input;
        this.output = whole.output;
        this.outputGradient = whole.outputGradient;
        this.preActivation = whole.preActivation;
        this.delta = whole.delta;
        this.batch = whole.batch;
        this.width = whole.width;
        this.from = from;
        this.to = to;
        this.first = from;
        this.end = to;
    }

    /** The next forward pass is one of use. */
    public void useForInference() {
        whole.training = false;
    }

    /**
     * The next forward pass is one of learning.
     *
     * @param update its number, from 1
     */
    public void useForTraining(long update) {
        whole.training = true;
        whole.iteration = update;
    }

    /**
     * Whether this pass is one of learning.
     *
     * @return false in inference
     */
    public boolean isTraining() {
        return whole.training;
    }

    /**
     * Which update this pass learns for.
     *
     * @return its number, from 1; without meaning in inference
     */
    public long iteration() {
        return whole.iteration;
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
     * The number of rows of every array.
     *
     * @return samples in the batch
     */
    public int samples() {
        return samples;
    }

    /**
     * Lets the rules of a layer that {@linkplain Layer#goesBySample() goes by sample} work on some of the samples these buffers are
     * for; on all of them, if nothing is said.
     *
     * @param firstSample from 0
     * @param endSample the sample after the last
     */
    public void work(int firstSample, int endSample) {
        first = firstSample;
        end = endSample;
    }

    /**
     * The first of the samples that these buffers are for.
     *
     * @return from 0
     */
    public int from() {
        return from;
    }

    /**
     * The end of the samples that these buffers are for.
     *
     * @return the sample after the last
     */
    public int to() {
        return to;
    }

    /** Whether those at work are the first of the samples that these buffers are for. */
    final boolean isAtFirst() {
        return first == from;
    }

    /** Whether those at work are the last of the samples that these buffers are for. */
    final boolean isAtLast() {
        return end == to;
    }

    /** The first sample at work. */
    final int first() {
        return first;
    }

    /** The sample after the last at work. */
    final int end() {
        return end;
    }

    /** How many samples are at work. */
    final int atWork() {
        return end - first;
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

    /** Forward rule of an activation that looks at each unit for itself, for some of the units of all samples. */
    final void activate(Activation activation, int firstUnit, int endUnit) {
        for (int row = 0; row < samples * width; row += width) {
            activation.apply(batch, row + firstUnit, row + endUnit);
        }
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
