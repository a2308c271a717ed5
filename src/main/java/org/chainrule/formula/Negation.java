package org.chainrule.formula;

/**
 * {@code −formula}.
 *
 * @param formula what is negated
 */
public record Negation(Formula formula) implements Formula {
    @Override
    public double value() {
        return -formula.value();
    }

    @Override
    public Formula substituted() {
        return new Negation(formula.substituted());
    }
}
