package org.chainrule.optimizer;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * AdaGrad dual averaging: each step starts again from 0 with the sum of all gradients.
 *
 * <p>S ← S + g, G ← G + g², w ← −α · sign(S) · max(0, |S| − t·λ1) / (√G + t·α·λ2). The initial parameters serve the first
 * gradient only, so this rule is for linear models: a network whose weights all start the same way stays that way.
 *
 * <p>Source: Duchi, Hazan and Singer (2011); the slides list it as AdagradDAOptimizer.
 *
 * @param rate α at each step
 * @param initialAccumulator G before the first step, above 0
 * @param penalties λ1 and λ2
 */
public record AdaGradDualAveraging(Schedule rate, double initialAccumulator, Penalties penalties) implements Optimizer {
    /** The default Σg² before the first step: {@value}; above 0, for there is no ε. */
    public static final double DEFAULT_ACCUMULATOR = 0.1;

    private static final String SQUARES = "Σg²";

    public AdaGradDualAveraging {
        Require.positive("initialAccumulator() got", initialAccumulator);
    }

    /**
     * Without penalties, Σg² from {@value #DEFAULT_ACCUMULATOR}.
     *
     * @param rate α at each step
     */
    public AdaGradDualAveraging(Schedule rate) {
        this(rate, DEFAULT_ACCUMULATOR, Penalties.NONE);
    }

    /**
     * One α, no penalties, Σg² from {@value #DEFAULT_ACCUMULATOR}.
     *
     * @param learningRate α, at least 0 and finite
     */
    public AdaGradDualAveraging(double learningRate) {
        this(LearningRate.constant("adagradDualAveraging", learningRate));
    }

    /**
     * Chooses Σg² before the first step.
     *
     * @param value above 0; the default is {@value #DEFAULT_ACCUMULATOR}
     * @return a new optimizer
     */
    public AdaGradDualAveraging initialAccumulator(double value) {
        return new AdaGradDualAveraging(rate, value, penalties);
    }

    /**
     * Chooses the strength of λ1·|w|, which makes weights exactly 0.
     *
     * @param value λ1, at least 0; the default is 0
     * @return a new optimizer
     */
    public AdaGradDualAveraging l1(double value) {
        return new AdaGradDualAveraging(rate, initialAccumulator, penalties.l1(value));
    }

    /**
     * Chooses the strength of the quadratic penalty.
     *
     * @param value λ2, at least 0; the default is 0
     * @return a new optimizer
     */
    public AdaGradDualAveraging l2(double value) {
        return new AdaGradDualAveraging(rate, initialAccumulator, penalties.l2(value));
    }

    @Override
    public String name() {
        return "AdaGrad dual averaging";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("Σg"), new Slot(SQUARES, initialAccumulator));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] sum = state.vector(0);
        double[] squares = state.vector(1);
        double alpha = state.rate(rate);
        double threshold = (state.steps() + 1) * penalties.l1();
        double ridge = (state.steps() + 1) * alpha * penalties.l2();
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            sum[i] += g;
            squares[i] += g * g;
            parameters[i] = -alpha * Penalties.towardsZero(sum[i], threshold) / (Math.sqrt(squares[i]) + ridge);
        }
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        double alpha = before.nextRate(rate);
        return alpha / (Math.sqrt(after.at(SQUARES, parameter)) + after.steps() * alpha * penalties.l2());
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot sum = slots().get(0);
        Slot squares = slots().get(1);
        Formula threshold = s.t().times(new Symbol("λ", "1", penalties.l1()));
        Formula root = s.after(squares).root();
        Formula ridge = s.t().times(s.rate()).times(new Symbol("λ", "2", penalties.l2()));
        Formula top = s.rate().times(penalties.towardsZero(s.after(sum), threshold));
        return List.of(
                s.next(sum, s.before(sum).plus(s.gradient())),
                s.next(squares, s.before(squares).plus(s.gradient().squared())),
                s.next(top.over(penalties.l2() == 0 ? root : root.plus(ridge)).negated()));
    }

    @Override
    public String toString() {
        return Options.of("adagradDualAveraging", rate)
                .option("initialAccumulator", initialAccumulator, DEFAULT_ACCUMULATOR)
                .option("l1", penalties.l1(), 0)
                .option("l2", penalties.l2(), 0)
                .toString();
    }
}
