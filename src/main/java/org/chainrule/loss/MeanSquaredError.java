package org.chainrule.loss;

import org.chainrule.formula.Formula;

/**
 * Mean squared error: term (Ya − Yp)², derivative 2(Yp − Ya), by default divided by the number of terms.
 *
 * <p>Source: slides "Training DNN Models", L = 1/N Σ (y − ŷ)².
 *
 * @param reduction how the terms are added up
 */
public record MeanSquaredError(Reduction reduction) implements ElementwiseLoss {
    @Override
    public String name() {
        return "mean squared error";
    }

    @Override
    public MeanSquaredError with(Reduction other) {
        return new MeanSquaredError(other);
    }

    @Override
    public double term(double predicted, double target) {
        double error = target - predicted;
        return error * error;
    }

    @Override
    public double derivative(double predicted, double target) {
        return 2 * (predicted - target);
    }

    @Override
    public Formula formula(Formula predicted, Formula target) {
        return target.minus(predicted).power(Formula.number(2));
    }

    @Override
    public Formula derivativeFormula(Formula predicted, Formula target) {
        return Formula.number(2).times(predicted.minus(target));
    }

    @Override
    public String toString() {
        return name() + " (" + reduction + ")";
    }
}
