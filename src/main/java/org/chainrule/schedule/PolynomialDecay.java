package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Polynomial decay: α(t) = (initial − end) · (1 − t / steps)^power + end, and {@code end} from step {@code steps} on.
 *
 * @param initial the rate of step 0
 * @param end the rate it decays to
 * @param steps when the end is reached
 * @param power 1 for a straight line
 * @param cycle whether it starts again, each cycle stretched to the next multiple of {@code steps}
 */
public record PolynomialDecay(double initial, double end, long steps, double power, boolean cycle) implements Schedule {
    /** The default power: {@value}, a straight line. */
    public static final double DEFAULT_POWER = 1;

    public PolynomialDecay {
        Require.notNegative("polynomialDecay() got learning rate", initial);
        Require.notNegative("polynomialDecay() got end rate", end);
        Require.atLeast1("polynomialDecay()", steps, "steps");
        Require.positive("power() got power", power);
    }

    /**
     * A decay with the power {@value #DEFAULT_POWER} that ends once.
     *
     * @param initial the rate of step 0
     * @param end the rate it decays to
     * @param steps when the end is reached
     */
    public PolynomialDecay(double initial, double end, long steps) {
        this(initial, end, steps, DEFAULT_POWER, false);
    }

    /**
     * Bends the line.
     *
     * @param exponent above 0; the default is {@value #DEFAULT_POWER}
     * @return a new schedule
     */
    public PolynomialDecay power(double exponent) {
        return new PolynomialDecay(initial, end, steps, exponent, cycle);
    }

    /**
     * Starts again when the end is reached.
     *
     * @return a new schedule
     */
    public PolynomialDecay cycling() {
        return new PolynomialDecay(initial, end, steps, power, true);
    }

    @Override
    public double at(long step) {
        double cycles = cycle ? Math.max(1, Math.ceil((double) step / steps)) : 1;
        double length = steps * cycles;
        double done = Math.min(step, length) / length;
        return (initial - end) * StrictMath.pow(1 - done, power) + end;
    }

    @Override
    public String toString() {
        return "polynomialDecay(" + Numbers.given(initial) + ", " + Numbers.given(end) + ", " + steps + ")"
                + (power == DEFAULT_POWER ? "" : ".power(" + Numbers.given(power) + ")")
                + (cycle ? ".cycling()" : "");
    }
}
