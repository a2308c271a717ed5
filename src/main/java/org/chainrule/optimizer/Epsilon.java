package org.chainrule.optimizer;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;

/**
 * The small number that keeps a denominator above 0, either {@code √s + ε} or {@code √(s + ε)}.
 *
 * <p>One of the two is 0, so that one expression serves both: {@code √(s + inside) + outside}.
 *
 * @param inside ε under the root, or 0
 * @param outside ε beside the root, or 0
 */
public record Epsilon(double inside, double outside) {
    public Epsilon {
        Require.positive("epsilon() got", inside + outside);
    }

    static Epsilon outside(double value) {
        return new Epsilon(0, value);
    }

    /** The same number under the root. */
    Epsilon moveInside() {
        return new Epsilon(value(), 0);
    }

    /** Another number at the same place. */
    Epsilon with(double value) {
        return inside > 0 ? new Epsilon(value, 0) : new Epsilon(0, value);
    }

    /**
     * The number, wherever it stands.
     *
     * @return ε
     */
    public double value() {
        return inside + outside;
    }

    /** The denominator as a formula. */
    Formula root(Formula square) {
        Symbol letter = Symbol.of("ε", value());
        return inside > 0 ? square.plus(letter).root() : square.root().plus(letter);
    }

    /** What the rate is divided by. */
    double root(double square) {
        return Math.sqrt(square + inside) + outside;
    }
}
