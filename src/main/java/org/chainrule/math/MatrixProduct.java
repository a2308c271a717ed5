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

    /** What the product is subtracted from, or null. */
    double[] descending;

    double rate;
    private NarrowProduct narrow;

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
        descending = null;
        return this;
    }

    /**
     * Makes the product a step of gradient descent: what is at its place in another array becomes w ← w − α · c. After that, what C holds is not
     * defined, for a product that can do without writes nothing there.
     *
     * @param weights an array of the layout of C
     * @param learningRate α
     * @return this
     */
    public final MatrixProduct thenDescend(double[] weights, double learningRate) {
        descending = weights;
        rate = learningRate;
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
        if (descending == null) {
            multiply();
        } else {
            descend();
        }
    }

    private void multiply() {
        if ((long) rows * columns * terms < SMALL) {
            small();
        } else {
            large();
        }
    }

    /** The product, and the step with it. */
    void descend() {
        multiply();
        for (int i = 0; i < rows; i++) {
            int start = cStart + i * cRow;
            for (int at = start; at < start + columns; at++) {
                descending[at] -= rate * c[at];
            }
        }
    }

    /** Narrows the product to the columns from one on. */
    final void skipColumns(int count) {
        bStart += count * bColumn;
        cStart += count;
        columns -= count;
    }

    /** Narrows the product to the rows from one on. */
    final void skipRows(int count) {
        aStart += count * aRow;
        cStart += count * cRow;
        rows -= count;
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

    /** The product for few columns. */
    final void narrow() {
        clear();
        if (narrow == null) {
            narrow = new NarrowProduct();
        }
        narrow.addTo(this);
    }
}
