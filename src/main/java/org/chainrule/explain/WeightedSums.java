package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chainrule.formula.Formula;
import org.chainrule.network.Network;

/** Dense layers and convolutions: a unit adds up what it reads, times weights: {@code HN1i = w1·x1 + w3·x2 + b1}, {@code HN1o = f(HN1i)}. */
record WeightedSums() implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        List<Formula> terms = new ArrayList<>();
        for (Unit source : unit.sources()) {
            terms.add(symbols.weight(unit, source).times(symbols.output(source)));
        }
        symbols.bias(unit).ifPresent(terms::add);
        return List.of(new Equation(symbols.preActivation(unit), Terms.sum(terms)), symbols.activation(unit));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        return Terms.sum(source.readers().stream()
                .map(reader ->
                        Terms.product(symbols.delta(reader), symbols.forward().weight(reader, source)))
                .toList());
    }

    @Override
    public Function<DeltaSymbols, Formula> gradient(Network network, int parameter) {
        List<ParameterUse> uses = ParameterUse.of(network, parameter);
        return symbols ->
                Terms.sum(uses.stream().map(use -> gradient(use, symbols)).toList());
    }

    private static Formula gradient(ParameterUse use, DeltaSymbols symbols) {
        Formula delta = symbols.delta(use.unit());
        return use.source()
                .map(source -> delta.times(symbols.forward().output(source)))
                .orElse(delta);
    }
}
