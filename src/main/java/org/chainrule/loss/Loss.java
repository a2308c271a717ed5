package org.chainrule.loss;

import org.chainrule.formula.Formula;

/**
 * What training makes small: C = factor · Σ term(Yp, Ya) over all samples and outputs.
 *
 * <p>A rule beside its derivative, as in {@link org.chainrule.activation.Activation}; the factor comes from the
 * {@link Reduction} and multiplies value and derivative alike.
 */
public sealed interface Loss permits HalfSquaredError, MeanSquaredError {
    /**
     * The field's name of the loss.
     *
     * @return such as {@code half squared error}
     */
    String name();

    /**
     * How the terms are added up.
     *
     * @return sum, mean or a given scale
     */
    Reduction reduction();

    /**
     * This loss with another reduction.
     *
     * @param reduction sum, mean or a given scale
     * @return a new loss
     */
    Loss with(Reduction reduction);

    /**
     * The term of one output of one sample, without the factor.
     *
     * @param predicted Yp
     * @param target Ya
     * @return the term, at least 0
     */
    double term(double predicted, double target);

    /**
     * The derivative of the term by the prediction, without the factor.
     *
     * @param predicted Yp
     * @param target Ya
     * @return d term / d Yp
     */
    double derivative(double predicted, double target);

    /**
     * The term as a formula.
     *
     * @param predicted Yp
     * @param target Ya
     * @return the tree that prints and evaluates {@link #term}
     */
    Formula formula(Formula predicted, Formula target);

    /**
     * The derivative as a formula.
     *
     * @param predicted Yp
     * @param target Ya
     * @return the tree that prints and evaluates {@link #derivative}
     */
    Formula derivativeFormula(Formula predicted, Formula target);

    /**
     * This loss times a given factor instead of its mean, as in the slides' {@code 1/100 · Σ ½(Ya − Yp)²}.
     *
     * @param factor positive and finite
     * @return a new loss
     */
    default Loss scale(double factor) {
        return with(Reduction.scaled(factor));
    }

    /**
     * This loss summed over samples and outputs, without any factor.
     *
     * @return a new loss
     */
    default Loss sum() {
        return with(Reduction.SUM);
    }

    /**
     * This loss as the mean over samples of the sum over outputs: factor 1/N.
     *
     * @return a new loss
     */
    default Loss meanOverSamples() {
        return with(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * The loss of a batch.
     *
     * @param predicted samples × outputs, row-major
     * @param target the same shape
     * @param samples the number of rows
     * @return C
     */
    default double value(double[] predicted, double[] target, int samples) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += term(predicted[i], target[i]);
        }
        return sum * reduction().factor(samples, predicted.length / samples);
    }

    /**
     * dC/dYp of a batch.
     *
     * @param predicted samples × outputs, row-major
     * @param target the same shape
     * @param samples the number of rows
     * @param gradient receives the derivatives, the same shape
     */
    default void gradient(double[] predicted, double[] target, int samples, double[] gradient) {
        double factor = reduction().factor(samples, predicted.length / samples);
        for (int i = 0; i < predicted.length; i++) {
            gradient[i] = factor * derivative(predicted[i], target[i]);
        }
    }
}
