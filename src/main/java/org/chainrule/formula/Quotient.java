package org.chainrule.formula;

/**
 * {@code numerator / denominator}.
 *
 * @param numerator above the line
 * @param denominator below the line
 */
public record Quotient(Formula numerator, Formula denominator) implements Formula {
    @Override
    public double value() {
        return numerator.value() / denominator.value();
    }

    @Override
    public Formula substituted() {
        return new Quotient(numerator.substituted(), denominator.substituted());
    }
}
