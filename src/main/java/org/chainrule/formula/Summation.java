package org.chainrule.formula;

import java.util.List;

/**
 * {@code Σ} over an index: one general term in symbols, one term per index in numbers.
 *
 * @param index the letter of the index, as in {@code n} for samples
 * @param general the term as it is written after the Σ; its values are not used
 * @param terms one per value of the index, from 1
 */
public record Summation(String index, Formula general, List<Formula> terms) implements Formula {
    public Summation {
        terms = List.copyOf(terms);
    }

    @Override
    public double value() {
        return terms.stream().mapToDouble(Formula::value).sum();
    }

    @Override
    public Formula substituted() {
        return new Sum(terms).substituted();
    }
}
