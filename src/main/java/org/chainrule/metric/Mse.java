package org.chainrule.metric;

import org.chainrule.math.Matrix;

/** Mean squared error: Σ (Ya − Yp)² / (samples · outputs), at least 0; in the square of the unit of the target. */
public record Mse() implements Metric {
    @Override
    public String name() {
        return "mean squared error";
    }

    @Override
    public double of(Matrix predicted, Matrix actual) {
        Shapes.checkEqual("mse()", predicted, actual);
        return Errors.of(predicted, actual)
                .map(error -> error * error)
                .average()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name();
    }
}
