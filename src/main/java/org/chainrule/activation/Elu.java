package org.chainrule.activation;

import java.util.List;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;

/**
 * The exponential linear unit: f(z) = z for z &gt; 0, α(e^z − 1) otherwise; f′ = 1 or f + α; range (−α, ∞).
 *
 * <p>Smooth at 0 only for α = 1. Source: slides "Training a NNet", activation functions.
 *
 * @param alpha α, positive and finite
 */
public record Elu(double alpha) implements Elementwise {
    /** The usual α: {@value}. */
    public static final double DEFAULT_ALPHA = 1;

    public Elu {
        if (!(alpha > 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException(
                    "elu() got alpha " + alpha + ", but it needs a positive, finite number.");
        }
    }

    @Override
    public String name() {
        return "ELU";
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * Math.expm1(z);
    }

    @Override
    public double derivative(double z, double f) {
        return z > 0 ? 1 : f + alpha;
    }

    @Override
    public Formula formula(Formula z) {
        Formula below = Formula.number(alpha).times(Formula.exp(z).minus(Formula.number(1)));
        return new Cases(z, z, below);
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return new Cases(z, Formula.number(1), f.plus(Formula.number(alpha)));
    }

    @Override
    public Range range() {
        return Range.open(-alpha, Double.POSITIVE_INFINITY);
    }

    @Override
    public List<Double> kinks() {
        return alpha == 1 ? List.of() : List.of(0.0);
    }

    @Override
    public String toString() {
        return name() + " (α " + Numbers.given(alpha) + ")";
    }
}
