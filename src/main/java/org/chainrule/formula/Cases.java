package org.chainrule.formula;

/**
 * Two branches chosen by the sign of a variable: {@code z if z > 0, otherwise 0}.
 *
 * @param variable what decides
 * @param positive the branch for {@code variable > 0}
 * @param otherwise the branch for {@code variable ≤ 0}
 */
public record Cases(Formula variable, Formula positive, Formula otherwise) implements Formula {
    @Override
    public double value() {
        return chosen().value();
    }

    /**
     * The branch that holds for the variable's value.
     *
     * @return one of the two branches
     */
    public Formula chosen() {
        return variable.value() > 0 ? positive : otherwise;
    }

    @Override
    public Formula substituted() {
        return new Cases(variable.substituted(), positive.substituted(), otherwise.substituted());
    }
}
