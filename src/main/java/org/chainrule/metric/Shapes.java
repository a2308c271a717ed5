package org.chainrule.metric;

import org.chainrule.math.Matrix;

/** The shapes that predictions and targets need to have. */
final class Shapes {
    private Shapes() {}

    static void checkEqual(String metric, Matrix predicted, Matrix actual) {
        if (predicted.rows() != actual.rows() || predicted.columns() != actual.columns()) {
            throw new IllegalArgumentException(metric + " got " + text(predicted) + " predictions and " + text(actual)
                    + " targets, but they need the same shape.");
        }
    }

    static void checkSamples(String metric, Matrix predicted, Matrix actual) {
        if (predicted.rows() != actual.rows()) {
            throw new IllegalArgumentException(metric + " got predictions for " + predicted.rows()
                    + " samples and targets for " + actual.rows() + ", but they need to be as many.");
        }
    }

    /** One row per step of the samples' sequences. */
    static Matrix stepByStep(Matrix rows, int steps) {
        if (rows.columns() % steps != 0) {
            throw new IllegalArgumentException(
                    "A metric got " + rows.columns() + " columns of targets for sequences of " + steps
                            + " steps, but it needs a target for every step.");
        }
        return steps == 1 ? rows : Matrix.ofRowMajor(rows.rows() * steps, rows.toRowMajor());
    }

    static String text(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }
}
