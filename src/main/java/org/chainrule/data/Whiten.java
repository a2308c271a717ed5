package org.chainrule.data;

import java.util.List;
import org.chainrule.formula.Require;
import org.chainrule.math.Matrix;

/**
 * Whitening: the principal components, each divided by √(its variance + ε), so that the training data are uncorrelated with
 * variance 1: their covariance is the identity matrix. A direction without variance becomes 0.
 *
 * <p>Source: slides "Deep neural networks", preprocessing.
 *
 * @param pca the components of the training data
 * @param epsilon ε, at least 0: keeps directions of almost no variance, which are mostly noise, from being blown up
 */
public record Whiten(Pca pca, double epsilon) implements Preprocessing {
    /** ε where none is named: {@value}, for a covariance of exactly the identity. */
    public static final double DEFAULT_EPSILON = 0;

    /** A variance below this share of the largest one is rounding. */
    private static final double RANK_TOLERANCE = 1e-12;

    public Whiten {
        Require.notNegative("whiten() got ε", epsilon);
    }

    /**
     * Finds the components of the training data.
     *
     * @param training the data to fit on
     * @param epsilon ε
     * @return the fitted change
     */
    public static Whiten fit(Dataset training, double epsilon) {
        return new Whiten(Pca.fit(training), epsilon);
    }

    /**
     * Finds the components of the training data, with ε = {@value #DEFAULT_EPSILON}.
     *
     * @param training the data to fit on
     * @return the fitted change
     */
    public static Whiten fit(Dataset training) {
        return fit(training, DEFAULT_EPSILON);
    }

    @Override
    public List<String> features() {
        return pca.features();
    }

    @Override
    public List<String> outputs() {
        return pca.outputs();
    }

    @Override
    public double[] apply(double... sample) {
        double[] along = pca.apply(sample);
        for (int i = 0; i < along.length; i++) {
            along[i] = hasVariance(i) ? along[i] / Math.sqrt(pca.variances().get(0, i) + epsilon) : 0;
        }
        return along;
    }

    private boolean hasVariance(int component) {
        Matrix variances = pca.variances();
        return variances.get(0, component) > RANK_TOLERANCE * variances.get(0, 0);
    }
}
