package org.chainrule.math;

/**
 * One product of matrices, C += A · B, on parts of row-major arrays, with the scratch space it needs: made once, run in every
 * step; after the first run it does not allocate.
 *
 * <pre>
 * product.left(x, 0, n).rightTransposed(w, 0, n).addTo(z, 0, m).run(samples, m, n);   // z += x · wᵀ
 * </pre>
 *
 * <p>Every element of C is one chain c ← fma(a_ik, b_kj, c) over k = 0, 1, 2, …: the order of the sum does not depend on how
 * the work is cut into blocks, on the processor or on the number of threads, and so neither do the bits of the result.
 */
public abstract class MatrixProduct {
    /** Below this many multiplications a product is done before blocks of it are set up: {@value}. */
    static final int SMALL = 256;

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
        c = values;
        cStart = offset;
        cRow = stride;
        return this;
    }

    /**
     * Adds the product to C.
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
                small(aStart + i * aRow, bStart + j * bColumn, cStart + i * cRow + j);
            }
        }
    }

    private void small(int aFrom, int bFrom, int cAt) {
        double sum = c[cAt];
        int p = aFrom;
        int q = bFrom;
        for (int k = 0; k < terms; k++) {
            sum = Math.fma(a[p], b[q], sum);
            p += aStep;
            q += bRow;
        }
        c[cAt] = sum;
    }

    /** The product in blocks. */
    abstract void large();

    /** The product four rows at a time, for few columns: four sums that do not wait for each other. */
    final void narrow() {
        for (int i = 0; i < rows; i += 4) {
            for (int j = 0; j < columns; j++) {
                narrow(i, j);
            }
        }
    }

    private void narrow(int i, int j) {
        int i1 = Math.min(i + 1, rows - 1);
        int i2 = Math.min(i + 2, rows - 1);
        int i3 = Math.min(i + 3, rows - 1);
        int p = aStart;
        int q = bStart + j * bColumn;
        double c0 = c[cStart + i * cRow + j];
        double c1 = c[cStart + i1 * cRow + j];
        double c2 = c[cStart + i2 * cRow + j];
        double c3 = c[cStart + i3 * cRow + j];
        for (int k = 0; k < terms; k++) {
            c0 = Math.fma(a[p + i * aRow], b[q], c0);
            c1 = Math.fma(a[p + i1 * aRow], b[q], c1);
            c2 = Math.fma(a[p + i2 * aRow], b[q], c2);
            c3 = Math.fma(a[p + i3 * aRow], b[q], c3);
            p += aStep;
            q += bRow;
        }
        c[cStart + i * cRow + j] = c0;
        c[cStart + i1 * cRow + j] = c1;
        c[cStart + i2 * cRow + j] = c2;
        c[cStart + i3 * cRow + j] = c3;
    }
}
