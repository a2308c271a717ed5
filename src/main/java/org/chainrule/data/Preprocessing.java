package org.chainrule.data;

import java.util.List;
import org.chainrule.math.Matrix;

/**
 * A change of the inputs that was fitted on training data and holds the numbers it needs, so that test data and single samples
 * go through the very same change.
 *
 * <p>Example: {@code var scale = standardize(parts.training()); var test = scale.apply(parts.test());}
 */
public sealed interface Preprocessing permits Center, Standardize, MinMax, Pca, Whiten, Pipeline {
    /**
     * The features it was fitted on.
     *
     * @return in order
     */
    List<String> features();

    /**
     * The names of what comes out.
     *
     * @return in order
     */
    List<String> outputs();

    /**
     * Changes one sample.
     *
     * @param sample one value per feature
     * @return one value per output
     * @throws IllegalArgumentException if the number of values differs from the number of features
     */
    double[] apply(double... sample);

    /**
     * Changes every sample of a data set.
     *
     * @param data with the features it was fitted on
     * @return a new data set with the same targets
     * @throws IllegalArgumentException if the features differ
     */
    default Dataset apply(Dataset data) {
        if (!data.features().equals(features())) {
            throw new IllegalArgumentException("apply() got the features " + data.features() + " of " + data.name()
                    + ", but the preprocessing was fitted on " + features() + ".");
        }
        double[][] changed = data.inputRows();
        for (int row = 0; row < changed.length; row++) {
            changed[row] = apply(changed[row]);
        }
        return data.withInputs(outputs(), Matrix.of(changed));
    }

    /**
     * This change, then another one.
     *
     * @param next fitted on what this one gives
     * @return both as one
     */
    default Preprocessing then(Preprocessing next) {
        return new Pipeline(List.of(this, next));
    }
}
