package org.chainrule.formula;

/**
 * A number that belongs to the formula itself, as the 1 in {@code 1 − f²}.
 *
 * @param value the number
 */
public record Constant(double value) implements Formula {
    @Override
    public Formula substituted() {
        return this;
    }
}
