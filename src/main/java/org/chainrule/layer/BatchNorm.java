package org.chainrule.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.activation.Activation;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * Batch normalisation: each unit gets mean 0 and variance 1 over the batch, then a scale γ and a shift β that are learned.
 *
 * <pre>
 * training   μ = 1/m · Σ x     σ² = 1/m · Σ (x − μ)²     x̂ = (x − μ) / s     s = √(σ² + ε)
 *            z = γ·x̂ + β       output = f(z)
 *            running ← momentum · running + (1 − momentum) · batch, for μ and σ²
 * inference  the same with the running μ and σ²
 * backward   δ = dC/d output · f′(z)     dC/dγ = Σ δ·x̂     dC/dβ = Σ δ
 *            training   dC/dx = γ/s · (δ − mean(δ) − x̂ · mean(δ·x̂))
 *            inference  dC/dx = γ/s · δ
 * </pre>
 *
 * <p>The sums run over the m samples of the batch, unit by unit; of an image over the samples and all places of a channel. (The
 * slide says "m = number of neurons", which would be layer normalisation.) With the slide's s = σ + ε the last term becomes
 * x̂ · s/σ · mean(δ·x̂). A batch of one sample has σ = 0: its z is β, and no gradient passes.
 *
 * <p>Without an activation of its own (the usual case: f = identity) it stands behind the activation of the layer before, as on the
 * slides "Deep Learning: Optimization"; with one it normalises before the activation, as on "Training DNN Models".
 *
 * <p>Shapes: input and output samples × (channels·places), γ, β, μ and σ² one per channel. Sources: S. Ioffe, C. Szegedy, "Batch
 * normalization" (2015), algorithms 1 and 2; slides "Deep Learning: Optimization", batch normalization.
 */
public final class BatchNorm implements Layer {
    private final Shape shape;
    private final Names units;
    private final Normalization normalization;
    private final Activation activation;
    private final ParameterBlock scales;
    private final ParameterBlock shifts;
    private final ParameterBlock statistics;
    private final int channels;
    private final int places;

    /**
     * What a batch normalisation does.
     *
     * @param normalization how it divides and remembers
     * @param activation f, what it applies to γ·x̂ + β
     */
    public record Rule(Normalization normalization, Activation activation) {}

    /**
     * A layer over its blocks of parameters.
     *
     * @param shape of what comes in and goes out
     * @param units the names of the outputs
     * @param rule how it divides, remembers and activates
     * @param blocks γ and β, one per channel, and the statistics: a row of μ, a row of σ²
     */
    public BatchNorm(Shape shape, Names units, Rule rule, List<ParameterBlock> blocks) {
        this.shape = shape;
        this.units = units;
        this.normalization = rule.normalization();
        this.activation = rule.activation();
        this.scales = blocks.get(0);
        this.shifts = blocks.get(1);
        this.statistics = blocks.get(2);
        this.channels = scales.size();
        this.places = shape.size() / channels;
    }

    @Override
    public Names units() {
        return units;
    }

    @Override
    public Shape inputShape() {
        return shape;
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    /**
     * How it divides and remembers.
     *
     * @return ε, its place and the momentum
     */
    public Normalization normalization() {
        return normalization;
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(scales, shifts, statistics);
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Moments(samples, input);
    }

    /** μ, σ² and x̂ of the last forward pass. */
    private final class Moments extends LayerBuffers {
        private final double[] mean = new double[channels];
        private final double[] variance = new double[channels];
        private final double[] normalized;

        Moments(int samples, double[] input) {
            super(samples, input, units.size(), activates());
            normalized = new double[input.length];
        }

        int count() {
            return samples() * places;
        }

        /** Where the places of a channel start for a sample. */
        int start(int sample, int channel) {
            return (sample * channels + channel) * places;
        }

        @Override
        public Map<String, Matrix> forwardDetails() {
            Map<String, Matrix> details = new LinkedHashMap<>();
            details.put("mean", Matrix.ofRowMajor(1, mean));
            details.put("variance", Matrix.ofRowMajor(1, variance));
            details.put("normalized", Matrix.ofRowMajor(samples(), normalized));
            return details;
        }
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Moments own = (Moments) buffers;
        for (int channel = 0; channel < channels; channel++) {
            if (own.isTraining()) {
                measure(own, channel);
            } else {
                own.mean[channel] = parameters[meanIndex(channel)];
                own.variance[channel] = parameters[varianceIndex(channel)];
            }
            normalize(parameters, own, channel);
        }
        if (activates()) {
            own.activate(activation);
        }
    }

    private boolean activates() {
        return activation != NO_ACTIVATION;
    }

    private void measure(Moments own, int channel) {
        double[] x = own.input();
        double sum = 0;
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = own.start(sample, channel);
            for (int i = start; i < start + places; i++) {
                sum += x[i];
            }
        }
        double mean = sum / own.count();
        double squares = 0;
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = own.start(sample, channel);
            for (int i = start; i < start + places; i++) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
        }
        own.mean[channel] = mean;
        own.variance[channel] = squares / own.count();
    }

    /** The running statistics of every channel. */
    @Override
    public void remember(double[] parameters, LayerBuffers buffers) {
        Moments own = (Moments) buffers;
        double momentum = normalization.momentum();
        for (int channel = 0; channel < channels; channel++) {
            int mean = meanIndex(channel);
            int variance = varianceIndex(channel);
            parameters[mean] = momentum * parameters[mean] + (1 - momentum) * own.mean[channel];
            double remembered = normalization.remembered(own.variance[channel], own.count());
            parameters[variance] = momentum * parameters[variance] + (1 - momentum) * remembered;
        }
    }

    private void normalize(double[] parameters, Moments own, int channel) {
        double divisor = normalization.divisor(own.variance[channel]);
        double gamma = parameters[scales.offset() + channel];
        double beta = parameters[shifts.offset() + channel];
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = own.start(sample, channel);
            for (int i = start; i < start + places; i++) {
                own.normalized[i] = (own.input()[i] - own.mean[channel]) / divisor;
                own.preActivation()[i] = gamma * own.normalized[i] + beta;
            }
        }
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        if (activates()) {
            buffers.activateBackward(activation);
        }
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        Moments own = (Moments) buffers;
        for (int channel = 0; channel < channels; channel++) {
            double toScale = 0;
            double toShift = 0;
            for (int sample = 0; sample < own.samples(); sample++) {
                int start = own.start(sample, channel);
                for (int i = start; i < start + places; i++) {
                    toScale += own.delta()[i] * own.normalized[i];
                    toShift += own.delta()[i];
                }
            }
            gradients[scales.offset() + channel] = toScale;
            gradients[shifts.offset() + channel] = toShift;
        }
        statistics.clear(gradients);
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        Moments own = (Moments) buffers;
        for (int channel = 0; channel < channels; channel++) {
            double factor = parameters[scales.offset() + channel] / normalization.divisor(own.variance[channel]);
            if (own.isTraining()) {
                throughTheBatch(own, channel, factor, inputGradient);
            } else {
                scale(own, channel, factor, inputGradient);
            }
        }
    }

    private void scale(Moments own, int channel, double factor, double[] inputGradient) {
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = own.start(sample, channel);
            for (int i = start; i < start + places; i++) {
                inputGradient[i] = factor * own.delta()[i];
            }
        }
    }

    private void throughTheBatch(Moments own, int channel, double factor, double[] inputGradient) {
        double mean = 0;
        double slope = 0;
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = own.start(sample, channel);
            for (int i = start; i < start + places; i++) {
                mean += own.delta()[i] / own.count();
                slope += own.delta()[i] * own.normalized[i] / own.count();
            }
        }
        slope *= normalization.slopeFactor(own.variance[channel]);
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = own.start(sample, channel);
            for (int i = start; i < start + places; i++) {
                inputGradient[i] = factor * (own.delta()[i] - mean - own.normalized[i] * slope);
            }
        }
    }

    private int meanIndex(int channel) {
        return statistics.offset() + channel;
    }

    private int varianceIndex(int channel) {
        return statistics.offset() + channels + channel;
    }

    @Override
    public String toString() {
        return "batch normalisation " + shape + ", " + normalization + (activates() ? ", " + activation : "");
    }
}
