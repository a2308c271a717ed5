package org.chainrule.regularizer;

import org.chainrule.formula.Numbers;

/**
 * The norm itself, as one of the slides prints L2: λ/2 · ‖W‖ for the weights W of each layer, gradient λ/2 · W/‖W‖.
 *
 * <p>Its gradient has the same size for small weights as for large ones, and at W = 0 it has none; 0 stands for it there.
 * {@link L2} is what is meant.
 *
 * <p>Source: slides "Training DNN Models", {@code L + λ/2 ‖W‖₂}.
 *
 * @param strength λ, at least 0
 * @param biases whether biases are penalised too
 */
public record L2Norm(double strength, boolean biases) implements Regularizer {
    public L2Norm {
        Strength.check("l2Norm", strength);
    }

    @Override
    public L2Norm includingBiases() {
        return new L2Norm(strength, true);
    }

    @Override
    public double penalty(double[] parameters, int from, int to) {
        return strength / 2 * norm(parameters, from, to);
    }

    @Override
    public void addGradient(double[] parameters, double[] gradients, int from, int to) {
        double norm = norm(parameters, from, to);
        for (int i = from; norm > 0 && i < to; i++) {
            gradients[i] += strength / 2 * parameters[i] / norm;
        }
    }

    private static double norm(double[] parameters, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += parameters[i] * parameters[i];
        }
        return Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return "l2Norm(" + Numbers.given(strength) + ")" + (biases ? ".includingBiases()" : "");
    }
}
