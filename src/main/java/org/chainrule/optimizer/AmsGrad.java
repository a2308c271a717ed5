package org.chainrule.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.formula.Maximum;
import org.chainrule.schedule.Schedule;

/**
 * AMSGrad: Adam that divides by the root of the largest v so far, so that no parameter's rate rises again.
 *
 * <p>m and v as in {@link Adam}, v max ← max(v max, v), w ← w − α · m̂ / (√v̂ + ε) with v̂ = v max / (1 − β2^t). The paper
 * has no bias correction: {@code amsgrad(0.001).withoutBiasCorrection()}.
 *
 * <p>Source: Reddi, Kale and Kumar (2018); with bias correction as in Keras and PyTorch.
 *
 * @param adam the rule that it changes
 */
public record AmsGrad(Adam adam) implements Optimizer {
    private static final String LARGEST = "v max";

    /**
     * AMSGrad with the defaults of {@link Adam}.
     *
     * @param rate α at each step
     */
    public AmsGrad(Schedule rate) {
        this(new Adam(rate));
    }

    /**
     * AMSGrad with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public AmsGrad(double learningRate) {
        this(LearningRate.constant("amsgrad", learningRate));
    }

    /**
     * Chooses how much of the average gradient is kept.
     *
     * @param value β1, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA1}
     * @return a new optimizer
     */
    public AmsGrad beta1(double value) {
        return new AmsGrad(adam.beta1(value));
    }

    /**
     * Chooses how much of the average square is kept.
     *
     * @param value β2, from 0 up to, not including, 1; the default is {@value Adam#DEFAULT_BETA2}
     * @return a new optimizer
     */
    public AmsGrad beta2(double value) {
        return new AmsGrad(adam.beta2(value));
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value Adam#DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public AmsGrad epsilon(double value) {
        return new AmsGrad(adam.epsilon(value));
    }

    /**
     * Puts ε under the root.
     *
     * @return a new optimizer
     */
    public AmsGrad epsilonInsideRoot() {
        return new AmsGrad(adam.epsilonInsideRoot());
    }

    /**
     * Uses m and v as they are.
     *
     * @return a new optimizer
     */
    public AmsGrad withoutBiasCorrection() {
        return new AmsGrad(adam.withoutBiasCorrection());
    }

    @Override
    public String name() {
        return "AMSGrad";
    }

    @Override
    public Schedule rate() {
        return adam.rate();
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("m"), new Slot("v"), new Slot(LARGEST));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] m = state.vector(0);
        double[] v = state.vector(1);
        double[] largest = state.vector(2);
        double beta1 = adam.beta1();
        double beta2 = adam.beta2();
        double alpha = state.rate(rate()) * adam.correction(beta1, state.steps() + 1);
        double vScale = adam.correction(beta2, state.steps() + 1);
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            largest[i] = Math.max(largest[i], v[i]);
            parameters[i] -= alpha * m[i] / adam.epsilon().root(largest[i] * vScale);
        }
    }

    @Override
    public Map<String, Double> moments(OptimizerState state, int parameter) {
        Map<String, Double> moments = new LinkedHashMap<>(Optimizer.super.moments(state, parameter));
        if (adam.biasCorrection()) {
            moments.put("m̂", moments.get("m") * adam.correction(adam.beta1(), state.steps()));
            moments.put("v̂", moments.get(LARGEST) * adam.correction(adam.beta2(), state.steps()));
        }
        return moments;
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        double v = after.at(LARGEST, parameter) * adam.correction(adam.beta2(), after.steps());
        return before.nextRate(rate()) / adam.epsilon().root(v);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot v = slots().get(1);
        Slot largest = slots().get(2);
        StepFormula grown = s.next(largest, new Maximum(s.before(largest), s.after(v)));
        return adam.formulas(s, largest, List.of(grown));
    }

    @Override
    public String toString() {
        return adam.options("amsgrad").toString();
    }
}
