package org.chainrule.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * Adam: the average m of the gradients, divided by the root of the average v of their squares, both corrected for their
 * start at 0.
 *
 * <p>m ← β1·m + (1 − β1)·g, v ← β2·v + (1 − β2)·g², m̂ = m / (1 − β1^t), v̂ = v / (1 − β2^t), w ← w − α · m̂ / (√v̂ + ε).
 * Without bias correction, as one of the slides has it, m and v stand for m̂ and v̂: the first step is then
 * (1 − β1) / √(1 − β2) times as large, 3.16 times with the defaults.
 *
 * <p>Source: Kingma and Ba (2015).
 *
 * @param rate α at each step
 * @param beta1 β1, from 0 up to, not including, 1
 * @param beta2 β2, from 0 up to, not including, 1
 * @param epsilon ε and its place
 * @param biasCorrection whether m̂ and v̂ are used
 */
public record Adam(Schedule rate, double beta1, double beta2, Epsilon epsilon, boolean biasCorrection)
        implements Optimizer {
    /** The default β1: {@value}. */
    public static final double DEFAULT_BETA1 = 0.9;

    /** The default β2: {@value}. */
    public static final double DEFAULT_BETA2 = 0.999;

    /** The default ε, beside the root: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-8;

    public Adam {
        Require.below1("beta1() got", beta1);
        Require.below1("beta2() got", beta2);
    }

    /**
     * Adam with β1 = {@value #DEFAULT_BETA1}, β2 = {@value #DEFAULT_BETA2} and ε = {@value #DEFAULT_EPSILON}.
     *
     * @param rate α at each step
     */
    public Adam(Schedule rate) {
        this(rate, DEFAULT_BETA1, DEFAULT_BETA2, Epsilon.outside(DEFAULT_EPSILON), true);
    }

    /**
     * Adam with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public Adam(double learningRate) {
        this(LearningRate.constant("adam", learningRate));
    }

    /**
     * Chooses how much of the average gradient is kept.
     *
     * @param value β1, from 0 up to, not including, 1; the default is {@value #DEFAULT_BETA1}
     * @return a new optimizer
     */
    public Adam beta1(double value) {
        return new Adam(rate, value, beta2, epsilon, biasCorrection);
    }

    /**
     * Chooses how much of the average square is kept.
     *
     * @param value β2, from 0 up to, not including, 1; the default is {@value #DEFAULT_BETA2}
     * @return a new optimizer
     */
    public Adam beta2(double value) {
        return new Adam(rate, beta1, value, epsilon, biasCorrection);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value #DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public Adam epsilon(double value) {
        return new Adam(rate, beta1, beta2, epsilon.with(value), biasCorrection);
    }

    /**
     * Puts ε under the root: √(v̂ + ε).
     *
     * @return a new optimizer
     */
    public Adam epsilonInsideRoot() {
        return new Adam(rate, beta1, beta2, epsilon.moveInside(), biasCorrection);
    }

    /**
     * Uses m and v as they are.
     *
     * @return a new optimizer
     */
    public Adam withoutBiasCorrection() {
        return new Adam(rate, beta1, beta2, epsilon, false);
    }

    @Override
    public String name() {
        return "Adam";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("m"), new Slot("v"));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] m = state.vector(0);
        double[] v = state.vector(1);
        double alpha = state.rate(rate);
        double mScale = correction(beta1, state.steps() + 1);
        double vScale = correction(beta2, state.steps() + 1);
        double inside = epsilon.inside();
        double outside = epsilon.outside();
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            parameters[i] -= alpha * (m[i] * mScale) / (Math.sqrt(v[i] * vScale + inside) + outside);
        }
    }

    /** What makes m̂ of m after t steps: 1 / (1 − β^t). */
    double correction(double beta, long t) {
        return biasCorrection ? 1 / (1 - StrictMath.pow(beta, t)) : 1;
    }

    @Override
    public Map<String, Double> moments(OptimizerState state, int parameter) {
        Map<String, Double> moments = new LinkedHashMap<>(Optimizer.super.moments(state, parameter));
        if (biasCorrection) {
            moments.put("m̂", moments.get("m") * correction(beta1, state.steps()));
            moments.put("v̂", moments.get("v") * correction(beta2, state.steps()));
        }
        return moments;
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        double v = after.at("v", parameter) * correction(beta2, after.steps());
        return before.nextRate(rate) / epsilon.root(v);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        return formulas(s, slots().get(1), List.of());
    }

    /** The formulas, with what is done between v and v̂, which is then made of another quantity. */
    List<StepFormula> formulas(StepSymbols s, Slot divisor, List<StepFormula> between) {
        List<StepFormula> formulas = new ArrayList<>();
        Slot m = slots().get(0);
        Symbol b1 = new Symbol("β", "1", beta1);
        Symbol b2 = new Symbol("β", "2", beta2);
        formulas.add(s.average(m, b1, s.gradient()));
        formulas.add(s.average(slots().get(1), b2, s.gradient().squared()));
        formulas.addAll(between);
        Symbol top = s.after(m);
        Symbol bottom = s.after(divisor);
        if (biasCorrection) {
            formulas.add(StepFormula.between("m̂", top.over(s.bias(b1))));
            formulas.add(StepFormula.between("v̂", bottom.over(s.bias(b2))));
            top = formulas.get(formulas.size() - 2).result();
            bottom = formulas.get(formulas.size() - 1).result();
        }
        formulas.add(s.next(s.parameter().minus(s.rate().times(top.over(epsilon.root(bottom))))));
        return formulas;
    }

    @Override
    public String toString() {
        return options("adam").toString();
    }

    Options options(String word) {
        return Options.of(word, rate)
                .option("beta1", beta1, DEFAULT_BETA1)
                .option("beta2", beta2, DEFAULT_BETA2)
                .option("epsilon", epsilon.value(), DEFAULT_EPSILON)
                .flag("epsilonInsideRoot", epsilon.inside() > 0)
                .flag("withoutBiasCorrection", !biasCorrection);
    }
}
