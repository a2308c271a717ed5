package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * Cosine decay: α(t) = end + (initial − end) · ½(1 + cos(π t / steps)), and {@code end} from step {@code steps} on.
 *
 * <p>Source: Loshchilov and Hutter, "SGDR" (2016), without restarts.
 *
 * @param initial the rate of step 0
 * @param end the rate it decays to
 * @param steps when the end is reached
 */
public record CosineDecay(double initial, double end, long steps) implements Schedule {
    public CosineDecay {
        Require.notNegative("cosineDecay() got learning rate", initial);
        Require.notNegative("cosineDecay() got end rate", end);
        Require.atLeast1("cosineDecay()", steps, "steps");
    }

    @Override
    public double at(long step) {
        double done = (double) Math.min(step, steps) / steps;
        return end + (initial - end) * (1 + StrictMath.cos(Math.PI * done)) / 2;
    }

    @Override
    public String toString() {
        return "cosineDecay(" + Numbers.given(initial) + ", " + Numbers.given(end) + ", " + steps + ")";
    }
}
