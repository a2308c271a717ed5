package org.chainrule.explain;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Symbol;

/**
 * One link of a chain from the loss to a parameter: {@code ∂Yp/∂ONi = Yp(1 − Yp)}.
 *
 * @param of what is differentiated
 * @param by the next quantity on the way back
 * @param derivative of the one by the other; of the loss without its factor
 */
record Link(Symbol of, Symbol by, Formula derivative) {
    /** This link multiplied by the factor of the loss. */
    Link times(Formula factor) {
        return new Link(of, by, Terms.product(factor, derivative));
    }

    /** The derivative as a quantity. */
    Partial partial() {
        return new Partial(of, by, derivative.value());
    }

    Equation equation() {
        return new Equation(partial(), derivative);
    }
}
