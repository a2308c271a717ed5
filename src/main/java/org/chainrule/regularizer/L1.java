package org.chainrule.regularizer;

import org.chainrule.formula.Numbers;

/**
 * L1, the lasso: λ · Σ|w|, gradient λ · sign(w), with 0 at w = 0. It pushes weights to exactly 0.
 *
 * <p>Source: slides "Training DNN Models", λ‖W‖₁.
 *
 * @param strength λ, at least 0
 * @param biases whether biases are penalised too
 */
public record L1(double strength, boolean biases) implements Regularizer {
    public L1 {
        Strength.check("l1", strength);
    }

    @Override
    public L1 includingBiases() {
        return new L1(strength, true);
    }

    @Override
    public double penalty(double[] parameters, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(parameters[i]);
        }
        return strength * sum;
    }

    @Override
    public void addGradient(double[] parameters, double[] gradients, int from, int to) {
        for (int i = from; i < to; i++) {
            gradients[i] += strength * Math.signum(parameters[i]);
        }
    }

    @Override
    public String toString() {
        return "l1(" + Numbers.given(strength) + ")" + (biases ? ".includingBiases()" : "");
    }
}
