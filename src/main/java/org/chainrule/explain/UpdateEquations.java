package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Symbol;
import org.chainrule.network.Network;
import org.chainrule.network.Update;

/**
 * How a parameter changes: {@code w5(new) = w5 − α·∂Cf/∂w5}; a frozen one stays.
 *
 * @param notation what the quantities are called
 * @param update the step that recorded the numbers
 */
record UpdateEquations(Notation notation, Update update) {
    Explanation explained(int parameter) {
        return new Explanation(List.of(equation(parameter)), notes(parameter));
    }

    private List<String> notes(int parameter) {
        String name = network().parameters().layout().name(parameter);
        if (isFrozen(parameter)) {
            return List.of(name + " is frozen: it keeps its value.");
        }
        return update.adjustments().isEmpty()
                ? List.of()
                : List.of("g is the gradient of the loss by " + name + ", " + Numbers.computed(update.gradient(name))
                        + ", " + update.adjustments() + ".");
    }

    Equation equation(int parameter) {
        Partial partial = DeltaSymbols.of(notation, update.deltas(), 0)
                .gradient(ParameterUse.of(network(), parameter).get(0));
        Symbol old = partial.by();
        Symbol updated = notation.updated(old, update.network().parameters().at(parameter));
        Symbol rate = notation.learningRate(update.learningRate());
        Formula gradient = update.adjustments().isEmpty()
                ? partial
                : Symbol.of("g", update.gradients().at(parameter));
        Formula rule = isFrozen(parameter) ? old : update.optimizer().formula(old, gradient, rate);
        return new Equation(updated, rule);
    }

    private boolean isFrozen(int parameter) {
        return network().parameters().layout().isFrozen(parameter);
    }

    private Network network() {
        return update.deltas().network();
    }
}
