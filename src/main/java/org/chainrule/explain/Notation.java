package org.chainrule.explain;

import org.chainrule.formula.Symbol;

/**
 * What the quantities of a network are called on the page. Each course has its own letters; the numbers are the same.
 *
 * <p>A method gets what it names and the value recorded for it, and gives the symbol that carries both.
 */
public interface Notation {
    /**
     * A weight.
     *
     * @param unit whose sum has it
     * @param source what it multiplies
     * @param value its recorded value
     * @return such as w₃
     */
    Symbol weight(Unit unit, Unit source, double value);

    /**
     * A bias.
     *
     * @param unit whose sum has it; of a shared bias the first one
     * @param value its recorded value
     * @return such as b₁
     */
    Symbol bias(Unit unit, double value);

    /**
     * What goes into the activation of a unit.
     *
     * @param unit a unit of any layer, no input
     * @param value its recorded value
     * @return such as HN1i
     */
    Symbol preActivation(Unit unit, double value);

    /**
     * What a unit gives on: the value of an input, the output of a hidden unit or the prediction.
     *
     * @param unit a unit of any layer, or an input
     * @param value its recorded value
     * @return such as x₁, HN1o or Yp
     */
    Symbol output(Unit unit, double value);

    /**
     * What an output unit should have given.
     *
     * @param unit a unit of the last layer
     * @param value the target
     * @return such as Ya
     */
    Symbol target(Unit unit, double value);

    /**
     * The derivative of the loss by the pre-activation of a unit.
     *
     * @param unit a unit of any layer, no input
     * @param value its recorded value
     * @return such as δ with the name of the unit
     */
    Symbol delta(Unit unit, double value);

    /**
     * What training makes small.
     *
     * @param value its recorded value
     * @return such as Cf
     */
    Symbol loss(double value);

    /**
     * The size of an optimizer's step.
     *
     * @param value its value
     * @return such as α
     */
    Symbol learningRate(double value);

    /**
     * A parameter after a step.
     *
     * @param parameter its symbol before the step
     * @param value its value after the step
     * @return such as w₃ marked as new
     */
    default Symbol updated(Symbol parameter, double value) {
        return parameter.with("new", value);
    }

    /**
     * The letters of the worked example, slides "Training a NNet": HN1i, HN1o, ONi, Yp, Ya, Cf, α.
     *
     * @return the notation that is used where none is asked for
     */
    static Notation named() {
        return new NamedNotation();
    }

    /**
     * The letters of the slides "Training DNN Models": a and h with layer and unit, ŷ, y, L, α.
     *
     * @return the notation
     */
    static Notation layered() {
        return new LayeredNotation();
    }

    /**
     * The letters of the slides "Training of neural networks: basics": u, z and δ with unit and layer, y, d, E, ε.
     *
     * @return the notation
     */
    static Notation indexed() {
        return new IndexedNotation();
    }
}
