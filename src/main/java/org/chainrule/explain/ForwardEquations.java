package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Formula;

/**
 * How a unit computes: {@code HN1i = w1·x1 + w3·x2 + b1} and {@code HN1o = f(HN1i)}.
 *
 * @param symbols with the recorded numbers
 */
record ForwardEquations(Symbols symbols) {
    List<Equation> both(Unit unit) {
        return List.of(sum(unit), activation(unit));
    }

    Equation sum(Unit unit) {
        List<Formula> terms = new ArrayList<>();
        for (Unit source : unit.sources()) {
            terms.add(symbols.weight(unit, source).times(symbols.output(source)));
        }
        symbols.bias(unit).ifPresent(terms::add);
        return new Equation(symbols.preActivation(unit), Terms.sum(terms));
    }

    Equation activation(Unit unit) {
        return new Equation(
                symbols.output(unit),
                unit.activation().formula(symbols.layer(unit).z(), unit.index()));
    }
}
