package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;

/** Dropout: every value times its mask, {@code h = m·x}; in use every value stays as it is. */
record DropoutFormulas() implements LayerFormulas {
    @Override
    public List<Equation> forward(Unit unit, Symbols symbols) {
        Formula value = symbols.output(unit.below(unit.index()));
        return List.of(new Equation(symbols.output(unit), masked(value, unit, symbols)));
    }

    @Override
    public Formula handedBack(Unit source, DeltaSymbols symbols) {
        Unit unit = source.above(source.index());
        return masked(symbols.delta(unit), unit, symbols.forward());
    }

    private static Formula masked(Formula value, Unit unit, Symbols symbols) {
        if (!symbols.isTraining()) {
            return value;
        }
        Symbol mask = new Symbol("m", unit.name(), symbols.detail(unit.layer(), "mask", unit.index()));
        return mask.times(value);
    }
}
