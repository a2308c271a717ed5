package org.chainrule.metric;

import java.util.stream.IntStream;
import org.chainrule.math.Matrix;

/**
 * The coefficient of determination: R² = 1 − Σ (Ya − Yp)² / Σ (Ya − mean of Ya)², averaged over the outputs. 1 is perfect, 0 is as
 * good as always answering the mean, below 0 is worse than that.
 *
 * <p>Where the targets of an output never vary it is 1 for perfect predictions and 0 for all others.
 */
public record RSquared() implements Metric {
    @Override
    public String name() {
        return "R²";
    }

    @Override
    public double of(Matrix predicted, Matrix actual) {
        Shapes.checkEqual("rSquared()", predicted, actual);
        return IntStream.range(0, actual.columns())
                .mapToDouble(output -> ofOutput(predicted, actual, output))
                .average()
                .orElseThrow();
    }

    private static double ofOutput(Matrix predicted, Matrix actual, int output) {
        double mean = IntStream.range(0, actual.rows())
                .mapToDouble(row -> actual.get(row, output))
                .average()
                .orElseThrow();
        double left = 0;
        double total = 0;
        boolean varies = false;
        for (int row = 0; row < actual.rows(); row++) {
            double target = actual.get(row, output);
            left += square(target - predicted.get(row, output));
            total += square(target - mean);
            varies |= target != actual.get(0, output);
        }
        return varies ? 1 - left / total : left == 0 ? 1 : 0;
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public String toString() {
        return name();
    }
}
