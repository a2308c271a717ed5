package org.chainrule.math;

/**
 * The product in plain loops. A panel of B is copied into one array per row, two rows of C into two more: loops over whole arrays
 * are what every JVM turns into vector instructions; loops over parts of arrays are not.
 */
final class PlainProduct extends MatrixProduct {
    private static final int PANEL_ROWS = 128;
    private static final int PANEL_COLUMNS = 800;

    /** So many rows of C at once use a row of B while it is at hand. */
    private static final int TILE = 2;

    /** So many rows of B at once are added to these, for one load and one store of C. */
    private static final int TERMS = 4;

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
                if (bColumn == 1) {
                    copyPanel();
                } else {
                    turnPanel();
                }
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
            System.arraycopy(b, from, row, 0, panelColumns);
        }
    }

    /** Four rows of the panel at a time, whose elements are neighbours in Bᵀ. */
    private void turnPanel() {
        int k = 0;
        for (; k + 4 <= panelRows; k += 4) {
            turnFourRows(k, bStart + (firstTerm + k) * bRow + firstColumn * bColumn);
        }
        for (; k < panelRows; k++) {
            int from = bStart + (firstTerm + k) * bRow + firstColumn * bColumn;
            for (int j = 0; j < panelColumns; j++) {
                panel[k][j] = b[from + j * bColumn];
            }
        }
    }

    private void turnFourRows(int k, int from) {
        double[] row0 = panel[k];
        double[] row1 = panel[k + 1];
        double[] row2 = panel[k + 2];
        double[] row3 = panel[k + 3];
        int at = from;
        for (int j = 0; j < panelColumns; j++) {
            row0[j] = b[at];
            row1[j] = b[at + bRow];
            row2[j] = b[at + 2 * bRow];
            row3[j] = b[at + 3 * bRow];
            at += bColumn;
        }
    }

    private void addTile(int i) {
        copySums(i, false);
        int k = 0;
        for (; k + TERMS <= panelRows; k += TERMS) {
            addFour(i, k);
        }
        for (; k < panelRows; k++) {
            for (int row = 0; row < TILE; row++) {
                addOne(sums[row], a(i + row, k), panel[k]);
            }
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

    /** Adds the products with four rows of the panel, in their order. */
    private void addFour(int i, int k) {
        double a00 = a(i, k);
        double a01 = a(i, k + 1);
        double a02 = a(i, k + 2);
        double a03 = a(i, k + 3);
        double a10 = a(i + 1, k);
        double a11 = a(i + 1, k + 1);
        double a12 = a(i + 1, k + 2);
        double a13 = a(i + 1, k + 3);
        double[] b0 = panel[k];
        double[] b1 = panel[k + 1];
        double[] b2 = panel[k + 2];
        double[] b3 = panel[k + 3];
        double[] s0 = sums[0];
        double[] s1 = sums[1];
        int width = panelColumns;
        for (int j = 0; j < width; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            double x3 = b3[j];
            s0[j] = Math.fma(a03, x3, Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, s0[j]))));
            s1[j] = Math.fma(a13, x3, Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, s1[j]))));
        }
    }

    private void addOne(double[] sum, double factor, double[] row) {
        int width = panelColumns;
        for (int j = 0; j < width; j++) {
            sum[j] = Math.fma(factor, row[j], sum[j]);
        }
    }
}
