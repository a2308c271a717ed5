package org.chainrule.data;

import java.util.Arrays;
import org.chainrule.math.Matrix;

/** Picks rows and columns of a matrix. */
final class Rows {
    private Rows() {}

    static Matrix of(Matrix matrix, int... rows) {
        return Matrix.of(Arrays.stream(rows).mapToObj(matrix::row).toArray(double[][]::new));
    }

    static Matrix columns(Matrix matrix, int... columns) {
        double[] picked = new double[matrix.rows() * columns.length];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int i = 0; i < columns.length; i++) {
                picked[row * columns.length + i] = matrix.get(row, columns[i]);
            }
        }
        return Matrix.ofRowMajor(matrix.rows(), picked);
    }

    static double[][] toArrays(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][];
        Arrays.setAll(rows, matrix::row);
        return rows;
    }
}
