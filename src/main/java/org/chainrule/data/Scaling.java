package org.chainrule.data;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.math.Matrix;

/** What the scalings of single columns share: x ↦ (x − shift) / scale. */
final class Scaling {
    private Scaling() {}

    /** One number of each column, as a matrix of one row. */
    static Matrix row(List<ColumnSummary> columns, ToDoubleFunction<ColumnSummary> number) {
        return Matrix.of(columns.stream()
                .mapToDouble(column -> finite(column, number.applyAsDouble(column)))
                .toArray());
    }

    private static double finite(ColumnSummary column, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("The values of " + column.column() + " lie so far apart, from "
                    + column.smallest() + " to " + column.largest()
                    + ", that what they are scaled by is no finite number; divide them by a power of 10 first.");
        }
        return number;
    }

    static double[] apply(List<String> features, Matrix shift, Matrix scale, double... sample) {
        check(features, sample);
        double[] scaled = new double[sample.length];
        for (int i = 0; i < scaled.length; i++) {
            double divisor = scale.get(0, i);
            scaled[i] = (sample[i] - shift.get(0, i)) / (divisor == 0 ? 1 : divisor);
        }
        return scaled;
    }

    /** A finite value for each feature. */
    static void check(List<String> features, double... sample) {
        if (sample.length != features.size()) {
            throw new IllegalArgumentException(
                    "apply() got " + sample.length + " values, but the preprocessing was fitted on " + features.size()
                            + " features " + features + ".");
        }
        for (int i = 0; i < sample.length; i++) {
            if (!Double.isFinite(sample[i])) {
                throw new IllegalArgumentException(
                        "apply() got " + sample[i] + " for " + features.get(i) + ", but it needs finite values.");
            }
        }
    }
}
