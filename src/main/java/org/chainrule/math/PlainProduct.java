package org.chainrule.math;

/**
 * The product in plain loops. A panel of B is copied into one array per row, a row of C into one more: loops over whole arrays,
 * with one array that is written, are what every JVM turns into vector instructions; loops over parts of arrays are not.
 */
final class PlainProduct extends MatrixProduct {
    private static final int PANEL_ROWS = 64;
    private static final int PANEL_COLUMNS = 128;

    private double[][] panel;
    private double[] sums;
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
            sums = new double[PANEL_COLUMNS];
        }
        for (firstTerm = 0; firstTerm < terms; firstTerm += PANEL_ROWS) {
            panelRows = Math.min(PANEL_ROWS, terms - firstTerm);
            for (firstColumn = 0; firstColumn < columns; firstColumn += PANEL_COLUMNS) {
                panelColumns = Math.min(PANEL_COLUMNS, columns - firstColumn);
                copyPanel();
                for (int i = 0; i < rows; i++) {
                    addRow(i);
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

    private void addRow(int i) {
        int at = cStart + i * cRow + firstColumn;
        int factor = aStart + i * aRow + firstTerm * aStep;
        System.arraycopy(c, at, sums, 0, panelColumns);
        int k = 0;
        for (; k + 4 <= panelRows; k += 4) {
            addFour(k, factor + k * aStep);
        }
        for (; k < panelRows; k++) {
            addOne(k, a[factor + k * aStep]);
        }
        System.arraycopy(sums, 0, c, at, panelColumns);
    }

    /** Adds the products with four rows of the panel, in their order; with more, JDK 17 leaves the loop scalar. */
    private void addFour(int k, int factor) {
        double a0 = a[factor];
        double a1 = a[factor + aStep];
        double a2 = a[factor + 2 * aStep];
        double a3 = a[factor + 3 * aStep];
        double[] b0 = panel[k];
        double[] b1 = panel[k + 1];
        double[] b2 = panel[k + 2];
        double[] b3 = panel[k + 3];
        double[] sum = sums;
        int width = panelColumns;
        for (int j = 0; j < width; j++) {
            sum[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sum[j]))));
        }
    }

    private void addOne(int k, double factor) {
        double[] row = panel[k];
        double[] sum = sums;
        int width = panelColumns;
        for (int j = 0; j < width; j++) {
            sum[j] = Math.fma(factor, row[j], sum[j]);
        }
    }
}
