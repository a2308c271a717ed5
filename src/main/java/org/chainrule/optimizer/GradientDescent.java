package org.chainrule.optimizer;

import org.chainrule.formula.Formula;
import org.chainrule.schedule.Schedule;

/**
 * Plain gradient descent: w ← w − α · dC/dw.
 *
 * <p>Source: slides "Training a NNet", {@code W5(new) = w5(current) − α dCf/dw5}.
 *
 * @param rate α at each step
 */
public record GradientDescent(Schedule rate) implements Optimizer {
    /**
     * Gradient descent with one learning rate.
     *
     * @param learningRate α, at least 0 and finite
     */
    public GradientDescent(double learningRate) {
        this(Require.rate("sgd", learningRate));
    }

    @Override
    public String name() {
        return "gradient descent";
    }

    @Override
    public void apply(double[] parameters, double[] gradients, WorkingState state) {
        double alpha = state.rate(rate);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= alpha * gradients[i];
        }
    }

    @Override
    public Formula formula(Formula parameter, Formula gradient, Formula learningRate) {
        return parameter.minus(learningRate.times(gradient));
    }

    @Override
    public String toString() {
        return Options.of("sgd", rate).toString();
    }
}
