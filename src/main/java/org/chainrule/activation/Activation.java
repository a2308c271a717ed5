package org.chainrule.activation;

import java.util.Collections;
import java.util.List;
import org.chainrule.formula.Formula;

/**
 * The function a unit applies to its pre-activation z, a rule beside its derivative.
 *
 * <p>Each implementation states the function, its derivative, its range and its kinks in one small file. The formulas
 * shown are written beside the rules they describe, and tests hold the two against each other and against a central
 * difference.
 */
public sealed interface Activation permits Identity, Sigmoid, Tanh, Relu, LeakyRelu {
    /**
     * The field's name of the function.
     *
     * @return such as {@code sigmoid}
     */
    String name();

    /**
     * f(z).
     *
     * @param z the pre-activation
     * @return the output
     */
    double value(double z);

    /**
     * f′(z).
     *
     * @param z the pre-activation
     * @param f the output f(z), already computed in the forward pass
     * @return the derivative; at a kink the one-sided value stated by the implementation
     */
    double derivative(double z, double f);

    /**
     * f(z) as a formula.
     *
     * @param z the pre-activation
     * @return the tree that prints and evaluates the function
     */
    Formula formula(Formula z);

    /**
     * f′(z) as a formula, in terms of the output where the field writes it so.
     *
     * @param z the pre-activation
     * @param f the output
     * @return the tree that prints and evaluates the derivative
     */
    Formula derivativeFormula(Formula z, Formula f);

    /**
     * What values f can take.
     *
     * @return the range
     */
    Range range();

    /**
     * Where f is not differentiable.
     *
     * @return the pre-activations, empty for a smooth function
     */
    default List<Double> kinks() {
        return Collections.emptyList();
    }
}
