package org.chainrule.optimizer;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * Nesterov momentum: the gradient is taken where the velocity is about to lead.
 *
 * <p>In its first form θ − μ·v is the point of the gradient: v ← μ·v + α·g(θ − μ·v), θ ← θ − v. The parameters w kept here
 * are those points ahead, w = θ − μ·v, which makes it a rule about the gradient at w: v ← μ·v + α·g, w ← w − μ·v − α·g.
 *
 * <p>Source: Nesterov (1983), Sutskever et al. (2013).
 *
 * @param rate α at each step
 * @param momentum μ, from 0 up to, not including, 1
 */
public record Nesterov(Schedule rate, double momentum) implements Optimizer {
    public Nesterov {
        Require.below1("momentum() got", momentum);
    }

    /**
     * Nesterov momentum with the default {@value Momentum#DEFAULT_MOMENTUM}.
     *
     * @param rate α at each step
     */
    public Nesterov(Schedule rate) {
        this(rate, Momentum.DEFAULT_MOMENTUM);
    }

    /**
     * Nesterov momentum with the default {@value Momentum#DEFAULT_MOMENTUM} and one learning rate.
     *
     * @param learningRate α, at least 0 and finite
     */
    public Nesterov(double learningRate) {
        this(LearningRate.constant("nesterov", learningRate));
    }

    /**
     * Chooses how much of the velocity is kept.
     *
     * @param value μ, from 0 up to, not including, 1; the default is {@value Momentum#DEFAULT_MOMENTUM}
     * @return a new optimizer
     */
    public Nesterov momentum(double value) {
        return new Nesterov(rate, value);
    }

    @Override
    public String name() {
        return "Nesterov momentum";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("v"));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] v = state.vector(0);
        double alpha = state.rate(rate);
        for (int i = from; i < to; i++) {
            double pull = alpha * gradients[i];
            v[i] = momentum * v[i] + pull;
            parameters[i] -= momentum * v[i] + pull;
        }
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot v = slots().get(0);
        Symbol mu = Symbol.of("μ", momentum);
        Formula pull = s.rate().times(s.gradient());
        return List.of(
                s.next(v, mu.times(s.before(v)).plus(pull)),
                s.next(s.parameter().minus(mu.times(s.after(v))).minus(pull)));
    }

    @Override
    public String toString() {
        return Options.of("nesterov", rate)
                .option("momentum", momentum, Momentum.DEFAULT_MOMENTUM)
                .toString();
    }
}
