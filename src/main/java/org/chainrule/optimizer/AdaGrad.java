package org.chainrule.optimizer;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.schedule.Schedule;

/**
 * AdaGrad: each parameter's rate is divided by the root of the sum of its squared gradients.
 *
 * <p>G ← G + g², w ← w − α · g / (√G + ε), or with ε under the root.
 *
 * <p>Source: Duchi, Hazan and Singer (2011).
 *
 * @param rate α at each step
 * @param initialAccumulator G before the first step, at least 0
 * @param epsilon ε and its place
 */
public record AdaGrad(Schedule rate, double initialAccumulator, Epsilon epsilon) implements Optimizer {
    /** The default G before the first step: {@value}. */
    public static final double DEFAULT_ACCUMULATOR = 0;

    /** The default ε, beside the root: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-8;

    private static final String SUM = "Σg²";

    public AdaGrad {
        Require.notNegative("initialAccumulator() got", initialAccumulator);
    }

    /**
     * AdaGrad with the default accumulator {@value #DEFAULT_ACCUMULATOR} and ε = {@value #DEFAULT_EPSILON}.
     *
     * @param rate α at each step
     */
    public AdaGrad(Schedule rate) {
        this(rate, DEFAULT_ACCUMULATOR, Epsilon.outside(DEFAULT_EPSILON));
    }

    /**
     * AdaGrad with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public AdaGrad(double learningRate) {
        this(LearningRate.constant("adagrad", learningRate));
    }

    /**
     * Chooses the sum before the first step.
     *
     * @param value at least 0; the default is {@value #DEFAULT_ACCUMULATOR}
     * @return a new optimizer
     */
    public AdaGrad initialAccumulator(double value) {
        return new AdaGrad(rate, value, epsilon);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value #DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public AdaGrad epsilon(double value) {
        return new AdaGrad(rate, initialAccumulator, epsilon.with(value));
    }

    /**
     * Puts ε under the root: √(G + ε).
     *
     * @return a new optimizer
     */
    public AdaGrad epsilonInsideRoot() {
        return new AdaGrad(rate, initialAccumulator, epsilon.moveInside());
    }

    @Override
    public String name() {
        return "AdaGrad";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot(SUM, initialAccumulator));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] sum = state.vector(0);
        double alpha = state.rate(rate);
        double inside = epsilon.inside();
        double outside = epsilon.outside();
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            sum[i] += g * g;
            parameters[i] -= alpha * g / (Math.sqrt(sum[i] + inside) + outside);
        }
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        return before.nextRate(rate) / epsilon.root(after.at(SUM, parameter));
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot sum = slots().get(0);
        Formula step = s.rate().times(s.gradient()).over(epsilon.root(s.after(sum)));
        return List.of(
                s.next(sum, s.before(sum).plus(s.gradient().squared())),
                s.next(s.parameter().minus(step)));
    }

    @Override
    public String toString() {
        return Options.of("adagrad", rate)
                .option("initialAccumulator", initialAccumulator, DEFAULT_ACCUMULATOR)
                .option("epsilon", epsilon.value(), DEFAULT_EPSILON)
                .flag("epsilonInsideRoot", epsilon.inside() > 0)
                .toString();
    }
}
