package org.chainrule.regularizer;

import org.chainrule.formula.Numbers;

/**
 * The elastic net: λ1 · Σ|w| + λ2/2 · Σw², both penalties at once.
 *
 * <p>Source: Zou and Hastie (2005).
 *
 * @param l1 the first penalty
 * @param l2 the second, on the same parameters
 */
public record ElasticNet(L1 l1, L2 l2) implements Regularizer {
    @Override
    public boolean biases() {
        return l1.biases();
    }

    @Override
    public ElasticNet includingBiases() {
        return new ElasticNet(l1.includingBiases(), l2.includingBiases());
    }

    @Override
    public double penalty(double[] parameters, int from, int to) {
        return l1.penalty(parameters, from, to) + l2.penalty(parameters, from, to);
    }

    @Override
    public void addGradient(double[] parameters, double[] gradients, int from, int to) {
        l1.addGradient(parameters, gradients, from, to);
        l2.addGradient(parameters, gradients, from, to);
    }

    @Override
    public String toString() {
        return "elasticNet(" + Numbers.given(l1.strength()) + ", " + Numbers.given(l2.strength()) + ")"
                + (biases() ? ".includingBiases()" : "");
    }
}
