package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Formula;

/** Flatten: every value stays as it is. */
record FlattenFormulas() implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        return List.of(new Equation(symbols.output(unit), symbols.output(unit.below(unit.index()))));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        return symbols.delta(source.above(source.index()));
    }
}
