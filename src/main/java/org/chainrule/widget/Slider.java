package org.chainrule.widget;

import java.util.function.DoubleConsumer;
import org.chainrule.formula.Given;
import org.chainrule.formula.Numbers;

/** A number between two bounds: {@code slider("w5", -2, 2, 0.3)}. */
public final class Slider extends Control {
    private static final int STEPS = 100;

    private final double from;
    private final double to;
    private final double step;
    private volatile double value;

    private Slider(String label, double from, double to, double step, double value) {
        super("slider", label);
        this.from = from;
        this.to = to;
        this.step = step;
        this.value = value;
    }

    /**
     * A slider with about a hundred steps.
     *
     * @param label what stands beside it
     * @param from the least value, finite
     * @param to the greatest value, finite and above {@code from}
     * @param value where it stands at first, between the two
     * @return the slider
     */
    public static Slider of(String label, double from, double to, double value) {
        if (!(Double.isFinite(from) && Double.isFinite(to) && from < to)) {
            throw new IllegalArgumentException("slider(\"" + label + "\") got the range " + Numbers.given(from) + " to "
                    + Numbers.given(to) + ", but it needs two finite numbers, the smaller one first.");
        }
        if (!(from <= value && value <= to)) {
            throw new IllegalArgumentException("slider(\"" + label + "\") got the value " + Numbers.given(value)
                    + ", but it needs one in its range from " + Numbers.given(from) + " to " + Numbers.given(to) + ".");
        }
        return new Slider(label, from, to, roundStep((to - from) / STEPS), value);
    }

    /** The nearest power of ten times 1, 2 or 5 that is not larger. */
    private static double roundStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        double digit = step / power;
        return power * (digit >= 5 - 1e-9 ? 5 : digit >= 2 - 1e-9 ? 2 : 1);
    }

    /**
     * This slider with other steps.
     *
     * @param size how far one key press moves it, positive
     * @return a new slider
     */
    public Slider step(double size) {
        if (!(size > 0 && size <= to - from)) {
            throw new IllegalArgumentException("step() got " + Numbers.given(size)
                    + ", but it needs a positive number, at most " + Numbers.given(to - from) + ".");
        }
        return new Slider(label(), from, to, size, value);
    }

    /**
     * Where it stands now.
     *
     * @return a number in its range
     */
    public double value() {
        return value;
    }

    /**
     * The least value.
     *
     * @return the lower bound
     */
    public double from() {
        return from;
    }

    /**
     * The greatest value.
     *
     * @return the upper bound
     */
    public double to() {
        return to;
    }

    /**
     * How far one key press moves it.
     *
     * @return positive
     */
    public double step() {
        return step;
    }

    /**
     * Moves it, as the notebook does when a reader does; what lies outside is taken as the nearest bound.
     *
     * @param position any number
     */
    public void moveTo(double position) {
        if (!Double.isNaN(position)) {
            value = Math.max(from, Math.min(to, position));
        }
    }

    /**
     * Runs code when it was moved.
     *
     * @param callback takes the new value
     * @return this slider
     */
    public Slider onChange(DoubleConsumer callback) {
        Given.given("onChange()", callback, "code: onChange(value -> …)");
        listen(() -> callback.accept(value));
        return this;
    }

    @Override
    public String valueText() {
        return Numbers.given(value);
    }

    @Override
    public String range() {
        return "from " + Numbers.given(from) + " to " + Numbers.given(to);
    }

    @Override
    public String toString() {
        return "slider " + label() + " = " + valueText();
    }
}
