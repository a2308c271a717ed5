package org.chainrule.explain;

import org.chainrule.formula.Symbol;

/**
 * Pre-activations u, outputs z and deltas with the number of their unit below and of their layer above; a weight goes to
 * the first of its indices from the second. The prediction is y, the target d, the loss E. Inputs are layer 1.
 *
 * <p>Source: slides "Training of neural networks: basics", derivation of the backpropagation algorithm.
 */
record IndexedNotation() implements Notation {
    @Override
    public Symbol weight(Unit unit, Unit source, double value) {
        return new Symbol("w", number(unit) + "_" + number(source), layer(unit), value);
    }

    @Override
    public Symbol bias(Unit unit, double value) {
        return new Symbol("b", unit.sharesBias() ? "" : number(unit), layer(unit), value);
    }

    @Override
    public Symbol preActivation(Unit unit, double value) {
        return new Symbol("u", number(unit), layer(unit), value);
    }

    @Override
    public Symbol output(Unit unit, double value) {
        if (unit.isInput()) {
            return new Symbol("x", number(unit), value);
        }
        return unit.isOutput()
                ? new Symbol("y", number(unit), value)
                : new Symbol("z", number(unit), layer(unit), value);
    }

    @Override
    public Symbol target(Unit unit, double value) {
        return new Symbol("d", number(unit), value);
    }

    private static String number(Unit unit) {
        return String.valueOf(unit.index() + 1);
    }

    private static String layer(Unit unit) {
        return String.valueOf(unit.layer() + 1);
    }

    @Override
    public Symbol delta(Unit unit, double value) {
        return new Symbol("δ", number(unit), layer(unit), value);
    }

    @Override
    public Symbol loss(double value) {
        return Symbol.of("E", value);
    }

    @Override
    public Symbol learningRate(double value) {
        return Symbol.of("ε", value);
    }

    /** The layer stays above the line beside the mark. */
    @Override
    public Symbol updated(Symbol parameter, double value) {
        return parameter.with(parameter.superscript() + ", new", value);
    }
}
