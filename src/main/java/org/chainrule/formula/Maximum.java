package org.chainrule.formula;

import java.util.List;

/**
 * The largest of several: {@code max(β2·u, |g|)}.
 *
 * @param formulas at least one
 */
public record Maximum(List<Formula> formulas) implements Formula {
    public Maximum {
        formulas = List.copyOf(formulas);
    }

    /**
     * The larger of two.
     *
     * @param first any formula
     * @param second any formula
     */
    public Maximum(Formula first, Formula second) {
        this(List.of(first, second));
    }

    @Override
    public double value() {
        return formulas.stream().mapToDouble(Formula::value).max().orElse(Double.NaN);
    }

    @Override
    public Formula substituted() {
        return new Maximum(formulas.stream().map(Formula::substituted).toList());
    }
}
