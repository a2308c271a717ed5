package org.chainrule.math;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chainrule.formula.Numbers;

/**
 * An immutable matrix of doubles, row-major: one row per sample, one column per unit.
 *
 * <p>Example: {@code Matrix.of(new double[][] {{1, 2}, {3, 4}}).get(1, 0)} is 3.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A matrix with the given rows, which are copied.
     *
     * @param rows at least one row, all of the same length
     * @return the matrix
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Matrix of(double[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("matrix() got no rows, but it needs at least one sample.");
        }
        int columns = rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException("matrix() got " + rows[r].length + " values in row " + r
                        + ", but row 0 has " + columns + "; all rows need the same length.");
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /**
     * A matrix from row-major values, which are copied.
     *
     * @param rows the number of rows
     * @param values rows × columns values
     * @return the matrix
     */
    public static Matrix ofRowMajor(int rows, double[] values) {
        return new Matrix(rows, values.length / rows, values.clone());
    }

    /**
     * The number of rows.
     *
     * @return samples
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return units
     */
    public int columns() {
        return columns;
    }

    /**
     * One element.
     *
     * @param row from 0
     * @param column from 0
     * @return the value
     * @throws IllegalArgumentException if there is no such row or column
     */
    public double get(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw outside("get(" + row + ", " + column + ")");
        }
        return values[row * columns + column];
    }

    /**
     * One row.
     *
     * @param row from 0
     * @return a copy
     * @throws IllegalArgumentException if there is no such row
     */
    public double[] row(int row) {
        if (row < 0 || row >= rows) {
            throw outside("row(" + row + ")");
        }
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    private IllegalArgumentException outside(String call) {
        return new IllegalArgumentException(call + " is outside of the matrix, which has the rows 0 to " + (rows - 1)
                + " and the columns 0 to " + (columns - 1) + ".");
    }

    /**
     * All values, row after row.
     *
     * @return a copy
     */
    public double[] toRowMajor() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && columns == m.columns && Arrays.equals(values, m.values);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.stream(values)
                .limit(Math.min(values.length, 6))
                .mapToObj(Numbers::computed)
                .collect(Collectors.joining(", ", rows + "×" + columns + " [", values.length > 6 ? ", …]" : "]"));
    }
}
