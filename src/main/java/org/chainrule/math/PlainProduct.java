package org.chainrule.math;

/**
 * The product in plain loops. A panel of B is copied into one array per row, four rows of C into four more: loops over whole
 * arrays are what every JVM turns into vector instructions, loops over parts of one array are not.
 */
final class PlainProduct extends MatrixProduct {
    private static final int PANEL_ROWS = 64;
    private static final int PANEL_COLUMNS = 128;

    private double[][] panel;
    private double[][] sums;
    private final int[] rowOfSum = new int[4];
    private int firstTerm;
    private int panelRows;
    private int firstColumn;
    private int panelColumns;

    @Override
    void large() {
        if (columns < 4) {
            narrow();
            return;
        }
        clear();
        if (panel == null) {
            panel = new double[PANEL_ROWS][PANEL_COLUMNS];
            sums = new double[4][PANEL_COLUMNS];
        }
        for (firstTerm = 0; firstTerm < terms; firstTerm += PANEL_ROWS) {
            panelRows = Math.min(PANEL_ROWS, terms - firstTerm);
            for (firstColumn = 0; firstColumn < columns; firstColumn += PANEL_COLUMNS) {
                panelColumns = Math.min(PANEL_COLUMNS, columns - firstColumn);
                copyPanel();
                for (int i = 0; i < rows; i += 4) {
                    fourRows(i);
                }
            }
        }
    }

    private void copyPanel() {
        for (int k = 0; k < panelRows; k++) {
            double[] row = panel[k];
            int from = bStart + (firstTerm + k) * bRow + firstColumn * bColumn;
            for (int j = 0; j < panelColumns; j++) {
                row[j] = b[from + j * bColumn];
            }
        }
    }

    /** Rows i to i + 3 of C; where C ends earlier, its last row takes part several times with the same result. */
    private void fourRows(int i) {
        for (int r = 0; r < 4; r++) {
            rowOfSum[r] = Math.min(i + r, rows - 1);
            System.arraycopy(c, cStart + rowOfSum[r] * cRow + firstColumn, sums[r], 0, panelColumns);
        }
        int k = 0;
        for (; k + 1 < panelRows; k += 2) {
            addTwo(k);
        }
        if (k < panelRows) {
            addOne(k);
        }
        for (int r = 0; r < 4; r++) {
            System.arraycopy(sums[r], 0, c, cStart + rowOfSum[r] * cRow + firstColumn, panelColumns);
        }
    }

    private double factor(int row, int k) {
        return a[aStart + rowOfSum[row] * aRow + (firstTerm + k) * aStep];
    }

    private void addTwo(int k) {
        double a00 = factor(0, k);
        double a01 = factor(0, k + 1);
        double a10 = factor(1, k);
        double a11 = factor(1, k + 1);
        double a20 = factor(2, k);
        double a21 = factor(2, k + 1);
        double a30 = factor(3, k);
        double a31 = factor(3, k + 1);
        double[] b0 = panel[k];
        double[] b1 = panel[k + 1];
        double[] c0 = sums[0];
        double[] c1 = sums[1];
        double[] c2 = sums[2];
        double[] c3 = sums[3];
        for (int j = 0; j < panelColumns; j++) {
            c0[j] = Math.fma(a01, b1[j], Math.fma(a00, b0[j], c0[j]));
            c1[j] = Math.fma(a11, b1[j], Math.fma(a10, b0[j], c1[j]));
            c2[j] = Math.fma(a21, b1[j], Math.fma(a20, b0[j], c2[j]));
            c3[j] = Math.fma(a31, b1[j], Math.fma(a30, b0[j], c3[j]));
        }
    }

    private void addOne(int k) {
        double a0 = factor(0, k);
        double a1 = factor(1, k);
        double a2 = factor(2, k);
        double a3 = factor(3, k);
        double[] b0 = panel[k];
        double[] c0 = sums[0];
        double[] c1 = sums[1];
        double[] c2 = sums[2];
        double[] c3 = sums[3];
        for (int j = 0; j < panelColumns; j++) {
            c0[j] = Math.fma(a0, b0[j], c0[j]);
            c1[j] = Math.fma(a1, b0[j], c1[j]);
            c2[j] = Math.fma(a2, b0[j], c2[j]);
            c3[j] = Math.fma(a3, b0[j], c3[j]);
        }
    }
}
