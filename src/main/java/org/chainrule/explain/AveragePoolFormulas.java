package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.layer.AveragePool2d;

/**
 * Average pooling: {@code h = 1/4·(x1 + x2 + x3 + x4)}; padding counts as zeros or is left out.
 *
 * @param layer what each window sees, and what its sum is divided by
 */
record AveragePoolFormulas(AveragePool2d layer) implements LayerFormulas {
    private WindowPlaces places() {
        return WindowPlaces.of(layer);
    }

    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        Formula sum = Terms.sum(places().seenBy(unit.index()).stream()
                .<Formula>map(place -> symbols.output(unit.below(place)))
                .toList());
        return List.of(new Equation(symbols.output(unit), share(unit.index(), sum)));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        List<Formula> shares = places().seeing(source.index()).stream()
                .map(reader -> share(reader, symbols.delta(source.above(reader))))
                .toList();
        return shares.isEmpty() ? number(0) : Terms.sum(shares);
    }

    private Formula share(int unit, Formula whole) {
        int count = layer.count(unit);
        return count == 1 ? whole : Terms.product(number(1).over(number(count)), whole);
    }
}
