package org.chainrule.activation;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.math.Exponentials;
import org.chainrule.math.Kernels;

/**
 * The hyperbolic tangent: f(z) = tanh z, f′ = 1 − f², range (−1, 1).
 *
 * <p>Source: slides "Training a NNet", table of activation functions.
 */
public record Tanh() implements Elementwise, InPlace {
    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public double value(double z) {
        return Exponentials.tanh(z);
    }

    @Override
    public double derivative(double z, double f) {
        return 1 - f * f;
    }

    @Override
    public void apply(Batch batch, int from, int to) {
        Kernels.fastest().tanh(batch.z(), batch.output(), from, to);
    }

    @Override
    public void backward(Batch batch, int from, int to) {
        double[] f = batch.output();
        double[] gradient = batch.outputGradient();
        double[] delta = batch.delta();
        for (int i = from; i < to; i++) {
            delta[i] = gradient[i] * (1 - f[i] * f[i]);
        }
    }

    @Override
    public Formula formula(Formula z) {
        return new Function("tanh", z, Exponentials::tanh);
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return Formula.number(1).minus(f.power(Formula.number(2)));
    }

    @Override
    public Range range() {
        return Range.open(-1, 1);
    }

    @Override
    public String toString() {
        return name();
    }
}
