package org.chainrule.formula;

import java.util.List;

/**
 * {@code a + b + …}; a {@link Negation} among the terms reads as a difference.
 *
 * @param terms at least one
 */
public record Sum(List<Formula> terms) implements Formula {
    public Sum {
        terms = List.copyOf(terms);
    }

    @Override
    public double value() {
        return terms.stream().mapToDouble(Formula::value).reduce(0, Double::sum);
    }

    @Override
    public Formula substituted() {
        return new Sum(terms.stream().map(Formula::substituted).toList());
    }
}
