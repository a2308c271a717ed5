package org.chainrule.data;

import java.util.List;
import org.chainrule.math.Matrix;

/**
 * Mean subtraction: x ↦ x − mean, so that every feature of the training data has mean 0.
 *
 * <p>Source: slides "Deep neural networks", preprocessing: {@code X -= mean(X, axis=0)}.
 *
 * @param features what it was fitted on
 * @param means 1 × features, of the training data
 */
public record Center(List<String> features, Matrix means) implements Preprocessing {
    /**
     * Takes the means of the training data.
     *
     * @param training the data to fit on
     * @return the fitted change
     */
    public static Center fit(Dataset training) {
        return new Center(training.features(), Scaling.row(training.summary(), ColumnSummary::mean));
    }

    @Override
    public List<String> outputs() {
        return features;
    }

    @Override
    public double[] apply(double... sample) {
        Scaling.check(features, sample);
        double[] centered = sample.clone();
        for (int i = 0; i < centered.length; i++) {
            centered[i] -= means.get(0, i);
        }
        return centered;
    }
}
