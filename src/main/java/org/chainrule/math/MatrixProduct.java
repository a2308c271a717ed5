package org.chainrule.math;

import java.util.Arrays;

/**
 * One product of matrices, C = A · B or C += A · B, on parts of row-major arrays, with the scratch space it needs: made once, run in every
 * step; after the first run it does not allocate.
 *
 * <pre>
 * product.left(x, 0, n).rightTransposed(w, 0, n).addTo(z, 0, m).run(samples, m, n);   // z += x · wᵀ
 * product.leftTransposed(δ, 0, m).right(x, 0, n).setTo(g, 0, n).run(m, n, samples);   // g = δᵀ · x
 * </pre>
 *
 * <p>Every element of C is one chain c ← fma(a_ik, b_kj, c) over k = 0, 1, 2, …: the order of the sum does not depend on how
 * the work is cut into blocks, on the processor or on the number of threads, and so neither do the bits of the result.
 */
public abstract class MatrixProduct {
    /** Below this many multiplications a product is done before blocks of it are set up: {@value}. */
    static final int SMALL = 64;

    double[] a;
    int aStart;
    int aRow;
    int aStep;
    double[] b;
    int bStart;
    int bRow;
    int bColumn;
    double[] c;
    int cStart;
    int cRow;
    int rows;
    int columns;
    int terms;
    boolean adds;

    MatrixProduct() {}

    /**
     * Says what A is.
     *
     * @param values an array that holds it, row-major
     * @param offset the index of its first element
     * @param stride from one row to the next
     * @return this
     */
    public final MatrixProduct left(double[] values, int offset, int stride) {
        return left(values, offset, stride, 1);
    }

    /**
     * Says what A is, by its transpose.
     *
     * @param values an array that holds Aᵀ, row-major
     * @param offset the index of its first element
     * @param stride from one row of Aᵀ to the next
     * @return this
     */
    public final MatrixProduct leftTransposed(double[] values, int offset, int stride) {
        return left(values, offset, 1, stride);
    }

    private MatrixProduct left(double[] values, int offset, int row, int step) {
        a = values;
        aStart = offset;
        aRow = row;
        aStep = step;
        return this;
    }

    /**
     * Says what B is.
     *
     * @param values an array that holds it, row-major
     * @param offset the index of its first element
     * @param stride from one row to the next
     * @return this
     */
    public final MatrixProduct right(double[] values, int offset, int stride) {
        return right(values, offset, stride, 1);
    }

    /**
     * Says what B is, by its transpose.
     *
     * @param values an array that holds Bᵀ, row-major
     * @param offset the index of its first element
     * @param stride from one row of Bᵀ to the next
     * @return this
     */
    public final MatrixProduct rightTransposed(double[] values, int offset, int stride) {
        return right(values, offset, 1, stride);
    }

    private MatrixProduct right(double[] values, int offset, int row, int column) {
        b = values;
        bStart = offset;
        bRow = row;
        bColumn = column;
        return this;
    }

    /**
     * Says where the product is added.
     *
     * @param values an array that holds C, row-major; not the one of A or B
     * @param offset the index of its first element
     * @param stride from one row to the next
     * @return this
     */
    public final MatrixProduct addTo(double[] values, int offset, int stride) {
        return to(values, offset, stride, true);
    }

    /**
     * Says where the product is written.
     *
     * @param values an array that holds C, row-major; not the one of A or B
     * @param offset the index of its first element
     * @param stride from one row to the next
     * @return this
     */
    public final MatrixProduct setTo(double[] values, int offset, int stride) {
        return to(values, offset, stride, false);
    }

    private MatrixProduct to(double[] values, int offset, int stride, boolean add) {
        c = values;
        cStart = offset;
        cRow = stride;
        adds = add;
        return this;
    }

    /**
     * Computes the product.
     *
     * @param rowsOfC rows of A and C
     * @param columnsOfC columns of B and C
     * @param termsOfSum columns of A, rows of B
     */
    public final void run(int rowsOfC, int columnsOfC, int termsOfSum) {
        rows = rowsOfC;
        columns = columnsOfC;
        terms = termsOfSum;
        if ((long) rows * columns * terms < SMALL) {
            small();
        } else {
            large();
        }
    }

    /** The product as its definition says. */
    private void small() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = cStart + i * cRow + j;
                c[at] = chain(aStart + i * aRow, bStart + j * bColumn, adds ? c[at] : 0);
            }
        }
    }

    private double chain(int aFrom, int bFrom, double start) {
        double sum = start;
        int p = aFrom;
        int q = bFrom;
        for (int k = 0; k < terms; k++) {
            sum = Math.fma(a[p], b[q], sum);
            p += aStep;
            q += bRow;
        }
        return sum;
    }

    /** The product in blocks. */
    abstract void large();

    /** C = 0, if the product is not added to what is there. */
    final void clear() {
        for (int i = 0; i < rows && !adds; i++) {
            Arrays.fill(c, cStart + i * cRow, cStart + i * cRow + columns, 0);
        }
    }

    /** The product for few columns, four rows and two columns at a time: eight sums that do not wait for each other. */
    final void narrow() {
        clear();
        for (int i = 0; i < rows; i += 4) {
            for (int j = 0; j < columns; j += 2) {
                narrow(i, j, Math.min(j + 1, columns - 1));
            }
        }
    }

    /** Where C ends earlier, its last row and column take part several times with the same result. */
    private void narrow(int i, int j0, int j1) {
        int i1 = Math.min(i + 1, rows - 1);
        int i2 = Math.min(i + 2, rows - 1);
        int i3 = Math.min(i + 3, rows - 1);
        int c0 = cStart + i * cRow;
        int c1 = cStart + i1 * cRow;
        int c2 = cStart + i2 * cRow;
        int c3 = cStart + i3 * cRow;
        int b0 = bStart + j0 * bColumn;
        int b1 = bStart + j1 * bColumn;
        double s00 = c[c0 + j0];
        double s01 = c[c0 + j1];
        double s10 = c[c1 + j0];
        double s11 = c[c1 + j1];
        double s20 = c[c2 + j0];
        double s21 = c[c2 + j1];
        double s30 = c[c3 + j0];
        double s31 = c[c3 + j1];
        int p = aStart;
        for (int k = 0; k < terms; k++) {
            double y0 = b[b0 + k * bRow];
            double y1 = b[b1 + k * bRow];
            s00 = Math.fma(a[p + i * aRow], y0, s00);
            s01 = Math.fma(a[p + i * aRow], y1, s01);
            s10 = Math.fma(a[p + i1 * aRow], y0, s10);
            s11 = Math.fma(a[p + i1 * aRow], y1, s11);
            s20 = Math.fma(a[p + i2 * aRow], y0, s20);
            s21 = Math.fma(a[p + i2 * aRow], y1, s21);
            s30 = Math.fma(a[p + i3 * aRow], y0, s30);
            s31 = Math.fma(a[p + i3 * aRow], y1, s31);
            p += aStep;
        }
        c[c0 + j0] = s00;
        c[c0 + j1] = s01;
        c[c1 + j0] = s10;
        c[c1 + j1] = s11;
        c[c2 + j0] = s20;
        c[c2 + j1] = s21;
        c[c3 + j0] = s30;
        c[c3 + j1] = s31;
    }
}
