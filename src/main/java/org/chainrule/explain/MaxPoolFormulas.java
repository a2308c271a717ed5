package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Maximum;

/**
 * Max pooling: {@code h = max(x1, x2, x3, x4)}; the winner gets all of the error.
 *
 * @param places what each window sees
 */
record MaxPoolFormulas(WindowPlaces places) implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        List<Formula> seen = places.seenBy(unit.index()).stream()
                .<Formula>map(place -> symbols.output(unit.below(place)))
                .toList();
        return List.of(new Equation(symbols.output(unit), new Maximum(seen)));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        List<Formula> won = places.seeing(source.index()).stream()
                .filter(reader -> symbols.forward().detail(source.layer() + 1, "winner", reader) == source.index())
                .<Formula>map(reader -> symbols.delta(source.above(reader)))
                .toList();
        return won.isEmpty() ? number(0) : Terms.sum(won);
    }
}
