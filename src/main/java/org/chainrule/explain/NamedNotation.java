package org.chainrule.explain;

import org.chainrule.formula.Symbol;

/**
 * The letters of the worked example: a unit HN1 has the pre-activation HN1i and the output HN1o, an output unit predicts
 * Yp where the target is Ya, and the cost is Cf. Several outputs carry their unit's name: Yp_o1, Ya_o1.
 *
 * <p>Source: slides "Training a NNet", forward and back propagation.
 */
record NamedNotation() implements Notation {
    @Override
    public Symbol weight(Unit unit, Unit source, double value) {
        return SymbolNames.indexed(unit.weightName(source), value);
    }

    @Override
    public Symbol bias(Unit unit, double value) {
        return SymbolNames.indexed(unit.biasName(), value);
    }

    @Override
    public Symbol preActivation(Unit unit, double value) {
        return Symbol.of(unit.name() + "i", value);
    }

    @Override
    public Symbol output(Unit unit, double value) {
        if (unit.isInput()) {
            return SymbolNames.indexed(unit.name(), value);
        }
        return unit.isOutput() ? ofOutput("Yp", unit, value) : Symbol.of(unit.name() + "o", value);
    }

    @Override
    public Symbol target(Unit unit, double value) {
        return ofOutput("Ya", unit, value);
    }

    private static Symbol ofOutput(String letters, Unit unit, double value) {
        return new Symbol(letters, unit.layerSize() > 1 ? unit.name() : "", value);
    }

    @Override
    public Symbol delta(Unit unit, double value) {
        return new Symbol("δ", unit.name(), value);
    }

    @Override
    public Symbol loss(double value) {
        return Symbol.of("Cf", value);
    }

    @Override
    public Symbol learningRate(double value) {
        return Symbol.of("α", value);
    }
}
