package org.chainrule.math;

/**
 * The product in plain loops. A panel of B is copied into one array per row, four rows of C into four more: loops over whole arrays
 * are what every JVM turns into vector instructions; loops over parts of arrays are not.
 */
final class PlainProduct extends MatrixProduct {
    private static final int PANEL_ROWS = 64;
    private static final int PANEL_COLUMNS = 256;

    /** So many rows of C at once use a row of B while it is at hand. */
    private static final int TILE = 4;

    private double[][] panel;
    private double[][] sums;
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
            sums = new double[TILE][PANEL_COLUMNS];
        }
        for (firstTerm = 0; firstTerm < terms; firstTerm += PANEL_ROWS) {
            panelRows = Math.min(PANEL_ROWS, terms - firstTerm);
            for (firstColumn = 0; firstColumn < columns; firstColumn += PANEL_COLUMNS) {
                panelColumns = Math.min(PANEL_COLUMNS, columns - firstColumn);
                copyPanel();
                for (int i = 0; i < rows; i += TILE) {
                    addTile(i);
                }
            }
        }
    }

    private void copyPanel() {
        for (int k = 0; k < panelRows; k++) {
            double[] row = panel[k];
            int from = bStart + (firstTerm + k) * bRow + firstColumn * bColumn;
            if (bColumn == 1) {
                System.arraycopy(b, from, row, 0, panelColumns);
            } else {
                for (int j = 0; j < panelColumns; j++) {
                    row[j] = b[from + j * bColumn];
                }
            }
        }
    }

    private void addTile(int i) {
        copySums(i, false);
        int k = 0;
        for (; k + 2 <= panelRows; k += 2) {
            addTwo(i, k);
        }
        for (int row = 0; row < TILE && k < panelRows; row++) {
            addOne(sums[row], a(i + row, k), panel[k]);
        }
        copySums(i, true);
    }

    /** Where C ends within a tile, its last row takes part several times, and is stored once. */
    private void copySums(int i, boolean back) {
        for (int row = 0; row < TILE && i + row < rows; row++) {
            int at = cStart + (i + row) * cRow + firstColumn;
            if (back) {
                System.arraycopy(sums[row], 0, c, at, panelColumns);
            } else {
                System.arraycopy(c, at, sums[row], 0, panelColumns);
            }
        }
    }

    private double a(int i, int k) {
        return a[aStart + Math.min(i, rows - 1) * aRow + (firstTerm + k) * aStep];
    }

    /** Adds the products with two rows of the panel, in their order. */
    private void addTwo(int i, int k) {
        double a00 = a(i, k);
        double a01 = a(i, k + 1);
        double a10 = a(i + 1, k);
        double a11 = a(i + 1, k + 1);
        double a20 = a(i + 2, k);
        double a21 = a(i + 2, k + 1);
        double a30 = a(i + 3, k);
        double a31 = a(i + 3, k + 1);
        double[] b0 = panel[k];
        double[] b1 = panel[k + 1];
        double[] s0 = sums[0];
        double[] s1 = sums[1];
        double[] s2 = sums[2];
        double[] s3 = sums[3];
        int width = panelColumns;
        for (int j = 0; j < width; j++) {
            double x = b0[j];
            double y = b1[j];
            s0[j] = Math.fma(a01, y, Math.fma(a00, x, s0[j]));
            s1[j] = Math.fma(a11, y, Math.fma(a10, x, s1[j]));
            s2[j] = Math.fma(a21, y, Math.fma(a20, x, s2[j]));
            s3[j] = Math.fma(a31, y, Math.fma(a30, x, s3[j]));
        }
    }

    private void addOne(double[] sum, double factor, double[] row) {
        int width = panelColumns;
        for (int j = 0; j < width; j++) {
            sum[j] = Math.fma(factor, row[j], sum[j]);
        }
    }
}
