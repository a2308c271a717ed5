package org.chainrule;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import org.chainrule.data.Center;
import org.chainrule.data.Dataset;
import org.chainrule.data.MinMax;
import org.chainrule.data.OneHot;
import org.chainrule.data.Pca;
import org.chainrule.data.Standardize;
import org.chainrule.data.Whiten;

/** The words for preprocessing, part of {@link Chainrule}: fitted on training data, as {@code standardize(parts.training())}. */
public abstract sealed class PreprocessingWords extends DataWords permits MetricWords {
    PreprocessingWords() {}

    /**
     * Mean subtraction: x ↦ x − mean.
     *
     * <pre>{@code center(dataset(new double[][] {{1}, {3}}, new double[][] {{0}, {0}})).apply(5)[0]; // 3.0}</pre>
     *
     * @param training the data whose means it takes
     * @return the fitted change
     */
    public static Center center(Dataset training) {
        return Center.fit(given("center()", training, "a data set such as iris()"));
    }

    /**
     * Standardisation: x ↦ (x − mean) / σ with the population standard deviation; a constant feature becomes 0.
     *
     * <pre>{@code standardize(dataset(new double[][] {{1}, {5}}, new double[][] {{0}, {0}})).apply(6)[0]; // 1.5}</pre>
     *
     * @param training the data whose means and deviations it takes
     * @return the fitted change
     */
    public static Standardize standardize(Dataset training) {
        return Standardize.fit(given("standardize()", training, "a data set such as iris()"));
    }

    /**
     * Min-max scaling: x ↦ (x − smallest) / (largest − smallest); a constant feature becomes 0.
     *
     * <pre>{@code minMax(dataset(new double[][] {{1}, {5}}, new double[][] {{0}, {0}})).apply(2)[0]; // 0.25}</pre>
     *
     * @param training the data whose extremes it takes
     * @return the fitted change
     */
    public static MinMax minMax(Dataset training) {
        return MinMax.fit(given("minMax()", training, "a data set such as iris()"));
    }

    /**
     * All principal components: uncorrelated directions, the one of largest variance first.
     *
     * <pre>{@code pca(iris()).explainedVariance()[0]; // 0.9246}</pre>
     *
     * @param training the data whose covariance it takes
     * @return the fitted change
     */
    public static Pca pca(Dataset training) {
        return Pca.fit(given("pca()", training, "a data set such as iris()"));
    }

    /**
     * The first principal components.
     *
     * <pre>{@code pca(iris(), 2).apply(iris()).inputs().columns(); // 2}</pre>
     *
     * @param training the data whose covariance it takes
     * @param components how many to keep
     * @return the fitted change
     */
    public static Pca pca(Dataset training, int components) {
        return Pca.fit(given("pca()", training, "a data set such as iris()"), components);
    }

    /**
     * Whitening: principal components scaled to variance 1, so that the covariance is the identity.
     *
     * <pre>{@code
     * var white = whiten(iris()).apply(iris());
     * white.summary().get(0).deviation(); // 1.00
     * }</pre>
     *
     * @param training the data whose covariance it takes
     * @return the fitted change
     */
    public static Whiten whiten(Dataset training) {
        return Whiten.fit(given("whiten()", training, "a data set such as iris()"));
    }

    /**
     * Classes as vectors: {@code oneHot("red", "green", "blue").encode("green")} is (0, 1, 0).
     *
     * <pre>{@code oneHot("red", "green", "blue").encode("green")[1]; // 1.0}</pre>
     *
     * @param classes in the order of their labels
     * @return what encodes and decodes
     */
    public static OneHot oneHot(String... classes) {
        return new OneHot(all("oneHot()", "the names of classes", classes));
    }
}
