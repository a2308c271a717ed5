package org.chainrule.formula;

import java.util.List;

/**
 * A formula as a small tree, so that one object gives the symbols, the numbers substituted and the result.
 *
 * <p>Symbols carry the value that the engine recorded for them. A writer prints the tree once with names and once with
 * values; {@link #value()} computes it, which lets tests hold every formula shown against the number it explains.
 *
 * <p>Example: {@code w.times(x).plus(b)} reads <i>w·x + b</i>.
 */
public sealed interface Formula
        permits Symbol,
                Partial,
                Constant,
                Sum,
                Summation,
                Product,
                Quotient,
                Power,
                Negation,
                Function,
                Maximum,
                Cases {

    /**
     * The value of this formula, computed from the values of its symbols.
     *
     * @return the number, NaN where the formula is undefined
     */
    double value();

    /**
     * This formula with the recorded numbers in place of the symbols; only {@code e} stays a letter.
     *
     * @return a formula without symbols and of the same value
     */
    Formula substituted();

    /**
     * {@code this + other}.
     *
     * @param other the second summand
     * @return the sum
     */
    default Formula plus(Formula other) {
        return new Sum(List.of(this, other));
    }

    /**
     * {@code this − other}.
     *
     * @param other what is subtracted
     * @return the difference
     */
    default Formula minus(Formula other) {
        return new Sum(List.of(this, other.negated()));
    }

    /**
     * {@code this · other}.
     *
     * @param other the second factor
     * @return the product
     */
    default Formula times(Formula other) {
        return new Product(List.of(this, other));
    }

    /**
     * {@code this / other}.
     *
     * @param other the denominator
     * @return the quotient
     */
    default Formula over(Formula other) {
        return new Quotient(this, other);
    }

    /**
     * {@code this} to a power.
     *
     * @param exponent the exponent
     * @return the power
     */
    default Formula power(Formula exponent) {
        return new Power(this, exponent);
    }

    /**
     * {@code −this}.
     *
     * @return the negated formula
     */
    default Formula negated() {
        return new Negation(this);
    }

    /**
     * The square.
     *
     * @return {@code this²}
     */
    default Formula squared() {
        return power(number(2));
    }

    /**
     * The square root.
     *
     * @return {@code √this}
     */
    default Formula root() {
        return new Function("√", this, Math::sqrt);
    }

    /**
     * The absolute value.
     *
     * @return {@code |this|}
     */
    default Formula absolute() {
        return new Function("abs", this, Math::abs);
    }

    /**
     * A number that belongs to the formula itself, as the 2 of a square.
     *
     * @param value the number
     * @return the constant
     */
    static Formula number(double value) {
        return new Constant(value);
    }

    /**
     * e to a power.
     *
     * @param exponent the exponent
     * @return {@code e^exponent}
     */
    static Formula exp(Formula exponent) {
        return new Power(Symbol.E, exponent);
    }
}
