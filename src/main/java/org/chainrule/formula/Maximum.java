package org.chainrule.formula;

/**
 * The larger of two: {@code max(β2·u, |g|)}.
 *
 * @param first any formula
 * @param second any formula
 */
public record Maximum(Formula first, Formula second) implements Formula {
    @Override
    public double value() {
        return Math.max(first.value(), second.value());
    }

    @Override
    public Formula substituted() {
        return new Maximum(first.substituted(), second.substituted());
    }
}
