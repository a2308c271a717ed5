package org.chainrule.activation;

import org.chainrule.formula.Formula;
import org.chainrule.math.Exponentials;
import org.chainrule.math.Kernels;

/**
 * The logistic function: f(z) = 1 / (1 + e^(−z)), f′ = f(1 − f), range (0, 1).
 *
 * <p>The derivative is at most ¼, at z = 0, and vanishes for large |z|: the unit saturates. In doubles f(z) rounds to
 * exactly 1 from about z = 37 on; below −745.2 it is exactly 0.
 *
 * <p>Source: slides "Training a NNet", table of activation functions.
 */
public record Sigmoid() implements Elementwise, InPlace {
    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public double value(double z) {
        return Exponentials.sigmoid(z);
    }

    @Override
    public double derivative(double z, double f) {
        return f * (1 - f);
    }

    @Override
    public void apply(Batch batch, int from, int to) {
        Kernels.fastest().sigmoid(batch.z(), batch.output(), from, to);
    }

    @Override
    public void backward(Batch batch, int from, int to) {
        double[] f = batch.output();
        double[] gradient = batch.outputGradient();
        double[] delta = batch.delta();
        for (int i = from; i < to; i++) {
            delta[i] = gradient[i] * (f[i] * (1 - f[i]));
        }
    }

    @Override
    public Formula formula(Formula z) {
        return Formula.number(1).over(Formula.number(1).plus(Formula.exp(z.negated())));
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return f.times(Formula.number(1).minus(f));
    }

    @Override
    public Range range() {
        return Range.open(0, 1);
    }

    @Override
    public String toString() {
        return name();
    }
}
