package org.chainrule.metric;

import org.chainrule.data.Dataset;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;

/**
 * A number that says how good predictions are, for people to read; training makes the loss small instead.
 *
 * <p>Example: {@code accuracy().of(run.network(), parts.test())}.
 */
public sealed interface Metric permits Accuracy, Mse, Mae, RSquared {
    /**
     * What it is called.
     *
     * @return such as {@code accuracy}
     */
    String name();

    /**
     * Judges predictions.
     *
     * @param predicted samples × outputs
     * @param actual as many samples; for classes one-hot rows or one column of labels
     * @return the metric
     * @throws IllegalArgumentException if the shapes do not fit
     */
    double of(Matrix predicted, Matrix actual);

    /**
     * Judges a network; of sequences every step.
     *
     * @param network what predicts
     * @param data what it is judged by, with as many features as the network has inputs
     * @return the metric
     */
    default double of(Network network, Dataset data) {
        int steps = network.outputSteps();
        Matrix predicted = network.forward(data.inputRows()).prediction();
        return of(
                Shapes.stepByStep(predicted, steps),
                Shapes.stepByStep(data.targets().values(), steps));
    }
}
