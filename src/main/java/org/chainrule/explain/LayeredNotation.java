package org.chainrule.explain;

import org.chainrule.formula.Symbol;

/**
 * Pre-activations a and outputs h with the number of their layer and unit, weights w with those of layer, unit and source;
 * the prediction is ŷ, the target y, the loss L. Inputs are layer 0.
 *
 * <p>Source: slides "Training DNN Models", feed-forward network and back propagation.
 */
record LayeredNotation() implements Notation {
    @Override
    public Symbol weight(Unit unit, Unit source, double value) {
        return new Symbol("w", place(unit) + "_" + number(source), value);
    }

    @Override
    public Symbol bias(Unit unit, double value) {
        return new Symbol("b", unit.sharesBias() ? "" + unit.layer() : place(unit), value);
    }

    @Override
    public Symbol preActivation(Unit unit, double value) {
        return new Symbol("a", place(unit), value);
    }

    @Override
    public Symbol output(Unit unit, double value) {
        if (unit.isInput()) {
            return new Symbol("x", number(unit), value);
        }
        return unit.isOutput() ? ofOutput("ŷ", unit, value) : new Symbol("h", place(unit), value);
    }

    @Override
    public Symbol target(Unit unit, double value) {
        return ofOutput("y", unit, value);
    }

    private static Symbol ofOutput(String letter, Unit unit, double value) {
        return new Symbol(letter, unit.layerSize() > 1 ? number(unit) : "", value);
    }

    private static String place(Unit unit) {
        return unit.layer() + "_" + number(unit);
    }

    private static String number(Unit unit) {
        return String.valueOf(unit.index() + 1);
    }

    @Override
    public Symbol delta(Unit unit, double value) {
        return new Symbol("δ", place(unit), value);
    }

    @Override
    public Symbol loss(double value) {
        return Symbol.of("L", value);
    }

    @Override
    public Symbol learningRate(double value) {
        return Symbol.of("α", value);
    }
}
