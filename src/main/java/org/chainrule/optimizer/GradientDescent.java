package org.chainrule.optimizer;

import java.util.List;
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
        this(LearningRate.constant("sgd", learningRate));
    }

    @Override
    public String name() {
        return "gradient descent";
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double alpha = state.rate(rate);
        for (int i = from; i < to; i++) {
            parameters[i] -= alpha * gradients[i];
        }
    }

    /**
     * Counts a step that somebody else takes, such as a layer while it computes its gradients.
     *
     * @param state changed in place
     * @return α of this step
     */
    public double countStep(WorkingState state) {
        double alpha = state.rate(rate);
        state.advance();
        return alpha;
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        return List.of(s.next(s.parameter().minus(s.rate().times(s.gradient()))));
    }

    @Override
    public String toString() {
        return Options.of("sgd", rate).toString();
    }
}
