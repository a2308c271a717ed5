package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Exponential decay: α(t) = initial · decay^(t / steps).
 *
 * @param initial the rate of step 0
 * @param decay the factor, at least 0; below 1 the rate falls
 * @param steps steps over which the rate decays once by {@code decay}
 * @param staircase whether the rate falls once every {@code steps} instead of a little at every step
 */
public record ExponentialDecay(double initial, double decay, long steps, boolean staircase) implements Schedule {
    public ExponentialDecay {
        Require.notNegative("exponentialDecay() got learning rate", initial);
        Require.notNegative("exponentialDecay() got decay", decay);
        Require.atLeast1("exponentialDecay()", steps, "steps");
    }

    /**
     * Falls in stairs: once every {@code steps}.
     *
     * @return a new schedule
     */
    public ExponentialDecay inStairs() {
        return new ExponentialDecay(initial, decay, steps, true);
    }

    @Override
    public double at(long step) {
        double times = staircase ? step / steps : (double) step / steps;
        return initial * StrictMath.pow(decay, times);
    }

    @Override
    public String toString() {
        return "exponentialDecay(" + Numbers.given(initial) + ", " + Numbers.given(decay) + ", " + steps + ")"
                + (staircase ? ".inStairs()" : "");
    }
}
