package org.chainrule.loss;

import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Sum;

/**
 * A loss whose terms belong to one output of one sample each: C = factor · Σ term(Yp, Ya).
 *
 * <p>A rule beside its derivative, as in {@link org.chainrule.activation.Elementwise}.
 */
public sealed interface ElementwiseLoss extends Loss
        permits HalfSquaredError,
                MeanSquaredError,
                MeanAbsoluteError,
                Huber,
                BinaryCrossEntropy,
                CategoricalCrossEntropy {
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
     * The errors Yp − Ya at which the term is not differentiable.
     *
     * @return empty for a smooth loss
     */
    default List<Double> kinks() {
        return List.of();
    }

    @Override
    default int targetColumns(int outputs) {
        return outputs;
    }

    @Override
    default Formula formula(Sample sample) {
        List<Formula> terms = IntStream.range(0, sample.predicted().size())
                .mapToObj(output ->
                        formula(sample.predicted().get(output), sample.target().get(output)))
                .toList();
        return terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    @Override
    default Formula derivativeFormula(Sample sample, int output) {
        return derivativeFormula(sample.predicted().get(output), sample.target().get(output));
    }

    @Override
    default double value(double[] predicted, double[] target, int samples) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += term(predicted[i], target[i]);
        }
        return sum * reduction().factor(samples, predicted.length / samples);
    }

    @Override
    default void gradient(double[] predicted, double[] target, int samples, double[] gradient) {
        double factor = reduction().factor(samples, predicted.length / samples);
        for (int i = 0; i < predicted.length; i++) {
            gradient[i] = factor * derivative(predicted[i], target[i]);
        }
    }
}
