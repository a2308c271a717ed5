package org.chainrule.formula;

/**
 * A partial derivative as a quantity with a recorded value: {@code ∂Cf/∂w3}.
 *
 * @param of what is differentiated
 * @param by the variable
 * @param value the value the engine recorded
 */
public record Partial(Symbol of, Symbol by, double value) implements Formula {
    @Override
    public Formula substituted() {
        return new Constant(value);
    }
}
