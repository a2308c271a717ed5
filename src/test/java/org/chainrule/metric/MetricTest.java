package org.chainrule.metric;

import static org.chainrule.Chainrule.accuracy;
import static org.chainrule.Chainrule.confusionMatrix;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.mae;
import static org.chainrule.Chainrule.mse;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.rSquared;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Most cases are those of the documentation of scikit-learn, module sklearn.metrics; computed again with scikit-learn 1.9.1. */
class MetricTest {
    private static final Matrix ACTUAL = column(3, -0.5, 2, 7);
    private static final Matrix PREDICTED = column(2.5, 0, 2, 8);

    private static Matrix column(double... values) {
        return Matrix.ofRowMajor(values.length, values);
    }

    /** https://scikit-learn.org/stable/modules/generated/sklearn.metrics.r2_score.html and its neighbours. */
    @Test
    void errorsOfARegression() {
        assertEquals(0.375, mse().of(PREDICTED, ACTUAL));
        assertEquals(0.5, mae().of(PREDICTED, ACTUAL));
        assertEquals(0.9486081370449679, rSquared().of(PREDICTED, ACTUAL), 1e-15);
    }

    @Test
    void errorsOfARegressionWithTwoOutputs() {
        Matrix actual = Matrix.of(new double[][] {{0.5, 1}, {-1, 1}, {7, -6}});
        Matrix predicted = Matrix.of(new double[][] {{0, 2}, {-1, 2}, {8, -5}});
        assertEquals(0.7083333333333334, mse().of(predicted, actual), 1e-15);
        assertEquals(0.75, mae().of(predicted, actual), 1e-15);
        assertEquals((0.965437788018 + 0.908163265306) / 2, rSquared().of(predicted, actual), 1e-12);
    }

    @Test
    void rSquaredOfSpecialCases() {
        assertEquals(1, rSquared().of(ACTUAL, ACTUAL));
        assertEquals(0, rSquared().of(column(2.875, 2.875, 2.875, 2.875), ACTUAL), 1e-15);
        assertEquals(1, rSquared().of(column(2, 2), column(2, 2)));
        assertEquals(0, rSquared().of(column(2, 3), column(2, 2)));
        assertEquals(0, rSquared().of(column(0.1, 0.1, 0.2), column(0.1, 0.1, 0.1)));
        assertEquals(-3, rSquared().of(column(3, 2, 1), column(1, 2, 3)), 1e-15);
    }

    @Test
    void accuracyCountsTheLargestOutput() {
        Matrix predicted =
                Matrix.of(new double[][] {{0.7, 0.2, 0.1}, {0.1, 0.5, 0.4}, {0.3, 0.3, 0.4}, {0.4, 0.4, 0.2}});
        Matrix oneHot = Matrix.of(new double[][] {{1, 0, 0}, {0, 0, 1}, {0, 0, 1}, {1, 0, 0}});
        assertEquals(0.75, accuracy().of(predicted, oneHot));
        assertEquals(0.75, accuracy().of(predicted, column(0, 2, 2, 0)));
    }

    @Test
    void aSingleOutputMeansClassOneFromOneHalfOn() {
        assertEquals(0.75, accuracy().of(column(0.2, 0.5, 0.9, 0.7), column(0, 1, 1, 0)));
    }

    /**
     * y_true = [2, 0, 2, 2, 0, 1], y_pred = [0, 0, 2, 2, 0, 2] of
     * https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
     */
    @Test
    void confusionMatrixWithItsScores() {
        Matrix predicted = oneHot(0, 0, 2, 2, 0, 2);
        ConfusionMatrix matrix = ConfusionMatrix.of(List.of("ant", "bird", "cat"), predicted, column(2, 0, 2, 2, 0, 1));
        assertEquals(List.of(List.of(2, 0, 0), List.of(0, 0, 1), List.of(1, 0, 2)), matrix.counts());
        assertEquals(4 / 6.0, matrix.accuracy());
        assertEquals(1, matrix.count("bird", "cat"));
        assertScore(matrix.score("ant"), 2 / 3.0, 1, 0.8, 2);
        assertScore(matrix.score("bird"), 0, 0, 0, 1);
        assertScore(matrix.score("cat"), 2 / 3.0, 2 / 3.0, 2 / 3.0, 3);
        assertEquals(3, matrix.scores().size());
        assertEquals("""
                ConfusionMatrix, actual down, predicted across, accuracy 0.6667
                           ant   bird    cat
                    ant      2      0      0
                   bird      0      0      1
                    cat      1      0      2""", matrix.toString());
        assertMessage("There is no class named dog; the classes are [ant, bird, cat].", () -> matrix.score("dog"));
    }

    private static void assertScore(ClassScore score, double precision, double recall, double f1, int support) {
        assertEquals(precision, score.precision(), 1e-15, score.name());
        assertEquals(recall, score.recall(), 1e-15, score.name());
        assertEquals(f1, score.f1(), 1e-15, score.name());
        assertEquals(support, score.support(), score.name());
    }

    private static Matrix oneHot(int... labels) {
        double[][] rows = new double[labels.length][3];
        for (int i = 0; i < labels.length; i++) {
            rows[i][labels[i]] = 1;
        }
        return Matrix.of(rows);
    }

    @Test
    void aNetworkIsJudgedByADataset() {
        Network twice = network()
                .inputs(1)
                .layer(1)
                .activation(identity())
                .weights(new double[] {2})
                .loss(halfSquaredError());
        Dataset data = dataset(new double[][] {{1}, {2}}, new double[][] {{2}, {5}});
        assertEquals(0.5, mse().of(twice, data));
        assertEquals(0.5, mae().of(twice, data));
        Network positive = network()
                .inputs(1)
                .layer(1)
                .activation(sigmoid())
                .weights(new double[] {1})
                .loss(halfSquaredError());
        Dataset signs = dataset(new double[][] {{-1}, {2}, {-3}, {4}}, new int[] {0, 1, 1, 1})
                .labels();
        assertEquals(0.75, accuracy().of(positive, signs));
        assertEquals(
                List.of(List.of(1, 0), List.of(1, 2)),
                confusionMatrix(positive, signs).counts());
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertMessage(
                "mse() got 4×1 predictions and 2×1 targets, but they need the same shape.",
                () -> mse().of(PREDICTED, column(1, 2)));
        assertMessage(
                "accuracy() got predictions for 4 samples and targets for 2, but they need to be as many.",
                () -> accuracy().of(PREDICTED, column(1, 2)));
        assertMessage(
                "accuracy() got the target -0.5 in row 1 (from 0), but it needs classes: labels 0, 1, … or one-hot rows.",
                () -> accuracy().of(PREDICTED, ACTUAL));
        assertMessage(
                "confusionMatrix() got 4×1 predictions, but it needs an output for each of the 3 classes [a, b, c].",
                () -> ConfusionMatrix.of(List.of("a", "b", "c"), PREDICTED, column(0, 1, 2, 0)));
        assertMessage(
                "confusionMatrix() got the label 2, but the 2 classes have the labels 0 to 1.",
                () -> ConfusionMatrix.of(List.of("a", "b"), PREDICTED, column(0, 1, 2, 0)));
    }

    @Test
    void sequencesNeedATargetForEveryStep() {
        Network reader = network()
                .inputs(sequence(3, 1))
                .simpleRnn(2)
                .init(xavier(seed(1)))
                .allSteps()
                .layer(3)
                .activation(softmax())
                .init(xavier(seed(2)))
                .loss(sparseCategoricalCrossEntropy());
        Dataset one = dataset(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{0}, {1}});
        assertMessage(
                "A metric got 1 columns of targets for sequences of 3 steps, but it needs a target for every step.",
                () -> accuracy().of(reader, one));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
