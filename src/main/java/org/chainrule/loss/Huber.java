package org.chainrule.loss;

import org.chainrule.formula.Cases;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.formula.Numbers;

/**
 * Huber's loss: squared near the target, linear far from it, so that an outlier pulls with a bounded force.
 *
 * <p>With e = Yp − Ya: term ½e² for |e| ≤ d, d(|e| − ½d) otherwise; derivative e, clipped to [−d, d]. By default divided by
 * the number of terms.
 *
 * @param threshold d, positive and finite
 * @param reduction how the terms are added up
 */
public record Huber(double threshold, Reduction reduction) implements ElementwiseLoss {
    /** The usual threshold: {@value}. */
    public static final double DEFAULT_THRESHOLD = 1;

    public Huber {
        if (!(threshold > 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException(
                    "huber() got threshold " + threshold + ", but it needs a positive, finite number.");
        }
    }

    @Override
    public String name() {
        return "Huber loss";
    }

    @Override
    public Huber with(Reduction other) {
        return new Huber(threshold, other);
    }

    @Override
    public double term(double predicted, double target) {
        double size = Math.abs(predicted - target);
        return size <= threshold ? 0.5 * size * size : threshold * (size - 0.5 * threshold);
    }

    @Override
    public double derivative(double predicted, double target) {
        return Math.min(Math.max(predicted - target, -threshold), threshold);
    }

    @Override
    public Formula formula(Formula predicted, Formula target) {
        Formula size = size(predicted, target);
        Formula half = Formula.number(1).over(Formula.number(2));
        Formula d = Formula.number(threshold);
        return new Cases(size.minus(d), d.times(size.minus(half.times(d))), half.times(size.power(Formula.number(2))));
    }

    @Override
    public Formula derivativeFormula(Formula predicted, Formula target) {
        Formula error = predicted.minus(target);
        Formula clipped = new Constant(threshold).times(new Function("sign", error, Math::signum));
        return new Cases(size(predicted, target).minus(Formula.number(threshold)), clipped, error);
    }

    private static Formula size(Formula predicted, Formula target) {
        return new Function("abs", predicted.minus(target), Math::abs);
    }

    @Override
    public String toString() {
        return name() + " (threshold " + Numbers.given(threshold) + ", " + reduction + ")";
    }
}
