package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;
import org.chainrule.schedule.Schedule;

/**
 * Gradient descent with momentum: a velocity v gathers the gradients, and the parameters move with it.
 *
 * <p>The forms in use are the same at a constant learning rate (the average up to a factor) and differ under a schedule.
 *
 * <p>Source: Polyak (1964); slides "Training a NNet", "Deep Learning: Optimization", "Training of neural networks".
 *
 * @param rate α at each step
 * @param momentum μ, from 0 up to, not including, 1
 * @param form where the learning rate stands
 */
public record Momentum(Schedule rate, double momentum, Form form) implements Optimizer {
    /** The default momentum: {@value}. */
    public static final double DEFAULT_MOMENTUM = 0.9;

    /** Where the learning rate stands: {@code v ← μ·v + a·g, w ← w − b·v}. */
    public enum Form {
        /** v ← μ·v + α·g, w ← w − v. */
        RATE_INSIDE,
        /** v ← μ·v + g, w ← w − α·v. */
        RATE_OUTSIDE,
        /** v ← μ·v − α·g, w ← w + v: v is the last change of w. */
        LAST_CHANGE,
        /** v ← μ·v + (1 − μ)·g, w ← w − α·v: v is an average of the gradients. */
        AVERAGE;

        private double gradientFactor(double alpha, double momentum) {
            return switch (this) {
                case RATE_INSIDE -> alpha;
                case RATE_OUTSIDE -> 1;
                case LAST_CHANGE -> -alpha;
                case AVERAGE -> 1 - momentum;
            };
        }

        private double velocityFactor(double alpha) {
            return switch (this) {
                case RATE_INSIDE -> 1;
                case LAST_CHANGE -> -1;
                case RATE_OUTSIDE, AVERAGE -> alpha;
            };
        }
    }

    public Momentum {
        Require.below1("momentum() got", momentum);
    }

    /**
     * Momentum {@value #DEFAULT_MOMENTUM} with the learning rate inside the velocity.
     *
     * @param rate α at each step
     */
    public Momentum(Schedule rate) {
        this(rate, DEFAULT_MOMENTUM, Form.RATE_INSIDE);
    }

    /**
     * Momentum {@value #DEFAULT_MOMENTUM} with one learning rate, inside the velocity.
     *
     * @param learningRate α, at least 0 and finite
     */
    public Momentum(double learningRate) {
        this(LearningRate.constant("momentum", learningRate));
    }

    /**
     * Chooses how much of the velocity is kept.
     *
     * @param value μ, from 0 up to, not including, 1; the default is {@value #DEFAULT_MOMENTUM}
     * @return a new optimizer
     */
    public Momentum momentum(double value) {
        return new Momentum(rate, value, form);
    }

    /**
     * The velocity gathers bare gradients: v ← μ·v + g, w ← w − α·v.
     *
     * @return a new optimizer
     */
    public Momentum rateOutside() {
        return new Momentum(rate, momentum, Form.RATE_OUTSIDE);
    }

    /**
     * The velocity is the last change: w ← w − α·g + μ·v with v = w(t) − w(t−1).
     *
     * @return a new optimizer
     */
    public Momentum lastChange() {
        return new Momentum(rate, momentum, Form.LAST_CHANGE);
    }

    /**
     * The velocity is an average of the gradients: v ← μ·v + (1 − μ)·g, w ← w − α·v.
     *
     * @return a new optimizer
     */
    public Momentum average() {
        return new Momentum(rate, momentum, Form.AVERAGE);
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot("v"));
    }

    @Override
    public void apply(double[] parameters, double[] gradients, int from, int to, WorkingState state) {
        double[] v = state.vector(0);
        double alpha = state.rate(rate);
        double a = form.gradientFactor(alpha, momentum);
        double b = form.velocityFactor(alpha);
        for (int i = from; i < to; i++) {
            v[i] = momentum * v[i] + a * gradients[i];
            parameters[i] -= b * v[i];
        }
    }

    @Override
    public List<StepFormula> formulas(StepSymbols s) {
        Slot v = slots().get(0);
        Formula kept = Symbol.of("μ", momentum).times(s.before(v));
        Formula pulled = s.rate().times(s.gradient());
        Formula velocity = switch (form) {
            case RATE_INSIDE -> kept.plus(pulled);
            case RATE_OUTSIDE -> kept.plus(s.gradient());
            case LAST_CHANGE -> kept.minus(pulled);
            case AVERAGE -> kept.plus(number(1).minus(Symbol.of("μ", momentum)).times(s.gradient()));
        };
        Formula next = switch (form) {
            case RATE_INSIDE -> s.parameter().minus(s.after(v));
            case LAST_CHANGE -> s.parameter().plus(s.after(v));
            case RATE_OUTSIDE, AVERAGE -> s.parameter().minus(s.rate().times(s.after(v)));
        };
        return List.of(s.next(v, velocity), s.next(next));
    }

    @Override
    public String toString() {
        return Options.of("momentum", rate)
                .option("momentum", momentum, DEFAULT_MOMENTUM)
                .flag("rateOutside", form == Form.RATE_OUTSIDE)
                .flag("lastChange", form == Form.LAST_CHANGE)
                .flag("average", form == Form.AVERAGE)
                .toString();
    }
}
