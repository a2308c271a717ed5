package org.chainrule.activation;

import org.chainrule.formula.Numbers;

/**
 * The values a function can take or come arbitrarily close to.
 *
 * @param infimum the lower end
 * @param supremum the upper end
 * @param closedBelow whether the lower end itself is taken
 */
public record Range(double infimum, double supremum, boolean closedBelow) {
    /** All real numbers. */
    public static final Range REAL = open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Zero and everything above. */
    public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY, true);

    /**
     * The open interval.
     *
     * @param infimum its lower end, not taken
     * @param supremum its upper end, not taken
     * @return {@code (infimum, supremum)}
     */
    public static Range open(double infimum, double supremum) {
        return new Range(infimum, supremum, false);
    }

    /**
     * Whether the function can take {@code value}.
     *
     * @param value any number
     * @return true inside the interval
     */
    public boolean contains(double value) {
        return (value > infimum || (closedBelow && value == infimum)) && value < supremum;
    }

    /**
     * The value nearest to {@code value} that the function reaches or approaches.
     *
     * @param value any number
     * @return {@code value} itself inside the interval, else the nearer end
     */
    public double nearest(double value) {
        return Math.min(Math.max(value, infimum), supremum);
    }

    @Override
    public String toString() {
        return (closedBelow ? "[" : "(") + Numbers.given(infimum) + ", " + Numbers.given(supremum) + ")";
    }
}
