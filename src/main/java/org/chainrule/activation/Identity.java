package org.chainrule.activation;

import org.chainrule.formula.Formula;

/**
 * No activation: f(z) = z, f′(z) = 1, range (−∞, ∞). The output layer of a regression.
 *
 * <p>Source: slides "Training DNN Models" (output activations) and "Training of neural networks: basics".
 */
public record Identity() implements Elementwise {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public double value(double z) {
        return z;
    }

    @Override
    public double derivative(double z, double f) {
        return 1;
    }

    @Override
    public Formula formula(Formula z) {
        return z;
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return Formula.number(1);
    }

    @Override
    public Range range() {
        return Range.REAL;
    }

    @Override
    public String toString() {
        return name();
    }
}
