package org.chainrule;

import org.chainrule.data.Dataset;
import org.chainrule.metric.Accuracy;
import org.chainrule.metric.ConfusionMatrix;
import org.chainrule.metric.Mae;
import org.chainrule.metric.Metric;
import org.chainrule.metric.Mse;
import org.chainrule.metric.RSquared;
import org.chainrule.network.Network;

/** The words for metrics, part of {@link Chainrule}: {@code accuracy().of(net, parts.test())}. */
public abstract sealed class MetricWords extends PreprocessingWords permits TableWords {
    MetricWords() {}

    /**
     * The share of samples whose predicted class is the right one.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * accuracy().of(net, dataset(new double[][] {{2, 1}, {0, 1}, {3, 1}}, new int[] {0, 1, 1})); // 0.6667
     * }</pre>
     *
     * @return the metric
     */
    public static Metric accuracy() {
        return new Accuracy();
    }

    /**
     * Mean squared error: Σ (Ya − Yp)² / (samples · outputs).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * mse().of(net, dataset(new double[][] {{2}, {4}}, new double[][] {{3}, {2}})); // 2.0
     * }</pre>
     *
     * @return the metric
     */
    public static Metric mse() {
        return new Mse();
    }

    /**
     * Mean absolute error: Σ |Ya − Yp| / (samples · outputs).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * mae().of(net, dataset(new double[][] {{2}, {4}}, new double[][] {{3}, {2}})); // 1.0
     * }</pre>
     *
     * @return the metric
     */
    public static Metric mae() {
        return new Mae();
    }

    /**
     * The coefficient of determination R²: 1 is perfect, 0 is as good as always answering the mean.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * rSquared().of(net, dataset(new double[][] {{2}, {6}}, new double[][] {{1}, {4}})); // 0.7778
     * }</pre>
     *
     * @return the metric
     */
    public static Metric rSquared() {
        return new RSquared();
    }

    /**
     * Which class a network takes for which, with precision, recall and F1 of each.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * var matrix = confusionMatrix(net, dataset(new double[][] {{2, 1}, {0, 1}, {3, 1}}, new int[] {0, 1, 1}));
     * matrix.count("1", "0");    // 1 sample of class 1 was taken for class 0
     * matrix.accuracy();         // 0.6667
     * }</pre>
     *
     * @param network what predicts
     * @param data with classes
     * @return the matrix
     */
    public static ConfusionMatrix confusionMatrix(Network network, Dataset data) {
        return ConfusionMatrix.of(network, data);
    }
}
