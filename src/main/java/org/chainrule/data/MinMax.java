package org.chainrule.data;

import java.util.List;
import org.chainrule.math.Matrix;

/**
 * Min-max scaling: x ↦ (x − smallest) / (largest − smallest), so that every feature of the training data fills [0, 1]. A feature
 * that never varies becomes 0; test data may lie outside.
 *
 * @param features what it was fitted on
 * @param smallest 1 × features, of the training data
 * @param ranges 1 × features: largest − smallest value of the training data
 */
public record MinMax(List<String> features, Matrix smallest, Matrix ranges) implements Preprocessing {
    /**
     * Takes smallest and largest values of the training data.
     *
     * @param training the data to fit on
     * @return the fitted change
     */
    public static MinMax fit(Dataset training) {
        List<ColumnSummary> columns = training.summary();
        return new MinMax(
                training.features(),
                Scaling.row(columns, ColumnSummary::smallest),
                Scaling.row(columns, column -> column.largest() - column.smallest()));
    }

    @Override
    public List<String> outputs() {
        return features;
    }

    @Override
    public double[] apply(double... sample) {
        return Scaling.apply(features, smallest, ranges, sample);
    }
}
