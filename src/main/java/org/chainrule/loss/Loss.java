package org.chainrule.loss;

import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Range;
import org.chainrule.formula.Formula;

/**
 * What training makes small: C = factor · Σ of the terms of all samples.
 *
 * <p>The factor comes from the {@link Reduction} and multiplies value and gradient alike.
 */
public sealed interface Loss permits ElementwiseLoss, SparseCategoricalCrossEntropy {
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
     * How many numbers the target of one sample has.
     *
     * @param outputs the number of outputs of the network
     * @return the same number, or 1 for a loss that takes labels
     */
    int targetColumns(int outputs);

    /**
     * What is wrong with a target for this loss.
     *
     * @param target one number of a target, finite
     * @param outputs the number of outputs of the network
     * @return what the loss needs instead, or empty if the target will do
     */
    default Optional<String> complaint(double target, int outputs) {
        return Optional.empty();
    }

    /**
     * Which predictions this loss makes sense of.
     *
     * @return all numbers; of a cross-entropy, which takes logarithms, those between 0 and 1
     */
    default Range predictions() {
        return Range.REAL;
    }

    /**
     * The loss of a batch.
     *
     * @param predicted samples × outputs, row-major
     * @param target samples × {@link #targetColumns}
     * @param samples the number of rows
     * @return C
     */
    double value(double[] predicted, double[] target, int samples);

    /**
     * dC/dYp of a batch.
     *
     * @param predicted samples × outputs, row-major
     * @param target samples × {@link #targetColumns}
     * @param samples the number of rows
     * @param gradient receives the derivatives, samples × outputs
     */
    void gradient(double[] predicted, double[] target, int samples, double[] gradient);

    /**
     * Whether this loss and the activation of the output layer have a common rule that is simpler and more exact than the
     * two after each other, as softmax with cross-entropy has.
     *
     * @param output the activation of the output layer
     * @return true if {@link #fusedValue} and {@link #fusedDelta} hold for it
     */
    default boolean fusesWith(Activation output) {
        return false;
    }

    /**
     * The loss of a batch from the pre-activations of the output layer.
     *
     * @param z samples × outputs, row-major
     * @param predicted the outputs, samples × outputs
     * @param target samples × {@link #targetColumns}
     * @param samples the number of rows
     * @return C
     */
    default double fusedValue(double[] z, double[] predicted, double[] target, int samples) {
        throw new UnsupportedOperationException(name() + " has no common rule with an activation");
    }

    /**
     * δ of the output layer at once, without the detour over dC/dYp.
     *
     * @param predicted samples × outputs, row-major
     * @param target samples × {@link #targetColumns}
     * @param samples the number of rows
     * @param delta receives δ, samples × outputs
     */
    default void fusedDelta(double[] predicted, double[] target, int samples, double[] delta) {
        throw new UnsupportedOperationException(name() + " has no common rule with an activation");
    }

    /**
     * The target of one output.
     *
     * @param row the target of one sample, {@link #targetColumns} numbers
     * @param output from 0
     * @return Ya of that output
     */
    default double target(double[] row, int output) {
        return row[output];
    }

    /**
     * The loss of one sample as a formula, without the factor.
     *
     * @param sample predictions and targets
     * @return the tree that prints and evaluates it
     */
    Formula formula(Sample sample);

    /**
     * The derivative of the loss of one sample by one prediction as a formula, without the factor.
     *
     * @param sample predictions and targets
     * @param output by which prediction, from 0
     * @return the tree that prints and evaluates it
     */
    Formula derivativeFormula(Sample sample, int output);

    /**
     * δ of one output unit of one sample as a formula, without the factor.
     *
     * @param sample predictions and targets
     * @param output from 0
     * @return the tree that prints and evaluates {@link #fusedDelta}
     */
    default Formula fusedDeltaFormula(Sample sample, int output) {
        throw new UnsupportedOperationException(name() + " has no common rule with an activation");
    }

    /**
     * One sample in symbols.
     *
     * @param predicted one per output
     * @param target one per output; a label counts as its one-hot row
     */
    record Sample(List<Formula> predicted, List<Formula> target) {
        public Sample {
            predicted = List.copyOf(predicted);
            target = List.copyOf(target);
        }
    }

    /**
     * This loss times a given factor instead of its mean, as in the slides' {@code 1/100 · Σ ½(Ya − Yp)²}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError().scale(0.01));
     * net.forward(2).loss(y(3)); // 0.02
     * }</pre>
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
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError().sum());
     * net.forward(new double[][] {{2}, {4}}).loss(new double[][] {{3}, {2}}); // 2.0
     * }</pre>
     *
     * @return a new loss
     */
    default Loss sum() {
        return with(Reduction.SUM);
    }

    /**
     * This loss as the mean over samples of the sum over outputs: factor 1/N.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError().meanOverSamples());
     * net.forward(new double[][] {{2}, {4}}).loss(new double[][] {{3}, {2}}); // 1.0
     * }</pre>
     *
     * @return a new loss
     */
    default Loss meanOverSamples() {
        return with(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * This loss as the mean over samples and outputs: factor 1/(N·K). A cross-entropy of classes has one term for each sample, so its mean
     * is over the samples: factor 1/N.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError().mean());
     * net.forward(new double[][] {{2}, {4}}).loss(new double[][] {{3}, {2}}); // 1.0
     * }</pre>
     *
     * @return a new loss
     */
    default Loss mean() {
        return with(Reduction.MEAN);
    }
}
