package org.chainrule.loss;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;

/**
 * Mean absolute error: term |Ya − Yp|, derivative +1 or −1, by default divided by the number of terms.
 *
 * <p>At Yp = Ya there is no derivative; we use 0 there, as PyTorch does.
 *
 * @param reduction how the terms are added up
 */
public record MeanAbsoluteError(Reduction reduction) implements ElementwiseLoss {
    @Override
    public String name() {
        return "mean absolute error";
    }

    @Override
    public MeanAbsoluteError with(Reduction other) {
        return new MeanAbsoluteError(other);
    }

    @Override
    public double term(double predicted, double target) {
        return Math.abs(target - predicted);
    }

    @Override
    public double derivative(double predicted, double target) {
        return Math.signum(predicted - target);
    }

    @Override
    public Formula formula(Formula predicted, Formula target) {
        return new Function("abs", target.minus(predicted), Math::abs);
    }

    @Override
    public Formula derivativeFormula(Formula predicted, Formula target) {
        return new Function("sign", predicted.minus(target), Math::signum);
    }

    @Override
    public List<Double> kinks() {
        return List.of(0.0);
    }

    @Override
    public String toString() {
        return name() + " (" + reduction + ")";
    }
}
