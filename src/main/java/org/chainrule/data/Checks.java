package org.chainrule.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainrule.math.Matrix;

/** What must hold of the parts of a data set, each with its one-line message. */
final class Checks {
    private Checks() {}

    static void columnNames(String call, String kind, List<String> names, int columns) {
        if (names.size() != columns) {
            throw new IllegalArgumentException(call + " got " + names.size() + " " + kind + " names " + names
                    + ", but there are " + columns + " " + kind + " columns.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank() || !seen.add(name)) {
                throw new IllegalArgumentException(
                        call + " got " + (name.isBlank() ? "an empty name" : "the name " + name + " twice")
                                + " for its " + kind + " columns; each needs a name of its own.");
            }
        }
    }

    static void sameSize(int samples, int targets) {
        if (samples != targets) {
            throw new IllegalArgumentException("dataset() got " + samples + " rows of inputs and " + targets
                    + " targets; each row needs its target.");
        }
    }

    /** At least one sample, and only those that there are. */
    static void samples(int[] wanted, int size) {
        if (wanted.length == 0) {
            throw new IllegalArgumentException("rows() got no samples, but it needs at least one.");
        }
        for (int sample : wanted) {
            if (sample < 0 || sample >= size) {
                throw new IllegalArgumentException(
                        "rows() got the sample " + sample + ", but the samples are 0 to " + (size - 1) + ".");
            }
        }
    }

    /** Rows of one length, at least one value in each. */
    static Matrix matrix(String what, double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("dataset() got no samples, but it needs at least one.");
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length == 0 || rows[row].length != rows[0].length) {
                throw new IllegalArgumentException("dataset() got " + rows[row].length + " " + what + " in row " + row
                        + (row == 0
                                ? ", but it needs at least 1."
                                : ", but " + rows[0].length + " in row 0; all rows" + " need the same length."));
            }
        }
        return Matrix.of(rows);
    }

    static void finite(List<String> names, Matrix values) {
        for (int row = 0; row < values.rows(); row++) {
            for (int column = 0; column < values.columns(); column++) {
                double value = values.get(row, column);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("dataset() got " + value + " for " + names.get(column)
                            + " in row " + row + " (from 0), but it needs finite values; leave that row out.");
                }
            }
        }
    }

    static int columnOf(String call, String wanted, List<String> known) {
        int column = known.indexOf(wanted);
        if (column < 0) {
            throw new IllegalArgumentException(
                    call + " got the column " + wanted + ", but the columns are " + known + ".");
        }
        return column;
    }
}
