package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product on vectors: C is cut into tiles of 8 or 4 rows and 2 or 3 vectors of columns, which stay in registers while a
 * block of terms is added.
 *
 * <p>A tile that would hang over the edge of C slides back: it then computes some rows or columns a second time, from the same
 * old values, and stores the same result twice. So there is nothing to pad and nothing to mask.
 */
final class VectorProduct extends MatrixProduct {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** So many terms at a time: the panel of B stays in the second cache, and most tiles of C are loaded and stored only once. */
    private static final int BLOCK = 1024;

    /** Eight rows need 32 registers, which come with vectors of 8 lanes. */
    private static final boolean HAS_32_REGISTERS = LANES >= 8;

    /** Rows of B that are so far apart collide in the cache; copying them together pays from so many rows of C on. */
    private static final int FAR_APART = 512;

    private static final int ENOUGH_ROWS = 64;

    private static final double[] ZEROS = new double[LANES];

    private double[] packed = {};
    private double[] transposed = {};
    private VectorProduct transpose;
    private VectorDescent descent;

    double[] panel;
    int panelRow;
    int panelColumn0;
    int panelColumn1;
    int panelColumn2;
    int column0;
    int column1;
    int column2;
    int blockTerms;

    /** Where a tile finds what it adds to: C at its own place, or zeros at place 0, without a branch in the tile. */
    double[] start;

    /** All bits for C, none for zeros. */
    int keep;

    int aRow0;
    int aRow1;
    int aRow2;
    int aRow3;
    int aRow4;
    int aRow5;
    int aRow6;
    int aRow7;
    int cRow0;
    int cRow1;
    int cRow2;
    int cRow3;
    int cRow4;
    int cRow5;
    int cRow6;
    int cRow7;

    @Override
    void large() {
        if (columns >= LANES) {
            blocks();
        } else if (rows >= LANES && aRow == 1 && bColumn == 1) {
            asTranspose();
        } else {
            narrow();
        }
    }

    @Override
    void descend() {
        int tileRows = rows / VectorDescent.ROWS * VectorDescent.ROWS;
        int tileColumns = columns / VectorDescent.COLUMNS * VectorDescent.COLUMNS;
        boolean fits = !adds
                && VectorDescent.HAS_32_REGISTERS
                && terms <= VectorDescent.MOST_TERMS
                && aRow == 1
                && bColumn == 1;
        if (!fits || tileRows == 0 || tileColumns == 0) {
            super.descend();
            return;
        }
        if (descent == null) {
            descent = new VectorDescent();
        }
        descent.run(this, tileRows, tileColumns);
        rest(tileRows, tileColumns);
    }

    private void rest(int tileRows, int tileColumns) {
        int allRows = rows;
        int right = columns - tileColumns;
        if (right > 0) {
            skipColumns(tileColumns);
            rows = tileRows;
            super.descend();
            skipColumns(-tileColumns);
            rows = allRows;
        }
        if (tileRows < rows) {
            skipRows(tileRows);
            super.descend();
        }
    }

    private void blocks() {
        if (terms == 0) {
            clear();
        }
        int blocks = (terms + BLOCK - 1) / BLOCK;
        int block = (terms + blocks - 1) / Math.max(1, blocks);
        for (int term = 0; term < terms; term += block) {
            blockTerms = Math.min(block, terms - term);
            int vectors = (columns + LANES - 1) / LANES;
            for (int vector = 0; vector < vectors; ) {
                // 4 vectors are 2 + 2, not 3 + 1
                int width = vectors - vector == 3 || vectors - vector > 4 ? 3 : 2;
                panel(term, vector * LANES, width);
                startFrom(term == 0 && !adds);
                tiles(aStart + term * aStep, width);
                vector += width;
            }
        }
    }

    private void startFrom(boolean zero) {
        start = zero ? ZEROS : c;
        keep = zero ? 0 : -1;
    }

    /** With few columns and many rows: Cᵀ = Bᵀ · Aᵀ has many columns, and the same bits. */
    private void asTranspose() {
        if (transpose == null) {
            transpose = new VectorProduct();
        }
        if (transposed.length < rows * columns) {
            transposed = new double[rows * columns];
        }
        transpose.leftTransposed(b, bStart, bRow).right(a, aStart, aStep);
        if (adds) {
            Transposition.run(c, cStart, cRow, transposed, 0, rows, rows, columns);
            transpose.addTo(transposed, 0, rows);
        } else {
            transpose.setTo(transposed, 0, rows);
        }
        transpose.run(columns, rows, terms);
        Transposition.run(transposed, 0, rows, c, cStart, cRow, columns, rows);
    }

    /** Sets the columns of the tiles, and where the rows of B are for them. */
    private void panel(int term, int column, int width) {
        int last = columns - LANES;
        column0 = Math.min(column, last);
        column1 = Math.min(column + LANES, last);
        column2 = width == 3 ? Math.min(column + 2 * LANES, last) : column1;
        int from = bStart + term * bRow;
        if (bColumn == 1 && (bRow < FAR_APART || rows < ENOUGH_ROWS)) {
            panelInPlace(from);
            return;
        }
        if (packed.length < width * LANES * blockTerms) {
            packed = new double[width * LANES * blockTerms];
        }
        panel = packed;
        panelColumn0 = 0;
        if (bColumn == 1) {
            panelRow = width * LANES;
            panelColumn1 = LANES;
            panelColumn2 = 2 * LANES;
            packRows(from);
        } else {
            panelRow = LANES;
            panelColumn1 = blockTerms * LANES;
            panelColumn2 = 2 * panelColumn1;
            packColumns(from, width);
        }
    }

    /** Copies the rows of B one after the other, for each may lie on a page of its own. */
    private void packRows(int from) {
        int p0 = from + column0;
        int p1 = from + column1;
        int p2 = from + column2;
        int last = panelRow - LANES;
        int end = blockTerms * panelRow;
        for (int to = 0; to < end; to += panelRow) {
            DoubleVector.fromArray(SPECIES, b, p0).intoArray(packed, to);
            DoubleVector.fromArray(SPECIES, b, p1).intoArray(packed, to + LANES);
            DoubleVector.fromArray(SPECIES, b, p2).intoArray(packed, to + last);
            p0 += bRow;
            p1 += bRow;
            p2 += bRow;
        }
    }

    private void packColumns(int from, int width) {
        packVector(from + column0 * bColumn, panelColumn0);
        packVector(from + column1 * bColumn, panelColumn1);
        if (width == 3) {
            packVector(from + column2 * bColumn, panelColumn2);
        }
    }

    private void packVector(int from, int to) {
        Transposition.run(b, from, bColumn, packed, to, panelRow, LANES, blockTerms);
    }

    private void panelInPlace(int from) {
        panel = b;
        panelRow = bRow;
        panelColumn0 = from + column0;
        panelColumn1 = from + column1;
        panelColumn2 = from + column2;
    }

    private void tiles(int aFrom, int width) {
        for (int row = 0; row < rows; ) {
            firstRows(aFrom, row);
            if (HAS_32_REGISTERS && rows - row > 4) {
                moreRows(aFrom, row);
                if (width == 3) {
                    TilesOf8Rows.threeVectors(this);
                } else {
                    TilesOf8Rows.twoVectors(this);
                }
                row += 8;
            } else {
                if (width == 3) {
                    TilesOf4Rows.threeVectors(this);
                } else {
                    TilesOf4Rows.twoVectors(this);
                }
                row += 4;
            }
        }
    }

    private void firstRows(int aFrom, int row) {
        int row1 = Math.min(row + 1, rows - 1);
        int row2 = Math.min(row + 2, rows - 1);
        int row3 = Math.min(row + 3, rows - 1);
        aRow0 = aFrom + row * aRow;
        aRow1 = aFrom + row1 * aRow;
        aRow2 = aFrom + row2 * aRow;
        aRow3 = aFrom + row3 * aRow;
        cRow0 = cStart + row * cRow;
        cRow1 = cStart + row1 * cRow;
        cRow2 = cStart + row2 * cRow;
        cRow3 = cStart + row3 * cRow;
    }

    private void moreRows(int aFrom, int row) {
        int row4 = Math.min(row + 4, rows - 1);
        int row5 = Math.min(row + 5, rows - 1);
        int row6 = Math.min(row + 6, rows - 1);
        int row7 = Math.min(row + 7, rows - 1);
        aRow4 = aFrom + row4 * aRow;
        aRow5 = aFrom + row5 * aRow;
        aRow6 = aFrom + row6 * aRow;
        aRow7 = aFrom + row7 * aRow;
        cRow4 = cStart + row4 * cRow;
        cRow5 = cStart + row5 * cRow;
        cRow6 = cStart + row6 * cRow;
        cRow7 = cStart + row7 * cRow;
    }
}
