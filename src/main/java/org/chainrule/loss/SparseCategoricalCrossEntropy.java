package org.chainrule.loss;

import java.util.Arrays;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Range;
import org.chainrule.activation.Softmax;
import org.chainrule.formula.Formula;

/**
 * Cross-entropy of class probabilities and labels 0, 1, …: −ln Yp_label per sample, by default the mean over samples.
 *
 * <p>The same numbers as {@link CategoricalCrossEntropy} with the labels as one-hot rows, without the rows.
 *
 * <p>Source: slides "Training a NNet", sparse categorical cross entropy.
 *
 * @param reduction how the terms are added up
 */
public record SparseCategoricalCrossEntropy(Reduction reduction) implements Loss {
    @Override
    public String name() {
        return "sparse categorical cross-entropy";
    }

    @Override
    public SparseCategoricalCrossEntropy with(Reduction other) {
        return new SparseCategoricalCrossEntropy(other);
    }

    /** A sample is of one class, so that all its outputs together are one term. */
    @Override
    public SparseCategoricalCrossEntropy mean() {
        return with(Reduction.MEAN_OVER_SAMPLES);
    }

    @Override
    public int targetColumns(int outputs) {
        return 1;
    }

    @Override
    public double value(double[] predicted, double[] target, int samples) {
        int outputs = predicted.length / samples;
        double sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            sum -= Math.log(predicted[sample * outputs + (int) target[sample]]);
        }
        return sum * reduction.factor(samples, outputs);
    }

    @Override
    public void gradient(double[] predicted, double[] target, int samples, double[] gradient) {
        int outputs = predicted.length / samples;
        double factor = reduction.factor(samples, outputs);
        Arrays.fill(gradient, 0);
        for (int sample = 0; sample < samples; sample++) {
            int at = sample * outputs + (int) target[sample];
            gradient[at] = -factor / predicted[at];
        }
    }

    /** A label as a one-hot row: 1 for the output it names. */
    @Override
    public double target(double[] row, int output) {
        return row[0] == output ? 1 : 0;
    }

    @Override
    public Formula formula(Sample sample) {
        return oneHot().formula(sample);
    }

    @Override
    public Formula derivativeFormula(Sample sample, int output) {
        return oneHot().derivativeFormula(sample, output);
    }

    @Override
    public Formula fusedDeltaFormula(Sample sample, int output) {
        return oneHot().fusedDeltaFormula(sample, output);
    }

    private CategoricalCrossEntropy oneHot() {
        return new CategoricalCrossEntropy(reduction);
    }

    @Override
    public Optional<String> complaint(double target, int outputs) {
        boolean label = target == Math.rint(target) && target >= 0 && target < outputs;
        return label ? Optional.empty() : Optional.of("labels from 0 to " + (outputs - 1));
    }

    @Override
    public Range predictions() {
        return Range.open(0, 1);
    }

    @Override
    public boolean fusesWith(Activation output) {
        return output instanceof Softmax;
    }

    /** With Yp = softmax(z): ln Σ_k e^(z_k) − z_label, finite for every z. */
    @Override
    public double fusedValue(double[] z, double[] predicted, double[] target, int samples) {
        int outputs = z.length / samples;
        double sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            int row = sample * outputs;
            sum += Softmax.logSumExp(z, predicted, row, outputs) - z[row + (int) target[sample]];
        }
        return sum * reduction.factor(samples, outputs);
    }

    @Override
    public void fusedDelta(double[] predicted, double[] target, int samples, double[] delta) {
        int outputs = predicted.length / samples;
        double factor = reduction.factor(samples, outputs);
        for (int i = 0; i < predicted.length; i++) {
            delta[i] = factor * predicted[i];
        }
        for (int sample = 0; sample < samples; sample++) {
            delta[sample * outputs + (int) target[sample]] -= factor;
        }
    }

    @Override
    public String toString() {
        return name() + " (" + reduction + ")";
    }
}
