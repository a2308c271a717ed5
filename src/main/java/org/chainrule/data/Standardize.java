package org.chainrule.data;

import java.util.List;
import org.chainrule.math.Matrix;

/**
 * Standardisation: x ↦ (x − mean) / σ, so that every feature of the training data has mean 0 and variance 1. The mean is
 * subtracted once; σ is the population standard deviation √(Σ (x − mean)² / N). A feature that never varies becomes 0.
 *
 * <p>Example: the column (1, 2, 3, 4) becomes (−1.3416, −0.4472, 0.4472, 1.3416). Source: slides "Training of neural networks:
 * basics", standardisation.
 *
 * @param features what it was fitted on
 * @param means 1 × features, of the training data
 * @param deviations 1 × features: σ of the training data
 */
public record Standardize(List<String> features, Matrix means, Matrix deviations) implements Preprocessing {
    /**
     * Takes mean and σ of the training data.
     *
     * @param training the data to fit on
     * @return the fitted change
     */
    public static Standardize fit(Dataset training) {
        List<ColumnSummary> columns = training.summary();
        return new Standardize(
                training.features(),
                Scaling.row(columns, ColumnSummary::mean),
                Scaling.row(columns, ColumnSummary::deviation));
    }

    @Override
    public List<String> outputs() {
        return features;
    }

    @Override
    public double[] apply(double... sample) {
        return Scaling.apply(features, means, deviations, sample);
    }
}
