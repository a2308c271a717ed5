package org.chainrule.activation;

import static org.chainrule.formula.Given.given;

import java.util.function.DoubleUnaryOperator;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;

/**
 * An activation of your own: a function and its derivative, which a gradient check holds against each other.
 *
 * <p>Its range counts as (−∞, ∞) and it counts as smooth.
 *
 * @param name as it is printed
 * @param rule f(z)
 * @param slope f′(z)
 */
public record CustomActivation(String name, DoubleUnaryOperator rule, DoubleUnaryOperator slope)
        implements Elementwise {
    public CustomActivation {
        given("activation()", name, "a name such as \"swish\"");
        given("activation(\"" + name + "\")", rule, "the function f(z)");
        given("activation(\"" + name + "\")", slope, "the derivative f′(z)");
    }

    @Override
    public double value(double z) {
        return rule.applyAsDouble(z);
    }

    @Override
    public double derivative(double z, double f) {
        return slope.applyAsDouble(z);
    }

    @Override
    public Formula formula(Formula z) {
        return new Function(name, z, rule);
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return new Function(name + "′", z, slope);
    }

    @Override
    public Range range() {
        return Range.REAL;
    }

    @Override
    public String toString() {
        return name;
    }
}
