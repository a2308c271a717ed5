package org.chainrule.data;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.math.Matrix;

/** What the scalings of single columns share: x ↦ (x − shift) / scale. */
final class Scaling {
    private Scaling() {}

    /** One number of each column, as a matrix of one row. */
    static Matrix row(List<ColumnSummary> columns, ToDoubleFunction<ColumnSummary> number) {
        return Matrix.of(columns.stream().mapToDouble(number).toArray());
    }

    static double[] apply(List<String> features, Matrix shift, Matrix scale, double... sample) {
        checkLength(features, sample);
        double[] scaled = new double[sample.length];
        for (int i = 0; i < scaled.length; i++) {
            double divisor = scale.get(0, i);
            scaled[i] = (sample[i] - shift.get(0, i)) / (divisor == 0 ? 1 : divisor);
        }
        return scaled;
    }

    static void checkLength(List<String> features, double... sample) {
        if (sample.length != features.size()) {
            throw new IllegalArgumentException(
                    "apply() got " + sample.length + " values, but the preprocessing was fitted on " + features.size()
                            + " features " + features + ".");
        }
    }
}
