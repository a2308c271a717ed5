package org.chainrule.math;

/**
 * The product for few columns, four rows and two columns at a time: eight sums that do not wait for each other.
 *
 * <p>The terms of a row of A and of a column of B are gathered side by side where they are not: only for such loops the JVM's compilers
 * leave out the bounds checks.
 */
final class NarrowProduct {
    private double[] a;
    private int aStart;
    private int aRow;
    private double[] b;
    private int bStart;
    private int bColumn;
    private double[] rowsOfA = {};
    private double[] columnsOfB = {};

    /** Where C ends earlier, its last row and column take part several times with the same result. */
    void addTo(MatrixProduct p) {
        takeRows(p);
        takeColumns(p);
        for (int i = 0; i < p.rows; i += 4) {
            for (int j = 0; j < p.columns; j += 2) {
                addTile(p, i, j, Math.min(j + 1, p.columns - 1));
            }
        }
    }

    private void takeRows(MatrixProduct p) {
        if (p.aStep == 1) {
            a = p.a;
            aStart = p.aStart;
            aRow = p.aRow;
            return;
        }
        if (rowsOfA.length < p.rows * p.terms) {
            rowsOfA = new double[p.rows * p.terms];
        }
        for (int i = 0; i < p.rows; i++) {
            for (int k = 0; k < p.terms; k++) {
                rowsOfA[i * p.terms + k] = p.a[p.aStart + i * p.aRow + k * p.aStep];
            }
        }
        a = rowsOfA;
        aStart = 0;
        aRow = p.terms;
    }

    private void takeColumns(MatrixProduct p) {
        if (p.bRow == 1) {
            b = p.b;
            bStart = p.bStart;
            bColumn = p.bColumn;
            return;
        }
        if (columnsOfB.length < p.columns * p.terms) {
            columnsOfB = new double[p.columns * p.terms];
        }
        for (int j = 0; j < p.columns; j++) {
            for (int k = 0; k < p.terms; k++) {
                columnsOfB[j * p.terms + k] = p.b[p.bStart + j * p.bColumn + k * p.bRow];
            }
        }
        b = columnsOfB;
        bStart = 0;
        bColumn = p.terms;
    }

    private void addTile(MatrixProduct p, int i, int j0, int j1) {
        int i1 = Math.min(i + 1, p.rows - 1);
        int i2 = Math.min(i + 2, p.rows - 1);
        int i3 = Math.min(i + 3, p.rows - 1);
        double[] c = p.c;
        int c0 = p.cStart + i * p.cRow;
        int c1 = p.cStart + i1 * p.cRow;
        int c2 = p.cStart + i2 * p.cRow;
        int c3 = p.cStart + i3 * p.cRow;
        double s00 = c[c0 + j0];
        double s01 = c[c0 + j1];
        double s10 = c[c1 + j0];
        double s11 = c[c1 + j1];
        double s20 = c[c2 + j0];
        double s21 = c[c2 + j1];
        double s30 = c[c3 + j0];
        double s31 = c[c3 + j1];
        double[] x = a;
        double[] y = b;
        int x0 = aStart + i * aRow;
        int x1 = aStart + i1 * aRow;
        int x2 = aStart + i2 * aRow;
        int x3 = aStart + i3 * aRow;
        int y0 = bStart + j0 * bColumn;
        int y1 = bStart + j1 * bColumn;
        int terms = p.terms;
        for (int k = 0; k < terms; k++) {
            double left = y[y0 + k];
            double right = y[y1 + k];
            s00 = Math.fma(x[x0 + k], left, s00);
            s01 = Math.fma(x[x0 + k], right, s01);
            s10 = Math.fma(x[x1 + k], left, s10);
            s11 = Math.fma(x[x1 + k], right, s11);
            s20 = Math.fma(x[x2 + k], left, s20);
            s21 = Math.fma(x[x2 + k], right, s21);
            s30 = Math.fma(x[x3 + k], left, s30);
            s31 = Math.fma(x[x3 + k], right, s31);
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
