package org.chainrule.optimizer;

import java.util.List;
import org.chainrule.schedule.Schedule;

/**
 * Proximal gradient descent: a gradient step, then the penalty λ1·|w| + λ2/2·w² is solved exactly.
 *
 * <p>z = w − α·g, w ← sign(z) · max(0, |z| − α·λ1) / (1 + α·λ2).
 *
 * <p>Source: Duchi and Singer (2009); the slides list it as ProximalGradientDescentOptimizer.
 *
 * @param rate α at each step
 * @param penalties λ1 and λ2
 */
public record ProximalGradientDescent(Schedule rate, Penalties penalties) implements Optimizer {
    /**
     * Without penalties, which is plain gradient descent.
     *
     * @param rate α at each step
     */
    public ProximalGradientDescent(Schedule rate) {
        this(rate, Penalties.NONE);
    }

    /**
     * One α, no penalties.
     *
     * @param learningRate α, at least 0 and finite
     */
    public ProximalGradientDescent(double learningRate) {
        this(LearningRate.constant("proximalGradientDescent", learningRate));
    }

    /**
     * Chooses the strength of λ1·|w|, which makes weights exactly 0.
     *
     * @param value λ1, at least 0; the default is 0
     * @return a new optimizer
     */
    public ProximalGradientDescent l1(double value) {
        return new ProximalGradientDescent(rate, penalties.l1(value));
    }

    /**
     * Chooses the strength of the quadratic penalty.
     *
     * @param value λ2, at least 0; the default is 0
     * @return a new optimizer
     */
    public ProximalGradientDescent l2(double value) {
        return new ProximalGradientDescent(rate, penalties.l2(value));
    }

    @Override
    public String name() {
        return "proximal gradient descent";
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double alpha = state.rate(rate);
        double threshold = alpha * penalties.l1();
        double shrink = 1 + alpha * penalties.l2();
        for (int i = from; i < to; i++) {
            double z = parameters[i] - alpha * gradients[i];
            parameters[i] = Penalties.towardsZero(z, threshold) / shrink;
        }
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        StepFormula z = StepFormula.between("z", s.parameter().minus(s.rate().times(s.gradient())));
        return List.of(z, s.next(penalties.proximal(z.result(), s.rate())));
    }

    @Override
    public String toString() {
        return Options.of("proximalGradientDescent", rate)
                .option("l1", penalties.l1(), 0)
                .option("l2", penalties.l2(), 0)
                .toString();
    }
}
