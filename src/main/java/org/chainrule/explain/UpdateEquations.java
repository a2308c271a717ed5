package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Symbol;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.optimizer.StepFormula;
import org.chainrule.optimizer.StepSymbols;

/**
 * How a parameter changes: {@code w5(new) = w5 − α·∂Cf/∂w5}, of other rules line by line; a frozen one stays.
 *
 * @param notation what the quantities are called
 * @param update the step that recorded the numbers
 */
record UpdateEquations(Notation notation, Update update) {
    Explanation explained(int parameter) {
        Partial partial = DeltaSymbols.of(notation, update.deltas(), 0).gradient(parameter);
        if (isFrozen(parameter)) {
            Symbol updated = notation.updated(partial.by(), partial.by().value());
            String note = network().parameters().layout().name(parameter) + " is frozen: it keeps its value.";
            return new Explanation(List.of(new Equation(updated, partial.by())), List.of(note));
        }
        List<Equation> equations = new ArrayList<>();
        Formula gradient = gradient(parameter, partial, equations);
        Symbol rate = notation.learningRate(update.learningRate());
        var symbols = new StepSymbols(partial.by(), gradient, rate, update.step(), parameter);
        List<StepFormula> lines = update.optimizer().formulas(symbols);
        Formula rule = lines.get(lines.size() - 1).formula();
        lines.stream()
                .limit(lines.size() - 1)
                .forEach(line -> equations.add(new Equation(line.result(), line.formula())));
        double value = update.network().parameters().at(parameter);
        equations.add(new Equation(notation.updated(partial.by(), value), rule));
        return new Explanation(equations, notes(parameter));
    }

    /** What the optimizer gets: where it uses it more than once, or it is not that of the loss, it has a letter of its own. */
    private Formula gradient(int parameter, Partial partial, List<Equation> equations) {
        Symbol letter = Symbol.of("g", update.gradients().at(parameter));
        if (!update.adjustments().isEmpty()) {
            return letter;
        }
        if (update.optimizer().slots().isEmpty()) {
            return partial;
        }
        equations.add(new Equation(letter, partial));
        return letter;
    }

    private List<String> notes(int parameter) {
        String name = network().parameters().layout().name(parameter);
        return update.adjustments().isEmpty()
                ? List.of()
                : List.of("g is the gradient of the loss by " + name + ", " + Numbers.computed(update.gradient(name))
                        + ", " + update.adjustments() + ".");
    }

    private boolean isFrozen(int parameter) {
        return network().parameters().layout().isFrozen(parameter);
    }

    private Network network() {
        return update.deltas().network();
    }
}
