package org.chainrule.optimizer;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;

/**
 * Plain gradient descent: w ← w − α · dC/dw.
 *
 * <p>Source: slides "Training a NNet", {@code W5(new) = w5(current) − α dCf/dw5}.
 *
 * @param learningRate α, at least 0 and finite
 */
public record GradientDescent(double learningRate) implements Optimizer {
    public GradientDescent {
        if (!(learningRate >= 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("sgd() got learning rate " + learningRate
                    + ", but it needs a finite number that is not negative; a negative one would climb.");
        }
    }

    @Override
    public String name() {
        return "gradient descent";
    }

    @Override
    public void step(double[] parameters, double[] gradients) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= learningRate * gradients[i];
        }
    }

    @Override
    public Formula formula(Formula parameter, Formula gradient, Formula rate) {
        return parameter.minus(rate.times(gradient));
    }

    @Override
    public String toString() {
        return "sgd(" + Numbers.given(learningRate) + ")";
    }
}
