package org.chainrule.activation;

import java.util.List;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * ReLU that lets a little through: f(z) = z for z &gt; 0, slope·z otherwise; f′ = 1 or slope; range (−∞, ∞).
 *
 * <p>At the kink z = 0 we use the slope. The slides print the slope once as 0.01 and once as 0.1, so it is an argument.
 *
 * <p>Source: slides "Training a NNet", table of activation functions.
 *
 * @param slope of the negative side, in [0, 1)
 */
public record LeakyRelu(double slope) implements Elementwise {
    /** The slope of the slides' table: {@value}. */
    public static final double DEFAULT_SLOPE = 0.01;

    public LeakyRelu {
        Require.below1("leakyRelu() got slope", slope);
    }

    @Override
    public String name() {
        return "leaky ReLU";
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : slope * z;
    }

    @Override
    public double derivative(double z, double f) {
        return z > 0 ? 1 : slope;
    }

    @Override
    public Formula formula(Formula z) {
        return new Cases(z, z, Formula.number(slope).times(z));
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return new Cases(z, Formula.number(1), Formula.number(slope));
    }

    @Override
    public Range range() {
        return slope > 0 ? Range.REAL : Range.NOT_NEGATIVE;
    }

    @Override
    public List<Double> kinks() {
        return List.of(0.0);
    }

    @Override
    public String toString() {
        return name() + " (slope " + Numbers.given(slope) + ")";
    }
}
