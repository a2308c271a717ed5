package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chainrule.activation.Activation;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;
import org.chainrule.layer.SimpleRnn;
import org.chainrule.network.Network;

/**
 * A simple recurrent layer, step by step: {@code z_t = w·x_t + u·h_(t−1) + b}, {@code h_t = f(z_t)}, and back through time.
 *
 * @param layer with f
 */
record SimpleRnnFormulas(SimpleRnn layer) implements LayerFormulas {
    private RecurrentTerms terms() {
        return new RecurrentTerms(layer, List.of("z"));
    }

    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        List<Equation> equations = new ArrayList<>();
        for (Moment moment : terms().moments(unit)) {
            Symbol z = terms().value("z", moment, symbols);
            equations.add(new Equation(z, terms().sum("z", moment, symbols)));
            equations.add(new Equation(
                    terms().value("h", moment, symbols), layer.function().formula(List.of(z), 0)));
        }
        return equations;
    }

    @Override
    public List<Equation> backward(Unit unit, DeltaSymbols symbols) {
        List<Equation> equations = new ArrayList<>();
        for (Moment moment : terms().moments(unit)) {
            Formula toState = terms().slope("h", moment, symbols);
            Activation.Units own = new Activation.Units(
                    List.of(terms().value("z", moment, symbols.forward())),
                    List.of(terms().value("h", moment, symbols.forward())));
            Formula slope = layer.function().derivativeFormula(own, 0, 0);
            equations.add(0, new Equation(terms().delta("z", moment, symbols), Terms.product(toState, slope)));
            equations.add(0, new Equation(toState, terms().stateGradient(unit, moment, symbols)));
        }
        return equations;
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        return terms().handedBack(source, symbols);
    }

    @Override
    public Function<DeltaSymbols, Formula> gradient(Network network, int parameter) {
        return symbols -> terms().gradient(parameter, symbols);
    }
}
