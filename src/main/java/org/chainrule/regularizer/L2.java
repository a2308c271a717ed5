package org.chainrule.regularizer;

import org.chainrule.formula.Numbers;

/**
 * L2: λ/2 · Σw², gradient λ·w; or, as ridge regression has it, λ · Σw², gradient 2λ·w. It shrinks weights, never to exactly 0.
 *
 * <p>Source: slides "Training DNN Models" (λ/2‖W‖², printed there without the square) and "Deep Neural Networks" (ridge:
 * λΣβ² without the bias; ‖θ‖² with it).
 *
 * @param strength λ, at least 0
 * @param isHalf whether the penalty has the factor ½, which leaves the gradient without one
 * @param biases whether biases are penalised too
 */
public record L2(double strength, boolean isHalf, boolean biases) implements Regularizer {
    public L2 {
        Strength.check(isHalf ? "l2" : "ridge", strength);
    }

    @Override
    public L2 includingBiases() {
        return new L2(strength, isHalf, true);
    }

    /** What the squares are multiplied by. */
    private double factor() {
        return isHalf ? strength / 2 : strength;
    }

    @Override
    public double penalty(double[] parameters, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += parameters[i] * parameters[i];
        }
        return factor() * sum;
    }

    @Override
    public void addGradient(double[] parameters, double[] gradients, int from, int to) {
        double slope = 2 * factor();
        for (int i = from; i < to; i++) {
            gradients[i] += slope * parameters[i];
        }
    }

    @Override
    public String toString() {
        return (isHalf ? "l2(" : "ridge(") + Numbers.given(strength) + ")" + (biases ? ".includingBiases()" : "");
    }
}
