package org.chainrule.optimizer;

import java.util.List;
import org.chainrule.formula.Require;
import org.chainrule.schedule.Schedule;

/**
 * Proximal AdaGrad: an AdaGrad step, then the penalty λ1·|w| + λ2/2·w² is solved exactly with each parameter's own rate.
 *
 * <p>G ← G + g², a = α / √G, z = w − a·g, w ← sign(z) · max(0, |z| − a·λ1) / (1 + a·λ2).
 *
 * <p>Source: Duchi and Singer (2009), Duchi, Hazan and Singer (2011); the slides list it as ProximalAdagradOptimizer.
 *
 * @param rate α at each step
 * @param initialAccumulator G before the first step, above 0
 * @param penalties λ1 and λ2
 */
public record ProximalAdaGrad(Schedule rate, double initialAccumulator, Penalties penalties) implements Optimizer {
    /** The default Σg² before the first step: {@value}; above 0, for there is no ε. */
    public static final double DEFAULT_ACCUMULATOR = 0.1;

    private static final String SQUARES = "Σg²";

    public ProximalAdaGrad {
        Require.positive("initialAccumulator() got", initialAccumulator);
    }

    /**
     * Without penalties, Σg² from {@value #DEFAULT_ACCUMULATOR}.
     *
     * @param rate α at each step
     */
    public ProximalAdaGrad(Schedule rate) {
        this(rate, DEFAULT_ACCUMULATOR, Penalties.NONE);
    }

    /**
     * One α, no penalties, Σg² from {@value #DEFAULT_ACCUMULATOR}.
     *
     * @param learningRate α, at least 0 and finite
     */
    public ProximalAdaGrad(double learningRate) {
        this(LearningRate.constant("proximalAdagrad", learningRate));
    }

    /**
     * Chooses Σg² before the first step.
     *
     * @param value above 0; the default is {@value #DEFAULT_ACCUMULATOR}
     * @return a new optimizer
     */
    public ProximalAdaGrad initialAccumulator(double value) {
        return new ProximalAdaGrad(rate, value, penalties);
    }

    /**
     * Chooses the strength of λ1·|w|, which makes weights exactly 0.
     *
     * @param value λ1, at least 0; the default is 0
     * @return a new optimizer
     */
    public ProximalAdaGrad l1(double value) {
        return new ProximalAdaGrad(rate, initialAccumulator, penalties.l1(value));
    }

    /**
     * Chooses the strength of the quadratic penalty.
     *
     * @param value λ2, at least 0; the default is 0
     * @return a new optimizer
     */
    public ProximalAdaGrad l2(double value) {
        return new ProximalAdaGrad(rate, initialAccumulator, penalties.l2(value));
    }

    @Override
    public String name() {
        return "proximal AdaGrad";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot(SQUARES, initialAccumulator));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] squares = state.vector(0);
        double alpha = state.rate(rate);
        double l1 = penalties.l1();
        double l2 = penalties.l2();
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            squares[i] += g * g;
            double own = alpha / Math.sqrt(squares[i]);
            parameters[i] = Penalties.towardsZero(parameters[i] - own * g, own * l1) / (1 + own * l2);
        }
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        return before.nextRate(rate) / Math.sqrt(after.at(SQUARES, parameter));
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot squares = slots().get(0);
        StepFormula own =
                StepFormula.between("a", s.rate().over(s.after(squares).root()));
        StepFormula z =
                StepFormula.between("z", s.parameter().minus(own.result().times(s.gradient())));
        return List.of(
                s.next(squares, s.before(squares).plus(s.gradient().squared())),
                own,
                z,
                s.next(penalties.proximal(z.result(), own.result())));
    }

    @Override
    public String toString() {
        return Options.of("proximalAdagrad", rate)
                .option("initialAccumulator", initialAccumulator, DEFAULT_ACCUMULATOR)
                .option("l1", penalties.l1(), 0)
                .option("l2", penalties.l2(), 0)
                .toString();
    }
}
