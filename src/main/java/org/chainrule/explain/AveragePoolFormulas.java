package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;

import java.util.List;
import org.chainrule.formula.Formula;

/**
 * Average pooling: {@code h = 1/4·(x1 + x2 + x3 + x4)}; padding counts as zeros.
 *
 * @param places what each window sees
 */
record AveragePoolFormulas(WindowPlaces places) implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        Formula sum = Terms.sum(places.seenBy(unit.index()).stream()
                .<Formula>map(place -> symbols.output(unit.below(place)))
                .toList());
        return List.of(new Equation(symbols.output(unit), share(sum)));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        List<Formula> deltas = places.seeing(source.index()).stream()
                .<Formula>map(reader -> symbols.delta(source.above(reader)))
                .toList();
        return deltas.isEmpty() ? number(0) : share(Terms.sum(deltas));
    }

    private Formula share(Formula sum) {
        return Terms.product(number(1).over(number(places.windowSize())), sum);
    }
}
