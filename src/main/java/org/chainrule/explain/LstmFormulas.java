package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.layer.Lstm;
import org.chainrule.network.Network;

/**
 * Long short-term memory, step by step: the candidate a and the gates i, f, o, {@code c_t = a·i + f·c_(t−1)}, {@code h_t = o·tanh(c_t)}, and back
 * through time.
 *
 * @param layer the layer
 */
record LstmFormulas(Lstm layer) implements LayerFormulas {
    private RecurrentTerms terms() {
        return new RecurrentTerms(layer, Lstm.GATES);
    }

    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        return terms().moments(unit).stream()
                .flatMap(moment -> step(moment, symbols).stream())
                .toList();
    }

    private List<Equation> step(Moment moment, Symbols symbols) {
        List<Equation> equations = new ArrayList<>();
        for (String gate : Lstm.GATES) {
            Formula sum = terms().sum(gate, moment, symbols);
            Formula squashed = gate.equals("a") ? tanh(sum) : new Function("σ", sum, z -> 1 / (1 + Math.exp(-z)));
            equations.add(new Equation(terms().value(gate, moment, symbols), squashed));
        }
        Cell cell = new Cell(terms(), moment, symbols);
        Formula entering = cell.of("a").times(cell.of("i"));
        equations.add(new Equation(
                cell.of("c"),
                terms().hasStateBefore(moment) ? entering.plus(cell.of("f").times(cell.before())) : entering));
        equations.add(new Equation(cell.of("h"), cell.of("o").times(tanh(cell.of("c")))));
        return equations;
    }

    private static Formula tanh(Formula argument) {
        return new Function("tanh", argument, Math::tanh);
    }

    /** The numbers of one unit at one step. */
    private record Cell(RecurrentTerms terms, Moment moment, Symbols symbols) {
        Formula of(String letter) {
            return terms.value(letter, moment, symbols);
        }

        Formula before() {
            return terms.value("c", moment.at(moment.step() - 1), symbols);
        }

        /** {@code i(1 − i)}. */
        Formula slope(String gate) {
            return of(gate).times(number(1).minus(of(gate)));
        }
    }

    @Override
    public List<Equation> backward(Unit unit, DeltaSymbols symbols) {
        List<Equation> equations = new ArrayList<>();
        for (Moment moment : terms().moments(unit)) {
            Formula toState = terms().slope("h", moment, symbols);
            equations.addAll(0, deltas(moment, symbols));
            equations.add(0, new Equation(terms().slope("c", moment, symbols), cellGradient(moment, symbols)));
            equations.add(0, new Equation(toState, terms().stateGradient(unit, moment, symbols)));
        }
        return equations;
    }

    private Formula cellGradient(Moment moment, DeltaSymbols symbols) {
        Cell cell = new Cell(terms(), moment, symbols.forward());
        Formula slope = number(1).minus(tanh(cell.of("c")).squared());
        Formula fromState = Terms.product(terms().slope("h", moment, symbols), cell.of("o"), slope);
        if (moment.step() == terms().steps() - 1) {
            return fromState;
        }
        Moment next = moment.at(moment.step() + 1);
        return fromState.plus(terms().slope("c", next, symbols).times(terms().value("f", next, symbols.forward())));
    }

    private List<Equation> deltas(Moment moment, DeltaSymbols symbols) {
        Cell cell = new Cell(terms(), moment, symbols.forward());
        Formula toCell = terms().slope("c", moment, symbols);
        Formula toState = terms().slope("h", moment, symbols);
        Formula forget =
                terms().hasStateBefore(moment) ? Terms.product(toCell, cell.before(), cell.slope("f")) : number(0);
        return List.of(
                new Equation(
                        terms().delta("a", moment, symbols),
                        Terms.product(
                                toCell,
                                cell.of("i"),
                                number(1).minus(cell.of("a").squared()))),
                new Equation(terms().delta("i", moment, symbols), Terms.product(toCell, cell.of("a"), cell.slope("i"))),
                new Equation(terms().delta("f", moment, symbols), forget),
                new Equation(
                        terms().delta("o", moment, symbols),
                        Terms.product(toState, tanh(cell.of("c")), cell.slope("o"))));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        return terms().handedBack(source, symbols);
    }

    @Override
    public java.util.function.Function<DeltaSymbols, Formula> gradient(Network network, int parameter) {
        return symbols -> terms().gradient(parameter, symbols);
    }
}
