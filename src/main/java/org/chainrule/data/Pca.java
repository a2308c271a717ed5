package org.chainrule.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;
import org.chainrule.math.Matrix;

/**
 * Principal components: x ↦ V · (x − mean), where the rows of V are the eigenvectors of the covariance matrix with the largest
 * eigenvalues. The outputs are uncorrelated; the eigenvalue is the variance along its component.
 *
 * <p>Covariance is Σ (x − mean)(x − mean)ᵀ / N. Each component points so that its largest coefficient is positive. Source: slides
 * "Deep neural networks", preprocessing.
 *
 * @param features what it was fitted on
 * @param means 1 × features, of the training data
 * @param components V, kept components × features, of length 1 and at right angles
 * @param variances 1 × features: all eigenvalues, the largest first, also those of components that were left out
 */
public record Pca(List<String> features, Matrix means, Matrix components, Matrix variances) implements Preprocessing {
    /**
     * Finds all components of the training data.
     *
     * @param training the data to fit on
     * @return as many components as there are features
     */
    public static Pca fit(Dataset training) {
        return fit(training, training.features().size());
    }

    /**
     * Finds the first components of the training data.
     *
     * @param training the data to fit on
     * @param count how many to keep, from 1 to the number of features
     * @return the fitted change
     * @throws IllegalArgumentException if the count is out of range
     */
    public static Pca fit(Dataset training, int count) {
        int all = training.features().size();
        if (count < 1 || count > all) {
            throw new IllegalArgumentException("pca() got " + count + " components, but it needs 1 to " + all
                    + ", the number of features of " + training.name() + ".");
        }
        Matrix means = Scaling.row(training.summary(), ColumnSummary::mean);
        Eigen eigen = Eigen.ofCovariance(training.inputs(), means);
        Matrix kept = Rows.of(eigen.vectors(), IntStream.range(0, count).toArray());
        return new Pca(training.features(), means, kept, eigen.values());
    }

    /**
     * The share of the whole variance along each component: the scree plot.
     *
     * @return eigenvalue / sum of all eigenvalues, of all components
     */
    public double[] explainedVariance() {
        double total = IntStream.range(0, variances.columns())
                .mapToDouble(i -> variances.get(0, i))
                .sum();
        return IntStream.range(0, variances.columns())
                .mapToDouble(i -> total == 0 ? 0 : variances.get(0, i) / total)
                .toArray();
    }

    /**
     * How stretched the cloud of samples is: largest / smallest eigenvalue of the covariance. Gradient descent is slow where it is
     * large.
     *
     * @return at least 1; infinite if the samples lie in a plane, 1 if they are all equal
     */
    public double conditionNumber() {
        double largest = variances.get(0, 0);
        return largest == 0 ? 1 : largest / variances.get(0, variances.columns() - 1);
    }

    @Override
    public List<String> outputs() {
        return IntStream.rangeClosed(1, components.rows())
                .mapToObj(i -> "pc" + i)
                .toList();
    }

    @Override
    public double[] apply(double... sample) {
        Scaling.check(features, sample);
        double[] along = new double[components.rows()];
        for (int component = 0; component < along.length; component++) {
            for (int i = 0; i < sample.length; i++) {
                along[component] += components.get(component, i) * (sample[i] - means.get(0, i));
            }
        }
        return along;
    }

    /** How much is kept: {@code Pca: 2 of 4 components, explained variance 0.924619, 0.053066}. */
    @Override
    public String toString() {
        return "Pca: " + components.rows() + " of " + features.size() + " components, explained variance "
                + Arrays.stream(explainedVariance())
                        .limit(Math.min(components.rows(), 4))
                        .mapToObj(Numbers::computed)
                        .collect(Collectors.joining(", "))
                + (components.rows() > 4 ? ", …" : "");
    }
}
