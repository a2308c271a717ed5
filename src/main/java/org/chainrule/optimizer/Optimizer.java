package org.chainrule.optimizer;

import org.chainrule.formula.Formula;

/** The rule that turns gradients into changes of the parameters. */
public sealed interface Optimizer permits GradientDescent {
    /**
     * The field's name of the rule.
     *
     * @return such as {@code gradient descent}
     */
    String name();

    /**
     * One step: changes all parameters at once, each from the old values only.
     *
     * @param parameters changed in place
     * @param gradients of the same length
     */
    void step(double[] parameters, double[] gradients);

    /**
     * The new value of one parameter as a formula.
     *
     * @param parameter its old value
     * @param gradient its gradient
     * @param learningRate the symbol to print for the learning rate, with its value
     * @return the tree that prints and evaluates the update
     */
    Formula formula(Formula parameter, Formula gradient, Formula learningRate);

    /**
     * The size of the step.
     *
     * @return the learning rate
     */
    double learningRate();
}
