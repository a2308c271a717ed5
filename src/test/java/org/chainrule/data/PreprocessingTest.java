package org.chainrule.data;

import static org.chainrule.Chainrule.center;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.digits;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.minMax;
import static org.chainrule.Chainrule.pca;
import static org.chainrule.Chainrule.standardize;
import static org.chainrule.Chainrule.whiten;
import static org.chainrule.data.DatasetTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.math.Matrix;
import org.junit.jupiter.api.Test;

/** Figures of iris: computed with scikit-learn 1.9.1 and NumPy 2.4.6 from the same 150 flowers. */
class PreprocessingTest {
    private static final Dataset FOUR = column(1, 2, 3, 4);

    private static Dataset column(double... values) {
        double[][] rows = Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        return dataset(rows, new int[values.length]);
    }

    private static double[] values(Dataset data) {
        return data.inputs().toRowMajor();
    }

    @Test
    void centerSubtractsTheMean() {
        assertArrayEquals(
                new double[] {-1.5, -0.5, 0.5, 1.5}, values(center(FOUR).apply(FOUR)));
    }

    /**
     * By hand: mean 2.5, σ = √1.25. The sample deviation would give −1.1619, subtracting the mean a second time −3.5777.
     */
    @Test
    void standardizeUsesThePopulationDeviationAndSubtractsTheMeanOnce() {
        double[] scaled = values(standardize(FOUR).apply(FOUR));
        assertArrayEquals(new double[] {-1.3416, -0.4472, 0.4472, 1.3416}, scaled, 5e-5);
    }

    @Test
    void minMaxFillsTheUnitInterval() {
        assertArrayEquals(
                new double[] {0, 1 / 3.0, 2 / 3.0, 1}, values(minMax(FOUR).apply(FOUR)), 1e-15);
        assertArrayEquals(new double[] {2}, minMax(FOUR).apply(7));
    }

    @Test
    void aConstantFeatureBecomesZero() {
        Dataset constant = column(0.1, 0.1, 0.1);
        assertArrayEquals(new double[3], values(standardize(constant).apply(constant)));
        assertArrayEquals(new double[3], values(minMax(constant).apply(constant)));
        assertArrayEquals(new double[3], values(whiten(constant).apply(constant)), 1e-12);
        assertArrayEquals(new double[] {0}, pca(constant).explainedVariance());
        assertEquals(1, pca(constant).conditionNumber());
        Dataset digits = digits();
        double[] scaled = values(standardize(digits).apply(digits));
        assertTrue(Arrays.stream(scaled).allMatch(Double::isFinite));
    }

    @Test
    void irisIsScaledAsScikitLearnDoes() {
        Dataset iris = iris();
        assertArrayEquals(
                new double[] {5.843333333333, 3.057333333333, 3.758, 1.199333333333},
                iris.summary().stream().mapToDouble(ColumnSummary::mean).toArray(),
                1e-12);
        assertArrayEquals(
                new double[] {0.825301291785, 0.434410967735, 1.759404065775, 0.759692627902},
                iris.summary().stream().mapToDouble(ColumnSummary::deviation).toArray(),
                1e-12);
        double[] first = iris.inputs().row(0);
        assertArrayEquals(
                new double[] {-0.900681170298, 1.019004351972, -1.340226526623, -1.315444295008},
                standardize(iris).apply(first),
                1e-12);
        assertArrayEquals(
                new double[] {0.222222222222, 0.625, 0.067796610169, 0.041666666667},
                minMax(iris).apply(first),
                1e-12);
    }

    @Test
    void irisHasThePrincipalComponentsOfScikitLearn() {
        Pca pca = pca(iris());
        assertArrayEquals(
                new double[] {0.924618723202, 0.053066483117, 0.017102609808, 0.005212183873},
                pca.explainedVariance(),
                1e-12);
        // scikit-learn divides by N − 1: 4.228241706035 · 149 / 150
        assertEquals(4.200053427995, pca.variances().get(0, 0), 1e-11);
        assertArrayEquals(
                new double[] {0.361386591785, -0.084522514065, 0.85667060595, 0.358289197152},
                pca.components().row(0),
                1e-11);
        assertArrayEquals(
                new double[] {0.315487192904, -0.319723103666, -0.479838986995, 0.753657425264},
                pca.components().row(3),
                1e-11);
        double[] first = pca.apply(iris().inputs().row(0));
        assertArrayEquals(
                new double[] {-2.684125625970, 0.319397246585, -0.027914827589, 0.002262437071}, first, 1e-11);
        assertEquals(List.of("pc1", "pc2", "pc3", "pc4"), pca.outputs());
    }

    @Test
    void digitsHaveTheExplainedVarianceOfScikitLearn() {
        double[] shares = pca(digits()).explainedVariance();
        assertArrayEquals(
                new double[] {0.148905935841, 0.136187712396, 0.11794593764}, Arrays.copyOf(shares, 3), 1e-11);
        assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
    }

    @Test
    void fewerComponentsAreTheFirstOnes() {
        Dataset iris = iris();
        Pca two = pca(iris, 2);
        assertEquals(List.of("pc1", "pc2"), two.apply(iris).features());
        assertEquals("Pca: 2 of 4 components, explained variance 0.924619, 0.053066", two.toString());
        double[] all = pca(iris).apply(iris.inputs().row(9));
        assertArrayEquals(Arrays.copyOf(all, 2), two.apply(iris.inputs().row(9)));
        assertMessage(
                "pca() got 5 components, but it needs 1 to 4, the number of features of iris.", () -> pca(iris, 5));
    }

    @Test
    void componentsAreUncorrelatedWithTheirVariances() {
        Dataset rotated = pca(iris()).apply(iris());
        double[][] covariance = covariance(rotated.inputs());
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(i == j ? pca(iris()).variances().get(0, i) : 0, covariance[i][j], 1e-12);
            }
        }
    }

    @Test
    void whitenedDataHaveTheIdentityAsCovariance() {
        double[][] covariance = covariance(whiten(iris()).apply(iris()).inputs());
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(i == j ? 1 : 0, covariance[i][j], 1e-11);
            }
        }
    }

    /** Three pixels of the digits are always 0: 61 directions have variance. */
    @Test
    void whiteningLeavesDirectionsWithoutVarianceAtZero() {
        double[][] covariance = covariance(whiten(digits()).apply(digits()).inputs());
        for (int i = 0; i < 64; i++) {
            assertEquals(i < 61 ? 1 : 0, covariance[i][i], 1e-9);
        }
    }

    @Test
    void epsilonDampsWhitening() {
        Whiten damped = Whiten.fit(FOUR, 3.75);
        assertArrayEquals(new double[] {1.5 / Math.sqrt(1.25 + 3.75)}, damped.apply(4), 1e-15);
        assertMessage(
                "whiten() got ε -1.0, but it needs a finite number that is not negative.", () -> Whiten.fit(FOUR, -1));
    }

    /** Ratio of the largest to the smallest eigenvalue, with numpy.linalg.cond of the covariance matrices. */
    @Test
    void theConditionNumberFallsWithStandardisation() {
        Dataset iris = iris();
        assertEquals(177.395645603, pca(iris).conditionNumber(), 1e-6);
        assertEquals(140.889252328, pca(standardize(iris).apply(iris)).conditionNumber(), 1e-6);
    }

    @Test
    void stepsJoinToAPipeline() {
        Dataset iris = iris();
        Standardize scale = standardize(iris);
        Preprocessing both = scale.then(pca(scale.apply(iris), 2));
        assertEquals(iris.features(), both.features());
        assertEquals(List.of("pc1", "pc2"), both.outputs());
        assertEquals(2, both.apply(iris).features().size());
        assertEquals(iris.targets(), both.apply(iris).targets());
        assertMessage(
                "then() got a step that was fitted on [sepal_length, sepal_width, petal_length, petal_width], but the step"
                        + " before gives [pc1, pc2].",
                () -> pca(iris, 2).then(scale));
    }

    @Test
    void whatIsTooLargeToBeScaledIsRefused() {
        Dataset wide = dataset(new double[][] {{1e308, 1}, {-1e308, 2}, {3, 5}}, new int[] {0, 1, 0});
        String apart = "The values of x1 lie so far apart, from -1.0E308 to 1.0E308, that what they are scaled by is no"
                + " finite number; divide them by a power of 10 first.";
        assertMessage(apart, () -> standardize(wide));
        assertMessage(apart, () -> minMax(wide));
        String large = "pca() found no eigenvalues; the features may be too large: standardize first.";
        assertMessage(large, () -> pca(wide));
        assertMessage(large, () -> whiten(wide));
    }

    @Test
    void samplesAreFinite() {
        for (Preprocessing fitted :
                List.of(center(iris()), standardize(iris()), minMax(iris()), pca(iris()), whiten(iris()))) {
            assertMessage(
                    "apply() got NaN for petal_width, but it needs finite values.",
                    () -> fitted.apply(1, 2, 3, Double.NaN));
        }
    }

    @Test
    void otherFeaturesAreRefused() {
        assertMessage(
                "apply() got the features [x1] of data, but the preprocessing was fitted on [sepal_length, sepal_width,"
                        + " petal_length, petal_width].",
                () -> standardize(iris()).apply(FOUR));
        assertMessage(
                "apply() got 2 values, but the preprocessing was fitted on 1 features [x1].",
                () -> center(FOUR).apply(1, 2));
        assertMessage(
                "apply() got 2 values, but the preprocessing was fitted on 1 features [x1].",
                () -> pca(FOUR).apply(1, 2));
    }

    private static double[][] covariance(Matrix samples) {
        int n = samples.columns();
        double[][] covariance = new double[n][n];
        double[] means = IntStream.range(0, n)
                .mapToDouble(i -> IntStream.range(0, samples.rows())
                        .mapToDouble(row -> samples.get(row, i))
                        .average()
                        .orElseThrow())
                .toArray();
        for (int row = 0; row < samples.rows(); row++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] +=
                            (samples.get(row, i) - means[i]) * (samples.get(row, j) - means[j]) / samples.rows();
                }
            }
        }
        return covariance;
    }
}
