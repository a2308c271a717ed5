package org.chainrule.formula;

import java.util.function.DoubleUnaryOperator;

/**
 * A function that has a name of its own, applied: {@code tanh(z)}.
 *
 * @param name as it is printed
 * @param argument what it is applied to
 * @param rule the function
 */
public record Function(String name, Formula argument, DoubleUnaryOperator rule) implements Formula {
    @Override
    public double value() {
        return rule.applyAsDouble(argument.value());
    }

    @Override
    public Formula substituted() {
        return new Function(name, argument.substituted(), rule);
    }
}
