package org.chainrule.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Maximum;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * AdaMax: Adam with the largest gradient, slowly forgotten, in place of the root of the average square.
 *
 * <p>m ← β1·m + (1 − β1)·g, m̂ = m / (1 − β1^t), u ← max(β2·u, |g|), w ← w − α · m̂ / (u + ε).
 *
 * <p>Source: Kingma and Ba (2015), section 7.1.
 *
 * @param rate α at each step
 * @param beta1 β1, from 0 up to, not including, 1
 * @param beta2 β2, from 0 up to, not including, 1
 * @param epsilon ε, above 0
 */
public record AdaMax(Schedule rate, double beta1, double beta2, double epsilon) implements Optimizer {
    public AdaMax {
        Require.below1("beta1() got", beta1);
        Require.below1("beta2() got", beta2);
        Require.positive("epsilon() got", epsilon);
    }

    /**
     * AdaMax with the defaults of {@link Adam}.
     *
     * @param rate α at each step
     */
    public AdaMax(Schedule rate) {
        this(rate, Adam.DEFAULT_BETA1, Adam.DEFAULT_BETA2, Adam.DEFAULT_EPSILON);
    }

    /**
     * AdaMax with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public AdaMax(double learningRate) {
        this(LearningRate.constant("adamax", learningRate));
    }

    /**
     * Chooses how much of the average gradient is kept.
     *
     * @param value β1, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA1}
     * @return a new optimizer
     */
    public AdaMax beta1(double value) {
        return new AdaMax(rate, value, beta2, epsilon);
    }

    /**
     * Chooses how fast large gradients are forgotten.
     *
     * @param value β2, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA2}
     * @return a new optimizer
     */
    public AdaMax beta2(double value) {
        return new AdaMax(rate, beta1, value, epsilon);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value Adam#DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public AdaMax epsilon(double value) {
        return new AdaMax(rate, beta1, beta2, value);
    }

    @Override
    public String name() {
        return "AdaMax";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("m"), new Slot("u"));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] m = state.vector(0);
        double[] u = state.vector(1);
        double alpha = state.rate(rate) / (1 - StrictMath.pow(beta1, state.steps() + 1));
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            u[i] = Math.max(beta2 * u[i], Math.abs(g));
            parameters[i] -= alpha * m[i] / (u[i] + epsilon);
        }
    }

    @Override
    public Map<String, Double> moments(OptimizerState state, int parameter) {
        Map<String, Double> moments = new LinkedHashMap<>(Optimizer.super.moments(state, parameter));
        moments.put("m̂", moments.get("m") / (1 - StrictMath.pow(beta1, state.steps())));
        return moments;
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        return before.nextRate(rate) / (after.at("u", parameter) + epsilon);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot m = slots().get(0);
        Slot u = slots().get(1);
        Symbol b1 = new Symbol("β", "1", beta1);
        Formula forgotten = new Symbol("β", "2", beta2).times(s.before(u));
        StepFormula corrected = StepFormula.between("m̂", s.after(m).over(s.bias(b1)));
        Formula step = s.rate().times(corrected.result().over(s.after(u).plus(Symbol.of("ε", epsilon))));
        return List.of(
                s.average(m, b1, s.gradient()),
                corrected,
                s.next(u, new Maximum(forgotten, s.gradient().absolute())),
                s.next(s.parameter().minus(step)));
    }

    @Override
    public String toString() {
        return Options.of("adamax", rate)
                .option("beta1", beta1, Adam.DEFAULT_BETA1)
                .option("beta2", beta2, Adam.DEFAULT_BETA2)
                .option("epsilon", epsilon, Adam.DEFAULT_EPSILON)
                .toString();
    }
}
