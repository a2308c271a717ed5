package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Maximum;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * RMSProp: each parameter's rate is divided by the root of a moving average of its squared gradients.
 *
 * <p>v ← ρ·v + (1 − ρ)·g², w ← w − α · g / (√v + ε), or with ε under the root. Centred, the average m of the gradients is
 * taken off: v − m² is an estimate of their variance.
 *
 * <p>Source: Tieleman and Hinton, lecture 6.5 (2012); centred: Graves (2013).
 *
 * @param rate α at each step
 * @param decay ρ, from 0 up to, not including, 1
 * @param epsilon ε and its place
 * @param isCentred whether v − m² stands for v
 */
public record RmsProp(Schedule rate, double decay, Epsilon epsilon, boolean isCentred) implements Optimizer {
    /** The default decay: {@value}. */
    public static final double DEFAULT_DECAY = 0.9;

    /** The default ε, beside the root: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-8;

    public RmsProp {
        Require.fraction("decay", decay);
    }

    /**
     * RMSProp with the default decay {@value #DEFAULT_DECAY} and ε = {@value #DEFAULT_EPSILON} beside the root.
     *
     * @param rate α at each step
     */
    public RmsProp(Schedule rate) {
        this(rate, DEFAULT_DECAY, Epsilon.outside(DEFAULT_EPSILON), false);
    }

    /**
     * RMSProp with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public RmsProp(double learningRate) {
        this(Require.rate("rmsprop", learningRate));
    }

    /**
     * Chooses how much of the average is kept.
     *
     * @param value ρ, from 0 up to, not including, 1; the default is {@value #DEFAULT_DECAY}
     * @return a new optimizer
     */
    public RmsProp decay(double value) {
        return new RmsProp(rate, value, epsilon, isCentred);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value #DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public RmsProp epsilon(double value) {
        return new RmsProp(rate, decay, epsilon.with(value), isCentred);
    }

    /**
     * Puts ε under the root: √(v + ε).
     *
     * @return a new optimizer
     */
    public RmsProp epsilonInsideRoot() {
        return new RmsProp(rate, decay, epsilon.moveInside(), isCentred);
    }

    /**
     * Divides by the root of v − m² instead of v.
     *
     * @return a new optimizer
     */
    public RmsProp centred() {
        return new RmsProp(rate, decay, epsilon, true);
    }

    @Override
    public String name() {
        return "RMSProp";
    }

    @Override
    public List<Slot> slots() {
        Slot v = new Slot("v");
        return isCentred ? List.of(v, new Slot("m")) : List.of(v);
    }

    @Override
    public void apply(double[] parameters, double[] gradients, WorkingState state) {
        if (isCentred) {
            applyCentred(parameters, gradients, state);
            return;
        }
        double[] v = state.vector(0);
        double alpha = state.rate(rate);
        double inside = epsilon.inside();
        double outside = epsilon.outside();
        for (int i = 0; i < parameters.length; i++) {
            double g = gradients[i];
            v[i] = decay * v[i] + (1 - decay) * g * g;
            parameters[i] -= alpha * g / (Math.sqrt(v[i] + inside) + outside);
        }
    }

    private void applyCentred(double[] parameters, double[] gradients, WorkingState state) {
        double[] v = state.vector(0);
        double[] m = state.vector(1);
        double alpha = state.rate(rate);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradients[i];
            v[i] = decay * v[i] + (1 - decay) * g * g;
            m[i] = decay * m[i] + (1 - decay) * g;
            parameters[i] -= alpha * g / epsilon.root(variance(v[i], m[i]));
        }
    }

    /** Rounding must not make it negative. */
    private static double variance(double v, double m) {
        return Math.max(0, v - m * m);
    }

    @Override
    public double effectiveRate(OptimizerState before, OptimizerState after, int parameter) {
        double v = after.at("v", parameter);
        return before.nextRate(rate) / epsilon.root(isCentred ? variance(v, after.at("m", parameter)) : v);
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot v = slots().get(0);
        Symbol rho = Symbol.of("ρ", decay);
        StepFormula squares = s.average(v, rho, s.gradient().squared());
        Formula pull = s.rate().times(s.gradient());
        if (!isCentred) {
            return List.of(squares, s.next(s.parameter().minus(pull.over(epsilon.root(s.after(v))))));
        }
        Slot m = slots().get(1);
        Formula variance = new Maximum(number(0), s.after(v).minus(s.after(m).squared()));
        return List.of(
                squares,
                s.average(m, rho, s.gradient()),
                s.next(s.parameter().minus(pull.over(epsilon.root(variance)))));
    }

    @Override
    public String toString() {
        return Options.of("rmsprop", rate)
                .option("decay", decay, DEFAULT_DECAY)
                .option("epsilon", epsilon.value(), DEFAULT_EPSILON)
                .flag("epsilonInsideRoot", epsilon.inside() > 0)
                .flag("centred", isCentred)
                .toString();
    }
}
