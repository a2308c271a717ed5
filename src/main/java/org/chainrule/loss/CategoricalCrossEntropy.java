package org.chainrule.loss;

import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Range;
import org.chainrule.activation.Softmax;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.formula.Sum;

/**
 * Cross-entropy of class probabilities and one-hot targets: −Σ_c Ya_c ln Yp_c per sample, by default the mean over samples.
 *
 * <p>Derivative −Ya / Yp; behind a softmax δ = S · Yp − Ya with S = Σ_c Ya_c, which is the slides' y − d for S = 1.
 *
 * <p>Source: slides "Training of neural networks: basics", output deltas, and "Training a NNet", cost functions.
 *
 * @param reduction how the terms are added up
 */
public record CategoricalCrossEntropy(Reduction reduction) implements ElementwiseLoss {
    @Override
    public String name() {
        return "categorical cross-entropy";
    }

    @Override
    public CategoricalCrossEntropy with(Reduction other) {
        return new CategoricalCrossEntropy(other);
    }

    /** A sample is of one class, so that all its outputs together are one term. */
    @Override
    public CategoricalCrossEntropy mean() {
        return with(Reduction.MEAN_OVER_SAMPLES);
    }

    @Override
    public double term(double predicted, double target) {
        return target == 0 ? 0 : -target * Math.log(predicted);
    }

    @Override
    public double derivative(double predicted, double target) {
        return target == 0 ? 0 : -target / predicted;
    }

    @Override
    public Formula formula(Formula predicted, Formula target) {
        return target.times(new Function("ln", predicted, Math::log)).negated();
    }

    @Override
    public Formula derivativeFormula(Formula predicted, Formula target) {
        return target.over(predicted).negated();
    }

    @Override
    public Optional<String> complaint(double target, int outputs) {
        return target >= 0 && target <= 1 ? Optional.empty() : Optional.of("targets from 0 to 1");
    }

    @Override
    public Range predictions() {
        return Range.open(0, 1);
    }

    @Override
    public boolean fusesWith(Activation output) {
        return output instanceof Softmax;
    }

    /** With Yp = softmax(z): Σ_c Ya_c · (ln Σ_k e^(z_k) − z_c), finite for every z. */
    @Override
    public double fusedValue(double[] z, double[] predicted, double[] target, int samples) {
        int outputs = z.length / samples;
        double sum = 0;
        for (int row = 0; row < z.length; row += outputs) {
            double denominator = Softmax.logSumExp(z, predicted, row, outputs);
            for (int i = row; i < row + outputs; i++) {
                sum += target[i] * (denominator - z[i]);
            }
        }
        return sum * reduction.factor(samples, outputs);
    }

    @Override
    public void fusedDelta(double[] predicted, double[] target, int samples, double[] delta) {
        int outputs = predicted.length / samples;
        double factor = reduction.factor(samples, outputs);
        for (int row = 0; row < predicted.length; row += outputs) {
            double mass = 0;
            for (int i = row; i < row + outputs; i++) {
                mass += target[i];
            }
            for (int i = row; i < row + outputs; i++) {
                delta[i] = factor * (mass * predicted[i] - target[i]);
            }
        }
    }

    /** Yp − Ya for targets that add up to 1, as one-hot rows do. */
    @Override
    public Formula fusedDeltaFormula(Sample sample, int output) {
        Formula mass = new Sum(sample.target());
        Formula predicted = sample.predicted().get(output);
        Formula weighted = mass.value() == 1 ? predicted : mass.times(predicted);
        return weighted.minus(sample.target().get(output));
    }

    @Override
    public String toString() {
        return name() + " (" + reduction + ")";
    }
}
