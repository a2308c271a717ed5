package org.chainrule.activation;

import java.util.List;
import org.chainrule.formula.Formula;

/**
 * An activation that every unit applies for itself: output_j = f(z_j), δ_j = dC/d(output_j) · f′(z_j).
 *
 * <p>Each implementation states the function, its derivative, its range and its kinks in one small file. The formulas
 * shown are written beside the rules they describe, and tests hold the two against each other and against a central
 * difference.
 */
public sealed interface Elementwise extends Activation
        permits Identity, Sigmoid, Tanh, Relu, LeakyRelu, Elu, Softplus, CustomActivation {
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

    @Override
    default Formula formula(List<Formula> z, int unit) {
        return formula(z.get(unit));
    }

    @Override
    default Formula derivativeFormula(Units layer, int output, int unit) {
        return output == unit ? derivativeFormula(layer.z().get(unit), layer.f().get(unit)) : Formula.number(0);
    }

    @Override
    default void apply(Batch batch, int from, int to) {
        for (int i = from; i < to; i++) {
            batch.output()[i] = value(batch.z()[i]);
        }
    }

    @Override
    default void backward(Batch batch, int from, int to) {
        for (int i = from; i < to; i++) {
            batch.delta()[i] = batch.outputGradient()[i] * derivative(batch.z()[i], batch.output()[i]);
        }
    }
}
