package org.chainrule.metric;

import org.chainrule.math.Matrix;

/** Mean absolute error: Σ |Ya − Yp| / (samples · outputs), at least 0; in the unit of the target. */
public record Mae() implements Metric {
    @Override
    public String name() {
        return "mean absolute error";
    }

    @Override
    public double of(Matrix predicted, Matrix actual) {
        Shapes.checkEqual("mae()", predicted, actual);
        return Errors.of(predicted, actual).map(Math::abs).average().orElseThrow();
    }

    @Override
    public String toString() {
        return name();
    }
}
