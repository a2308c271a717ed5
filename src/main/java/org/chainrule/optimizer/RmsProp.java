package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Maximum;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * RMSProp: each parameter's rate is divided by the root of a moving average of its squared gradients.
 *
 * <p>v ← ρ·v + (1 − ρ)·g², w ← w − α · g / (√v + ε), or with ε under the root. Centred, the average m of the gradients is
 * taken off: v − m² is an estimate of their variance. With momentum the steps gather in a velocity: u ← μ·u + α · g / (√v + ε),
 * w ← w − u, as in Keras; in PyTorch α stands outside of u, which is the same unless α changes.
 *
 * <p>Source: Tieleman and Hinton, lecture 6.5 (2012); centred, and with momentum: Graves (2013).
 *
 * @param rate α at each step
 * @param decay ρ, from 0 up to, not including, 1
 * @param epsilon ε and its place
 * @param isCentred whether v − m² stands for v
 * @param momentum μ, from 0 up to, not including, 1; 0 for no velocity
 */
public record RmsProp(Schedule rate, double decay, Epsilon epsilon, boolean isCentred, double momentum)
        implements Optimizer {
    /** The default decay: {@value}. */
    public static final double DEFAULT_DECAY = 0.9;

    /** The default ε, beside the root: {@value}. */
    public static final double DEFAULT_EPSILON = 1e-8;

    private static final double[] UNUSED = {};

    public RmsProp {
        Require.below1("decay() got", decay);
        Require.below1("momentum() got", momentum);
    }

    /**
     * RMSProp with the default decay {@value #DEFAULT_DECAY} and ε = {@value #DEFAULT_EPSILON} beside the root.
     *
     * @param rate α at each step
     */
    public RmsProp(Schedule rate) {
        this(rate, DEFAULT_DECAY, Epsilon.outside(DEFAULT_EPSILON), false, 0);
    }

    /**
     * RMSProp with one α and the defaults.
     *
     * @param learningRate α, at least 0 and finite
     */
    public RmsProp(double learningRate) {
        this(LearningRate.constant("rmsprop", learningRate));
    }

    /**
     * Chooses how much of the average is kept.
     *
     * @param value ρ, from 0 up to, not including, 1; the default is {@value #DEFAULT_DECAY}
     * @return a new optimizer
     */
    public RmsProp decay(double value) {
        return new RmsProp(rate, value, epsilon, isCentred, momentum);
    }

    /**
     * Chooses ε.
     *
     * @param value above 0; the default is {@value #DEFAULT_EPSILON}
     * @return a new optimizer
     */
    public RmsProp epsilon(double value) {
        return new RmsProp(rate, decay, epsilon.with(value), isCentred, momentum);
    }

    /**
     * Puts ε under the root: √(v + ε).
     *
     * @return a new optimizer
     */
    public RmsProp epsilonInsideRoot() {
        return new RmsProp(rate, decay, epsilon.moveInside(), isCentred, momentum);
    }

    /**
     * Divides by the root of v − m² instead of v.
     *
     * @return a new optimizer
     */
    public RmsProp centred() {
        return new RmsProp(rate, decay, epsilon, true, momentum);
    }

    /**
     * Gathers the steps in a velocity u.
     *
     * @param value μ, how much of it is kept, from 0 up to, not including, 1; the default is 0, no velocity
     * @return a new optimizer
     */
    public RmsProp momentum(double value) {
        return new RmsProp(rate, decay, epsilon, isCentred, value);
    }

    @Override
    public String name() {
        return "RMSProp";
    }

    @Override
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(List.of(new Slot("v")));
        if (isCentred) {
            slots.add(new Slot("m"));
        }
        if (momentum > 0) {
            slots.add(new Slot("u"));
        }
        return slots;
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        if (isCentred || momentum > 0) {
            applyWithOptions(parameters, gradients, from, to, state);
            return;
        }
        double[] v = state.vector(0);
        double alpha = state.rate(rate);
        double inside = epsilon.inside();
        double outside = epsilon.outside();
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            v[i] = decay * v[i] + (1 - decay) * g * g;
            parameters[i] -= alpha * g / (Math.sqrt(v[i] + inside) + outside);
        }
    }

    private void applyWithOptions(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] v = state.vector(0);
        double[] m = isCentred ? state.vector(1) : UNUSED;
        double[] u = momentum > 0 ? state.vector(isCentred ? 2 : 1) : UNUSED;
        double alpha = state.rate(rate);
        for (int i = from; i < to; i++) {
            double g = gradients[i];
            v[i] = decay * v[i] + (1 - decay) * g * g;
            double squares = v[i];
            if (isCentred) {
                m[i] = decay * m[i] + (1 - decay) * g;
                squares = variance(v[i], m[i]);
            }
            double change = alpha * g / epsilon.root(squares);
            if (momentum > 0) {
                u[i] = momentum * u[i] + change;
                change = u[i];
            }
            parameters[i] -= change;
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
        List<StepFormula> formulas = new ArrayList<>();
        Slot v = slots().get(0);
        Symbol rho = Symbol.of("ρ", decay);
        formulas.add(s.average(v, rho, s.gradient().squared()));
        Formula squares = s.after(v);
        if (isCentred) {
            Slot m = slots().get(1);
            formulas.add(s.average(m, rho, s.gradient()));
            squares = new Maximum(number(0), squares.minus(s.after(m).squared()));
        }
        Formula change = s.rate().times(s.gradient()).over(epsilon.root(squares));
        if (momentum > 0) {
            Slot u = slots().get(slots().size() - 1);
            formulas.add(s.next(u, Symbol.of("μ", momentum).times(s.before(u)).plus(change)));
            change = s.after(u);
        }
        formulas.add(s.next(s.parameter().minus(change)));
        return formulas;
    }

    @Override
    public String toString() {
        return Options.of("rmsprop", rate)
                .option("decay", decay, DEFAULT_DECAY)
                .option("epsilon", epsilon.value(), DEFAULT_EPSILON)
                .flag("epsilonInsideRoot", epsilon.inside() > 0)
                .flag("centred", isCentred)
                .option("momentum", momentum, 0)
                .toString();
    }
}
