package org.chainrule.optimizer;

import static org.chainrule.formula.Formula.number;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;

/**
 * The quantities of one parameter in one step, as symbols with their numbers: what the formulas of an optimizer are made of.
 *
 * @param parameter w before the step
 * @param gradient g
 * @param rate α
 * @param step what happened
 * @param index of the parameter
 */
public record StepSymbols(Symbol parameter, Formula gradient, Symbol rate, Step step, int index) {
    /** What was remembered before the step: {@code m}. */
    Symbol before(Slot slot) {
        return slot.symbol().with("", value(step.before(), slot));
    }

    /** What is remembered after it: {@code m(new)}. */
    Symbol after(Slot slot) {
        return slot.symbol().with("new", value(step.state(), slot));
    }

    private double value(OptimizerState state, Slot slot) {
        return state.at(slot.name(), slot.scalar() ? 0 : index);
    }

    /** The new value of the parameter. */
    StepFormula next(Formula formula) {
        return new StepFormula(parameter.with("new", step.newValues()[index]), formula);
    }

    /** The new value of what is remembered. */
    StepFormula next(Slot slot, Formula formula) {
        return new StepFormula(after(slot), formula);
    }

    /** A moving average: {@code m(new) = β·m + (1 − β)·x}. */
    StepFormula average(Slot slot, Symbol beta, Formula value) {
        return next(slot, beta.times(before(slot)).plus(number(1).minus(beta).times(value)));
    }

    /** The number of the step, from 1. */
    Symbol t() {
        return Symbol.of("t", step.state().steps());
    }

    /** What corrects an average for its start at 0: {@code 1 − β^t}. */
    Formula bias(Symbol beta) {
        return number(1).minus(beta.power(t()));
    }
}
