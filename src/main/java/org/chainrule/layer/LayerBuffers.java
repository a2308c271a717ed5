package org.chainrule.layer;

import org.chainrule.activation.Activation;

/**
 * The arrays one layer reads and writes while a batch goes through it, row-major, samples × units.
 *
 * <p>Allocated once and reused: the training loop runs on these, and the immutable records of a single step copy them.
 */
public final class LayerBuffers {
    private final int samples;
    private final double[] input;
    private final double[] preActivation;
    private final double[] output;
    private final double[] outputGradient;
    private final double[] delta;
    private final Activation.Batch batch;

    /**
     * Buffers of one layer.
     *
     * @param samples rows of every array
     * @param input the outputs of the layer before, shared with it
     * @param units columns of the arrays made here
     */
    public LayerBuffers(int samples, double[] input, int units) {
        this.samples = samples;
        this.input = input;
        this.preActivation = new double[samples * units];
        this.output = new double[samples * units];
        this.outputGradient = new double[samples * units];
        this.delta = new double[samples * units];
        this.batch = new Activation.Batch(preActivation, output, outputGradient);
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

    /**
     * What an activation needs for its backward rule.
     *
     * @return pre-activations, outputs and output gradients, the arrays themselves
     */
    public Activation.Batch batch() {
        return batch;
    }
}
