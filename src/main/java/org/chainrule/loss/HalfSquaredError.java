package org.chainrule.loss;

import org.chainrule.formula.Formula;

/**
 * Half squared error: term ½(Ya − Yp)², derivative Yp − Ya.
 *
 * <p>The derivative is prediction minus target: the slide's {@code dCf/dYp = (Ya − Yp)} has the opposite sign, and a
 * step along it climbs. By default the mean over the samples, so that for a single sample it is the term itself.
 *
 * <p>Source: slides "Training a NNet", back propagation.
 *
 * @param reduction how the terms are added up
 */
public record HalfSquaredError(Reduction reduction) implements ElementwiseLoss {
    @Override
    public String name() {
        return "half squared error";
    }

    @Override
    public HalfSquaredError with(Reduction other) {
        return new HalfSquaredError(other);
    }

    @Override
    public double term(double predicted, double target) {
        double error = target - predicted;
        return 0.5 * error * error;
    }

    @Override
    public double derivative(double predicted, double target) {
        return predicted - target;
    }

    @Override
    public Formula formula(Formula predicted, Formula target) {
        Formula half = Formula.number(1).over(Formula.number(2));
        return half.times(target.minus(predicted).power(Formula.number(2)));
    }

    @Override
    public Formula derivativeFormula(Formula predicted, Formula target) {
        return predicted.minus(target);
    }

    @Override
    public String toString() {
        return name() + " (" + reduction + ")";
    }
}
