package org.chainrule.loss;

import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Range;
import org.chainrule.activation.Sigmoid;
import org.chainrule.activation.Softplus;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;

/**
 * Binary cross-entropy of a probability Yp and a target Ya in [0, 1], one per output: −(Ya ln Yp + (1 − Ya) ln(1 − Yp)).
 *
 * <p>Derivative (Yp − Ya) / (Yp(1 − Yp)); behind a sigmoid δ = Yp − Ya. Both terms are needed: the slides' −Ya ln Yp alone is 0
 * for every sample of class 0. By default divided by the number of terms.
 *
 * @param reduction how the terms are added up
 */
public record BinaryCrossEntropy(Reduction reduction) implements ElementwiseLoss {
    private static final Softplus SOFTPLUS = new Softplus();

    @Override
    public String name() {
        return "binary cross-entropy";
    }

    @Override
    public BinaryCrossEntropy with(Reduction other) {
        return new BinaryCrossEntropy(other);
    }

    @Override
    public double term(double predicted, double target) {
        return -(weighted(target, predicted) + weighted(1 - target, 1 - predicted));
    }

    /** w · ln p, which is 0 for w = 0 whatever p is. */
    private static double weighted(double weight, double probability) {
        return weight == 0 ? 0 : weight * Math.log(probability);
    }

    @Override
    public double derivative(double predicted, double target) {
        boolean certain = predicted == 0 || predicted == 1;
        return certain && predicted == target
                ? 1 - 2 * predicted // the limit of 0/0
                : (predicted - target) / (predicted * (1 - predicted));
    }

    @Override
    public Formula formula(Formula predicted, Formula target) {
        Formula one = Formula.number(1);
        return target.times(ln(predicted))
                .plus(one.minus(target).times(ln(one.minus(predicted))))
                .negated();
    }

    private static Formula ln(Formula argument) {
        return new Function("ln", argument, Math::log);
    }

    @Override
    public Formula derivativeFormula(Formula predicted, Formula target) {
        return predicted.minus(target).over(predicted.times(Formula.number(1).minus(predicted)));
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
        return output instanceof Sigmoid;
    }

    /** With Yp = sigmoid(z): softplus(z) − Ya · z, finite for every z. */
    @Override
    public double fusedValue(double[] z, double[] predicted, double[] target, int samples) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += SOFTPLUS.value(z[i]) - target[i] * z[i];
        }
        return sum * reduction.factor(samples, z.length / samples);
    }

    @Override
    public void fusedDelta(double[] predicted, double[] target, int samples, double[] delta) {
        double factor = reduction.factor(samples, predicted.length / samples);
        for (int i = 0; i < predicted.length; i++) {
            delta[i] = factor * (predicted[i] - target[i]);
        }
    }

    @Override
    public Formula fusedDeltaFormula(Sample sample, int output) {
        return sample.predicted().get(output).minus(sample.target().get(output));
    }

    @Override
    public String toString() {
        return name() + " (" + reduction + ")";
    }
}
