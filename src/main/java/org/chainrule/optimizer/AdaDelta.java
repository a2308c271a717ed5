package org.chainrule.optimizer;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * AdaDelta: the step is the gradient times the root mean square of the last changes over that of the last gradients.
 *
 * <p>v ← ρ·v + (1 − ρ)·g², Δ = −√(u + ε) / √(v + ε) · g, u ← ρ·u + (1 − ρ)·Δ², w ← w + α·Δ. There is no learning rate in it;
 * α = 1 stands for that.
 *
 * <p>Source: Zeiler (2012).
 *
 * @param rate α at each step, 1 in the source
 * @param decay ρ, from 0 up to, not including, 1
 * @param epsilon ε, above 0
 */
public record AdaDelta(Schedule rate, double decay, double epsilon) implements Optimizer {
    /** The default α: {@value}, which leaves the step as it is. */
    public static final double DEFAULT_RATE = 1;

    /** The default decay: {@value}. */
    public static final double DEFAULT_DECAY = 0.95;

    /** The default ε: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-6;

    public AdaDelta {
        Require.below1("decay() got", decay);
        Require.positive("epsilon() got", epsilon);
    }

    /**
     * AdaDelta with the default decay {@value #DEFAULT_DECAY} and ε = {@value #DEFAULT_EPSILON}.
     *
     * @param rate α at each step
     */
    public AdaDelta(Schedule rate) {
        this(rate, DEFAULT_DECAY, DEFAULT_EPSILON);
    }

    /**
     * AdaDelta with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public AdaDelta(double learningRate) {
        this(LearningRate.constant("adadelta", learningRate));
    }

    /**
     * Chooses how much of the averages is kept.
     *
     * @param value ρ, from 0 up to, not including, 1; the default is {@value #DEFAULT_DECAY}
     * @return a new optimizer
     */
    public AdaDelta decay(double value) {
        return new AdaDelta(rate, value, epsilon);
    }

    /**
     * Chooses ε, which decides the size of the first step.
     *
     * @param value above 0; the default is {@value #DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public AdaDelta epsilon(double value) {
        return new AdaDelta(rate, decay, value);
    }

    @Override
    public String name() {
        return "AdaDelta";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("v"), new Slot("u"));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] v = state.vector(0);
        double[] u = state.vector(1);
        double alpha = state.rate(rate);
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            v[i] = decay * v[i] + (1 - decay) * g * g;
            double change = -Math.sqrt(u[i] + epsilon) / Math.sqrt(v[i] + epsilon) * g;
            u[i] = decay * u[i] + (1 - decay) * change * change;
            parameters[i] += alpha * change;
        }
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        double changes = Math.sqrt(before.at("u", parameter) + epsilon);
        return before.nextRate(rate) * changes / Math.sqrt(after.at("v", parameter) + epsilon);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot v = slots().get(0);
        Slot u = slots().get(1);
        Symbol rho = Symbol.of("ρ", decay);
        Symbol e = Symbol.of("ε", epsilon);
        Formula ratio = s.before(u).plus(e).root().over(s.after(v).plus(e).root());
        StepFormula change = StepFormula.between("Δ", ratio.times(s.gradient()).negated());
        return List.of(
                s.average(v, rho, s.gradient().squared()),
                change,
                s.average(u, rho, change.result().squared()),
                s.next(s.parameter().plus(s.rate().times(change.result()))));
    }

    @Override
    public String toString() {
        return Options.of("adadelta", rate)
                .option("decay", decay, DEFAULT_DECAY)
                .option("epsilon", epsilon, DEFAULT_EPSILON)
                .toString();
    }
}
