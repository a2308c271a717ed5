package org.chainrule.formula;

import java.util.List;

/**
 * {@code a · b · …}.
 *
 * @param factors at least one
 */
public record Product(List<Formula> factors) implements Formula {
    public Product {
        factors = List.copyOf(factors);
    }

    @Override
    public double value() {
        return factors.stream().mapToDouble(Formula::value).reduce(1, (a, b) -> a * b);
    }

    @Override
    public Formula substituted() {
        return new Product(factors.stream().map(Formula::substituted).toList());
    }
}
