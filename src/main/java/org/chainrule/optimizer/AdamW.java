package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Sum;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * AdamW: Adam, and every parameter shrinks by itself instead of through the gradient.
 *
 * <p>w ← w · (1 − α·λ), then the step of {@link Adam}. Unlike an L2 regularizer the decay is not divided by √v̂. It reaches
 * weights and biases alike.
 *
 * <p>Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019).
 *
 * @param adam the rule that it adds to
 * @param weightDecay λ, at least 0
 */
public record AdamW(Adam adam, double weightDecay) implements Optimizer {
    /** The default weight decay: {@value}. */
    public static final double DEFAULT_WEIGHT_DECAY = 0.01;

    public AdamW {
        Require.notNegative("weightDecay() got", weightDecay);
    }

    /**
     * AdamW with the default decay {@value #DEFAULT_WEIGHT_DECAY} and the defaults of {@link Adam}.
     *
     * @param rate α at each step
     */
    public AdamW(Schedule rate) {
        this(new Adam(rate), DEFAULT_WEIGHT_DECAY);
    }

    /**
     * AdamW with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public AdamW(double learningRate) {
        this(LearningRate.constant("adamw", learningRate));
    }

    /**
     * Chooses how fast the parameters shrink.
     *
     * @param value λ, at least 0; the default is {@value #DEFAULT_WEIGHT_DECAY}
     * @return a new optimizer
     */
    public AdamW weightDecay(double value) {
        return new AdamW(adam, value);
    }

    /**
     * Chooses how much of the average gradient is kept.
     *
     * @param value β1, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA1}
     * @return a new optimizer
     */
    public AdamW beta1(double value) {
        return new AdamW(adam.beta1(value), weightDecay);
    }

    /**
     * Chooses how much of the average square is kept.
     *
     * @param value β2, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA2}
     * @return a new optimizer
     */
    public AdamW beta2(double value) {
        return new AdamW(adam.beta2(value), weightDecay);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value Adam#DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public AdamW epsilon(double value) {
        return new AdamW(adam.epsilon(value), weightDecay);
    }

    /**
     * Puts ε under the root.
     *
     * @return a new optimizer
     */
    public AdamW epsilonInsideRoot() {
        return new AdamW(adam.epsilonInsideRoot(), weightDecay);
    }

    /**
     * Uses m and v as they are.
     *
     * @return a new optimizer
     */
    public AdamW withoutBiasCorrection() {
        return new AdamW(adam.withoutBiasCorrection(), weightDecay);
    }

    @Override
    public String name() {
        return "AdamW";
    }

    @Override
    public Schedule rate() {
        return adam.rate();
    }

    @Override
    public List<Slot> slots() {
        return adam.slots();
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double kept = 1 - state.rate(rate()) * weightDecay;
        for (int i = from; i < to; i++) {
            parameters[i] *= kept;
        }
        adam.apply(parameters, gradients, from, to, state);
    }

    @Override
    public Map<String, Double> moments(OptimizerState state, int parameter) {
        return adam.moments(state, parameter);
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        return adam.effectiveRate(before, after, parameter);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        List<StepFormula> formulas = new ArrayList<>(adam.formulas(s));
        Formula kept =
                number(1).minus(s.rate().times(Symbol.of("λ", weightDecay))).times(s.parameter());
        Sum plain = (Sum) formulas.remove(formulas.size() - 1).formula();
        formulas.add(s.next(kept.plus(plain.terms().get(1))));
        return formulas;
    }

    @Override
    public String toString() {
        return adam.options("adamw")
                .option("weightDecay", weightDecay, DEFAULT_WEIGHT_DECAY)
                .toString();
    }
}
