package org.chainrule.activation;

import java.util.List;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Formula;
import org.chainrule.math.Kernels;

/**
 * The rectified linear unit: f(z) = max(0, z), f′ = 1 for z &gt; 0 and 0 otherwise, range [0, ∞).
 *
 * <p>At the kink z = 0 there is no derivative; like PyTorch and TensorFlow we use 0 there (the slides use 1).
 *
 * <p>Source: slides "Training a NNet", table of activation functions.
 */
public record Relu() implements Elementwise, InPlace {
    @Override
    public String name() {
        return "ReLU";
    }

    @Override
    public double value(double z) {
        return z > 0 || Double.isNaN(z) ? z : 0;
    }

    @Override
    public double derivative(double z, double f) {
        return z > 0 ? 1 : 0;
    }

    @Override
    public void apply(Batch batch, int from, int to) {
        Kernels.fastest().relu(batch.z(), batch.output(), from, to);
    }

    /** The output is positive where z is. */
    @Override
    public void backward(Batch batch, int from, int to) {
        Kernels.fastest().reluGradient(batch.z(), batch.outputGradient(), batch.delta(), from, to);
    }

    @Override
    public Formula formula(Formula z) {
        return new Cases(z, z, Formula.number(0));
    }

    @Override
    public Formula derivativeFormula(Formula z, Formula f) {
        return new Cases(z, Formula.number(1), Formula.number(0));
    }

    @Override
    public Range range() {
        return Range.NOT_NEGATIVE;
    }

    @Override
    public List<Double> kinks() {
        return List.of(0.0);
    }

    @Override
    public String toString() {
        return name();
    }
}
