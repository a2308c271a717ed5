package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Inverse time decay: α(t) = initial / (1 + decay · t / steps).
 *
 * @param initial the rate of step 0
 * @param decay how much the denominator grows, at least 0
 * @param steps steps over which the rate decays once by {@code decay}
 * @param staircase whether the rate falls once every {@code steps} instead of a little at every step
 */
public record InverseTimeDecay(double initial, double decay, long steps, boolean staircase) implements Schedule {
    public InverseTimeDecay {
        Require.notNegative("inverseTimeDecay() got learning rate", initial);
        Require.notNegative("inverseTimeDecay() got decay", decay);
        Require.atLeast1("inverseTimeDecay()", steps, "steps");
    }

    /**
     * Falls in stairs: once every {@code steps}.
     *
     * @return a new schedule
     */
    public InverseTimeDecay inStairs() {
        return new InverseTimeDecay(initial, decay, steps, true);
    }

    @Override
    public double at(long step) {
        double times = staircase ? step / steps : (double) step / steps;
        return initial / (1 + decay * times);
    }

    @Override
    public String toString() {
        return "inverseTimeDecay(" + Numbers.given(initial) + ", " + Numbers.given(decay) + ", " + steps + ")"
                + (staircase ? ".inStairs()" : "");
    }
}
