package org.chainrule.formula;

/**
 * {@code base ^ exponent}.
 *
 * @param base the base
 * @param exponent the exponent
 */
public record Power(Formula base, Formula exponent) implements Formula {
    @Override
    public double value() {
        return Math.pow(base.value(), exponent.value());
    }

    @Override
    public Formula substituted() {
        return new Power(base.substituted(), exponent.substituted());
    }
}
