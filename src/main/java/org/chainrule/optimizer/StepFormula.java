package org.chainrule.optimizer;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;

/**
 * One line of the arithmetic of a step: {@code m(new) = β1·m + (1 − β1)·g}.
 *
 * @param result what is computed, with its number
 * @param formula what it comes from
 */
public record StepFormula(Symbol result, Formula formula) {
    /** A quantity that is neither kept nor recorded, such as Δ, with the value of its formula. */
    static StepFormula between(String letters, Formula formula) {
        return new StepFormula(Symbol.of(letters, formula.value()), formula);
    }
}
