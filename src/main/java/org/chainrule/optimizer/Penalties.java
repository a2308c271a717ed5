package org.chainrule.optimizer;

/**
 * The strengths of the penalties that a proximal rule solves exactly in each step: l1·|w| + l2/2·w².
 *
 * @param l1 at least 0; above 0 it makes weights exactly 0
 * @param l2 at least 0
 */
public record Penalties(double l1, double l2) {
    /** No penalty. */
    public static final Penalties NONE = new Penalties(0, 0);

    public Penalties {
        Require.notNegative("l1", l1);
        Require.notNegative("l2", l2);
    }

    /** Another l1. */
    Penalties l1(double value) {
        return new Penalties(value, l2);
    }

    /** Another l2. */
    Penalties l2(double value) {
        return new Penalties(l1, value);
    }

    /** The value moved towards 0 by an amount and no further. */
    static double towardsZero(double value, double amount) {
        return value - Math.max(-amount, Math.min(amount, value));
    }
}
