package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Natural exponential decay: α(t) = initial · e^(−decay · t / steps).
 *
 * @param initial the rate of step 0
 * @param decay the exponent, at least 0
 * @param steps steps over which the rate decays once by {@code decay}
 * @param staircase whether the rate falls once every {@code steps} instead of a little at every step
 */
public record NaturalExponentialDecay(double initial, double decay, long steps, boolean staircase) implements Schedule {
    public NaturalExponentialDecay {
        Require.notNegative("naturalExponentialDecay() got learning rate", initial);
        Require.notNegative("naturalExponentialDecay() got decay", decay);
        Require.atLeast1("naturalExponentialDecay()", steps, "steps");
    }

    /**
     * Falls in stairs: once every {@code steps}.
     *
     * @return a new schedule
     */
    public NaturalExponentialDecay inStairs() {
        return new NaturalExponentialDecay(initial, decay, steps, true);
    }

    @Override
    public double at(long step) {
        double times = staircase ? step / steps : (double) step / steps;
        return initial * StrictMath.exp(-decay * times);
    }

    @Override
    public String toString() {
        return "naturalExponentialDecay(" + Numbers.given(initial) + ", " + Numbers.given(decay) + ", " + steps + ")"
                + (staircase ? ".inStairs()" : "");
    }
}
