package org.chainrule.metric;

import java.util.stream.IntStream;
import org.chainrule.math.Matrix;

/** Which class a row of numbers stands for. */
final class Labels {
    /** A single output, as of a sigmoid, means class 1 from here on: {@value}. */
    static final double THRESHOLD = 0.5;

    private Labels() {}

    /** The class that each row predicts: that of the largest output, or 0 or 1 for a single one. */
    static int[] predicted(Matrix outputs) {
        return IntStream.range(0, outputs.rows())
                .map(row -> outputs.columns() > 1 ? largest(outputs, row) : outputs.get(row, 0) >= THRESHOLD ? 1 : 0)
                .toArray();
    }

    /** The class of each row of one-hot targets, or of one column of labels. */
    static int[] actual(String metric, Matrix targets) {
        return IntStream.range(0, targets.rows())
                .map(row -> targets.columns() > 1 ? largest(targets, row) : label(metric, targets, row))
                .toArray();
    }

    private static int label(String metric, Matrix targets, int row) {
        double target = targets.get(row, 0);
        if (target != Math.rint(target) || target < 0) {
            throw new IllegalArgumentException(metric + " got the target " + target + " in row " + row
                    + " (from 0), but it needs classes: labels 0, 1, … or one-hot rows.");
        }
        return (int) target;
    }

    private static int largest(Matrix values, int row) {
        int best = 0;
        for (int column = 1; column < values.columns(); column++) {
            best = values.get(row, column) > values.get(row, best) ? column : best;
        }
        return best;
    }
}
