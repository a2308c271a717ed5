package org.chainrule;

import org.chainrule.loss.BinaryCrossEntropy;
import org.chainrule.loss.CategoricalCrossEntropy;
import org.chainrule.loss.HalfSquaredError;
import org.chainrule.loss.Huber;
import org.chainrule.loss.Loss;
import org.chainrule.loss.MeanAbsoluteError;
import org.chainrule.loss.MeanSquaredError;
import org.chainrule.loss.Reduction;
import org.chainrule.loss.SparseCategoricalCrossEntropy;

/** The words for losses, part of {@link Chainrule}. */
public abstract sealed class LossWords extends ActivationWords permits DataWords {
    LossWords() {}

    /**
     * Half squared error: ½(Ya − Yp)² summed over the outputs, mean over the samples; derivative Yp − Ya.
     *
     * <p>{@code halfSquaredError().scale(1.0 / 100)} is the slide's 1/100 · Σ ½(Ya − Yp)².
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).loss(y(3)); // 2.00
     * }</pre>
     *
     * @return the loss
     */
    public static Loss halfSquaredError() {
        return new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * Mean squared error: the mean of (Ya − Yp)² over samples and outputs; derivative 2(Yp − Ya) / N.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(meanSquaredError());
     * net.forward(2).loss(y(3)); // 4.00
     * }</pre>
     *
     * @return the loss
     */
    public static Loss meanSquaredError() {
        return new MeanSquaredError(Reduction.MEAN);
    }

    /**
     * Mean absolute error: the mean of |Ya − Yp| over samples and outputs.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(meanAbsoluteError());
     * net.forward(2).loss(y(3)); // 2.00
     * }</pre>
     *
     * @return the loss
     */
    public static Loss meanAbsoluteError() {
        return new MeanAbsoluteError(Reduction.MEAN);
    }

    /**
     * Huber's loss with the threshold {@value org.chainrule.loss.Huber#DEFAULT_THRESHOLD}: squared near the target, linear far
     * from it.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(huber());
     * net.forward(2).loss(y(3)); // 1.50
     * }</pre>
     *
     * @return the loss
     */
    public static Loss huber() {
        return huber(Huber.DEFAULT_THRESHOLD);
    }

    /**
     * Huber's loss: ½e² up to a threshold, linear beyond it; mean over samples and outputs.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(huber(0.5));
     * net.forward(2).loss(y(3)); // 0.875
     * }</pre>
     *
     * @param threshold positive
     * @return the loss
     */
    public static Loss huber(double threshold) {
        return new Huber(threshold, Reduction.MEAN);
    }

    /**
     * Binary cross-entropy: −(Ya ln Yp + (1 − Ya) ln(1 − Yp)), mean over samples and outputs; behind a sigmoid δ = Yp − Ya.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(sigmoid()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(binaryCrossEntropy());
     * net.forward(0).loss(y(1)); // 0.6931
     * }</pre>
     *
     * @return the loss
     */
    public static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy(Reduction.MEAN);
    }

    /**
     * Cross-entropy of one-hot targets: −Σ Ya ln Yp, mean over the samples; behind a softmax δ = Yp − Ya.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * net.forward(0, Math.log(3)).loss(y(0, 1)); // 0.2877
     * }</pre>
     *
     * @return the loss
     */
    public static Loss categoricalCrossEntropy() {
        return new CategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * Cross-entropy of labels 0, 1, …: −ln Yp_label, mean over the samples.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(sparseCategoricalCrossEntropy());
     * net.forward(0, Math.log(3)).loss(y(1)); // 0.2877
     * }</pre>
     *
     * @return the loss
     */
    public static Loss sparseCategoricalCrossEntropy() {
        return new SparseCategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES);
    }
}
