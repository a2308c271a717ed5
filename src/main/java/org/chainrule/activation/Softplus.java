package org.chainrule.activation;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.math.Exponentials;

/**
 * The smooth ReLU: f(z) = ln(1 + e^z), f′ = sigmoid(z), range (0, ∞).
 *
 * <p>Computed as max(z, 0) + ln(1 + e^(−|z|)), which does not overflow; the printed form does from z = 710 on. Source:
 * slides "Training a NNet", ReLU and softplus.
 */
public record Softplus() implements Elementwise {
    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public double value(double z) {
        return Math.max(z, 0) + Math.log1p(Exponentials.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z, double f) {
        return Exponentials.sigmoid(z);
    }

    @Override
    public Formula formula(Formula z) {
        return new Function("ln", Formula.number(1).plus(Formula.exp(z)), Math::log);
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return new Sigmoid().formula(z);
    }

    @Override
    public Range range() {
        return Range.open(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public String toString() {
        return name();
    }
}
