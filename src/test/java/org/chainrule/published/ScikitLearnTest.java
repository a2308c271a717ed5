package org.chainrule.published;

import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.minMax;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.pca;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.standardize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.data.Dataset;
import org.chainrule.data.Pca;
import org.chainrule.data.Split;
import org.chainrule.math.Matrix;
import org.chainrule.metric.ClassScore;
import org.chainrule.metric.ConfusionMatrix;
import org.junit.jupiter.api.Test;

/**
 * The examples in the documentation of scikit-learn; those of the metrics are in {@code MetricTest}.
 *
 * <p>https://scikit-learn.org/stable/api/
 */
class ScikitLearnTest {
    private static Dataset rows(double[][] inputs) {
        return dataset(inputs, new int[inputs.length]);
    }

    /** {@code StandardScaler}. */
    @Test
    void standardScaler() {
        Dataset data = rows(new double[][] {{0, 0}, {0, 0}, {1, 1}, {1, 1}});
        assertArrayEquals(
                new double[] {-1, -1, -1, -1, 1, 1, 1, 1},
                standardize(data).apply(data).inputs().toRowMajor());
        assertArrayEquals(new double[] {3, 3}, standardize(data).apply(2, 2));
    }

    /** {@code MinMaxScaler}. */
    @Test
    void minMaxScaler() {
        Dataset data = rows(new double[][] {{-1, 2}, {-.5, 6}, {0, 10}, {1, 18}});
        assertArrayEquals(
                new double[] {0, 0, .25, .25, .5, .5, 1, 1},
                minMax(data).apply(data).inputs().toRowMajor());
        assertArrayEquals(new double[] {1.5, 0}, minMax(data).apply(2, 2));
    }

    /** {@code decomposition.PCA}; the singular values are the roots of N times our variances. */
    @Test
    void principalComponents() {
        Pca pca = pca(rows(new double[][] {{-1, -1}, {-2, -1}, {-3, -2}, {1, 1}, {2, 1}, {3, 2}}));
        assertArrayEquals(new double[] {.9924, .0075}, pca.explainedVariance(), 6e-5);
        assertArrayEquals(new double[] {.9924428900898052, .00755710991019477}, pca.explainedVariance(), 1e-14);
        assertEquals(6.30061, Math.sqrt(6 * pca.variances().get(0, 0)), 5.1e-6);
        assertEquals(.54980, Math.sqrt(6 * pca.variances().get(0, 1)), 5.1e-6);
    }

    /** {@code LabelEncoder}: classes in the order of the alphabet. */
    @Test
    void labelsInTheOrderOfTheAlphabet() {
        Dataset data = dataset(new double[4][1], new String[] {"paris", "paris", "tokyo", "amsterdam"});
        assertEquals(List.of("amsterdam", "paris", "tokyo"), data.classes());
        assertArrayEquals(new double[][] {{1}, {1}, {2}, {0}}, data.labels().targetRows());
    }

    /** {@code classification_report}: y_true = [0, 1, 2, 2, 2], y_pred = [0, 0, 2, 2, 1]. */
    @Test
    void classificationReport() {
        ConfusionMatrix matrix = confusion(3, new int[] {0, 1, 2, 2, 2}, new int[] {0, 0, 2, 2, 1});
        assertScore(matrix.score("0"), .50, 1.00, .67, 1);
        assertScore(matrix.score("1"), 0, 0, 0, 1);
        assertScore(matrix.score("2"), 1.00, .67, .80, 3);
        assertEquals(.60, matrix.accuracy(), 1e-15);
        assertScore(matrix.macroAverage(), .50, .56, .49, 5);
        assertScore(matrix.weightedAverage(), .70, .60, .61, 5);
    }

    /** {@code precision_recall_fscore_support}, average macro and weighted; the scores of a class that never occurs are 0. */
    @Test
    void averagesOfScores() {
        ConfusionMatrix pets = confusion(3, new int[] {0, 2, 1, 0, 2, 1}, new int[] {0, 1, 2, 0, 0, 2});
        assertScore(pets.macroAverage(), .22, .33, .267, 6);
        assertScore(pets.weightedAverage(), .22, .33, .267, 6);
        ConfusionMatrix rare = confusion(3, new int[] {0, 0, 1, 1}, new int[] {0, 2, 2, 1});
        assertScore(rare.macroAverage(), 2 / 3.0, 1 / 3.0, 4 / 9.0, 4);
        assertScore(rare.weightedAverage(), 1, .5, 2 / 3.0, 4);
    }

    /** {@code f1_score}: y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1]. */
    @Test
    void scoresOfEachClass() {
        ConfusionMatrix matrix = confusion(3, new int[] {0, 1, 2, 0, 1, 2}, new int[] {0, 2, 1, 0, 0, 1});
        assertScore(matrix.score("0"), 2 / 3.0, 1, .8, 2);
        assertScore(matrix.score("1"), 0, 0, 0, 2);
        assertScore(matrix.score("2"), 0, 0, 0, 2);
    }

    /** Eight cats and four dogs, https://en.wikipedia.org/wiki/Confusion_matrix . */
    @Test
    void catsAndDogsOfWikipedia() {
        ConfusionMatrix matrix = confusion(
                2, new int[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0}, new int[] {0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0});
        assertEquals(List.of(List.of(3, 1), List.of(2, 6)), matrix.counts());
        assertScore(matrix.score("1"), 6 / 7.0, 6 / 8.0, .8, 8);
    }

    private static void assertScore(ClassScore score, double precision, double recall, double f1, int support) {
        assertEquals(precision, score.precision(), 5.1e-3);
        assertEquals(recall, score.recall(), 5.1e-3);
        assertEquals(f1, score.f1(), 5.1e-3);
        assertEquals(support, score.support());
    }

    private static ConfusionMatrix confusion(int classes, int[] actual, int[] predicted) {
        double[][] oneHot = new double[predicted.length][classes];
        for (int i = 0; i < predicted.length; i++) {
            oneHot[i][predicted[i]] = 1;
        }
        double[] labels = Arrays.stream(actual).asDoubleStream().toArray();
        List<String> names = List.of("0", "1", "2").subList(0, classes);
        return ConfusionMatrix.of(names, Matrix.of(oneHot), Matrix.ofRowMajor(labels.length, labels));
    }

    /** {@code log_loss}: four mails, ham and spam. */
    @Test
    void logLoss() {
        double[][] predicted = {{.1, .9}, {.9, .1}, {.8, .2}, {.35, .65}};
        double[][] actual = {{0, 1}, {1, 0}, {1, 0}, {0, 1}};
        double[][] unit = {{1, 0}, {0, 1}};
        for (var loss : List.of(categoricalCrossEntropy(), binaryCrossEntropy())) {
            double value = network()
                    .inputs(2)
                    .layer(2)
                    .activation(identity())
                    .weights(unit)
                    .loss(loss)
                    .forward(predicted)
                    .loss(actual);
            assertEquals(0.21616, value, 5.1e-6);
        }
    }

    /** {@code KFold} of eleven samples, {@code shuffle=False}: the first two tests have one more than the third. */
    @Test
    void kFold() {
        Dataset eleven = numbered(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(List.of("0 1 2 3", "4 5 6 7", "8 9 10"), tests(eleven.folds(3)));
        assertEquals("4 5 6 7 8 9 10", numbers(eleven.folds(3).get(0).training()));
        assertEquals(
                List.of(4, 4, 3),
                eleven.folds(3, seed(1)).stream()
                        .map(split -> split.test().size())
                        .toList());
    }

    /** {@code StratifiedKFold}, the example, and three classes in another order computed with scikit-learn 1.9. */
    @Test
    void stratifiedKFold() {
        assertEquals(List.of("0 2", "1 3"), tests(numbered(0, 0, 1, 1).stratifiedFolds(2)));
        Dataset mixed = numbered(2, 0, 1, 0, 2, 2, 1, 0, 0, 2, 2, 0, 0, 1);
        assertEquals(List.of("0 1 2 3 4", "5 6 7 8 9", "10 11 12 13"), tests(mixed.stratifiedFolds(3)));
        assertEquals(
                "5 6 7 8 9 10 11 12 13", numbers(mixed.stratifiedFolds(3).get(0).training()));
        Dataset rare = numbered(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
        assertEquals(List.of("0 1 2 3 4 10 11", "5 6 7 8 9 12"), tests(rare.stratifiedFolds(2)));
        assertEquals(List.of("0 1 2 10", "3 4 5", "6 7 11", "8 9 12"), tests(rare.stratifiedFolds(4)));
    }

    /** Samples whose input is their own number. */
    private static Dataset numbered(int... labels) {
        double[][] inputs = new double[labels.length][1];
        Arrays.setAll(inputs, i -> new double[] {i});
        return dataset(inputs, labels);
    }

    private static List<String> tests(List<Split> folds) {
        return folds.stream().map(fold -> numbers(fold.test())).toList();
    }

    private static String numbers(Dataset data) {
        return Arrays.stream(data.inputs().toRowMajor())
                .mapToObj(number -> Integer.toString((int) number))
                .collect(Collectors.joining(" "));
    }
}
