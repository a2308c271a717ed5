package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * W ← W − α · (Aᵀ · B) in tiles of 8 rows and 3 vectors of columns: the sums stay in registers until they are subtracted, so that a gradient
 * that is as large as the weights is never written to memory and read again.
 *
 * <p>Several panels of B are packed at a time, and each row of tiles goes along all of them: the rows of W, which come from far, are then
 * read and written in their order.
 */
final class VectorDescent {
    /** Rows of a tile, whose elements are neighbours in Aᵀ. */
    static final int ROWS = 8;

    /** So many terms at a time stay in the cache; more are for a product in blocks. */
    static final int MOST_TERMS = 192;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Columns of a tile. */
    static final int COLUMNS = 3 * LANES;

    /** A tile needs 32 registers, which come with vectors of 8 lanes. */
    static final boolean HAS_32_REGISTERS = LANES >= 8;

    /** So many packed panels stay in the second cache. */
    private static final int PANELS = 10;

    private final double[] packed = new double[PANELS * (MOST_TERMS * COLUMNS + LANES)];
    private double[] a;
    private int aStep;
    private double[] weights;
    private int weightsRow;
    private double rate;
    private int terms;

    /** One panel after the other, with a gap that keeps them from colliding in the cache. */
    private int panelSize;

    /** The part of a product's descent that is whole tiles: rows and columns are multiples of theirs. */
    void run(MatrixProduct p, int rows, int columns) {
        a = p.a;
        aStep = p.aStep;
        weights = p.descending;
        weightsRow = p.cRow;
        rate = p.rate;
        terms = p.terms;
        panelSize = terms * COLUMNS + LANES;
        int width = PANELS * COLUMNS;
        for (int column = 0; column < columns; column += width) {
            int panels = Math.min(width, columns - column) / COLUMNS;
            pack(p.b, p.bStart + column, p.bRow, panels);
            for (int row = 0; row < rows; row += ROWS) {
                for (int panel = 0; panel < panels; panel++) {
                    tile(p.aStart + row, panel * panelSize, p.cStart + row * weightsRow + column + panel * COLUMNS);
                }
            }
        }
    }

    private void pack(double[] b, int from, int bRow, int panels) {
        for (int k = 0; k < terms; k++) {
            int source = from + k * bRow;
            int target = k * COLUMNS;
            for (int panel = 0; panel < panels; panel++) {
                DoubleVector.fromArray(SPECIES, b, source).intoArray(packed, target);
                DoubleVector.fromArray(SPECIES, b, source + LANES).intoArray(packed, target + LANES);
                DoubleVector.fromArray(SPECIES, b, source + 2 * LANES).intoArray(packed, target + 2 * LANES);
                source += COLUMNS;
                target += panelSize;
            }
        }
    }

    /** Written out and free of branches and calls, as the tiles of {@link TilesOf8Rows}. */
    private void tile(int aFrom, int bFrom, int w0) {
        double[] x = a;
        double[] y = packed;
        double[] w = weights;
        int step = aStep;
        int end = bFrom + terms * COLUMNS;
        int w1 = w0 + weightsRow;
        int w2 = w1 + weightsRow;
        int w3 = w2 + weightsRow;
        int w4 = w3 + weightsRow;
        int w5 = w4 + weightsRow;
        int w6 = w5 + weightsRow;
        int w7 = w6 + weightsRow;
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s40 = DoubleVector.zero(SPECIES);
        DoubleVector s41 = DoubleVector.zero(SPECIES);
        DoubleVector s42 = DoubleVector.zero(SPECIES);
        DoubleVector s50 = DoubleVector.zero(SPECIES);
        DoubleVector s51 = DoubleVector.zero(SPECIES);
        DoubleVector s52 = DoubleVector.zero(SPECIES);
        DoubleVector s60 = DoubleVector.zero(SPECIES);
        DoubleVector s61 = DoubleVector.zero(SPECIES);
        DoubleVector s62 = DoubleVector.zero(SPECIES);
        DoubleVector s70 = DoubleVector.zero(SPECIES);
        DoubleVector s71 = DoubleVector.zero(SPECIES);
        DoubleVector s72 = DoubleVector.zero(SPECIES);
        for (int i = aFrom, j = bFrom; j < end; i += step, j += COLUMNS) {
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, y, j);
            DoubleVector y1 = DoubleVector.fromArray(SPECIES, y, j + LANES);
            DoubleVector y2 = DoubleVector.fromArray(SPECIES, y, j + 2 * LANES);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[i]);
            s00 = x0.fma(y0, s00);
            s01 = x0.fma(y1, s01);
            s02 = x0.fma(y2, s02);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[i + 1]);
            s10 = x1.fma(y0, s10);
            s11 = x1.fma(y1, s11);
            s12 = x1.fma(y2, s12);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[i + 2]);
            s20 = x2.fma(y0, s20);
            s21 = x2.fma(y1, s21);
            s22 = x2.fma(y2, s22);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[i + 3]);
            s30 = x3.fma(y0, s30);
            s31 = x3.fma(y1, s31);
            s32 = x3.fma(y2, s32);
            DoubleVector x4 = DoubleVector.broadcast(SPECIES, x[i + 4]);
            s40 = x4.fma(y0, s40);
            s41 = x4.fma(y1, s41);
            s42 = x4.fma(y2, s42);
            DoubleVector x5 = DoubleVector.broadcast(SPECIES, x[i + 5]);
            s50 = x5.fma(y0, s50);
            s51 = x5.fma(y1, s51);
            s52 = x5.fma(y2, s52);
            DoubleVector x6 = DoubleVector.broadcast(SPECIES, x[i + 6]);
            s60 = x6.fma(y0, s60);
            s61 = x6.fma(y1, s61);
            s62 = x6.fma(y2, s62);
            DoubleVector x7 = DoubleVector.broadcast(SPECIES, x[i + 7]);
            s70 = x7.fma(y0, s70);
            s71 = x7.fma(y1, s71);
            s72 = x7.fma(y2, s72);
        }
        DoubleVector alpha = DoubleVector.broadcast(SPECIES, rate);
        DoubleVector.fromArray(SPECIES, w, w0).sub(s00.mul(alpha)).intoArray(w, w0);
        DoubleVector.fromArray(SPECIES, w, w0 + LANES).sub(s01.mul(alpha)).intoArray(w, w0 + LANES);
        DoubleVector.fromArray(SPECIES, w, w0 + 2 * LANES).sub(s02.mul(alpha)).intoArray(w, w0 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w1).sub(s10.mul(alpha)).intoArray(w, w1);
        DoubleVector.fromArray(SPECIES, w, w1 + LANES).sub(s11.mul(alpha)).intoArray(w, w1 + LANES);
        DoubleVector.fromArray(SPECIES, w, w1 + 2 * LANES).sub(s12.mul(alpha)).intoArray(w, w1 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w2).sub(s20.mul(alpha)).intoArray(w, w2);
        DoubleVector.fromArray(SPECIES, w, w2 + LANES).sub(s21.mul(alpha)).intoArray(w, w2 + LANES);
        DoubleVector.fromArray(SPECIES, w, w2 + 2 * LANES).sub(s22.mul(alpha)).intoArray(w, w2 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w3).sub(s30.mul(alpha)).intoArray(w, w3);
        DoubleVector.fromArray(SPECIES, w, w3 + LANES).sub(s31.mul(alpha)).intoArray(w, w3 + LANES);
        DoubleVector.fromArray(SPECIES, w, w3 + 2 * LANES).sub(s32.mul(alpha)).intoArray(w, w3 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w4).sub(s40.mul(alpha)).intoArray(w, w4);
        DoubleVector.fromArray(SPECIES, w, w4 + LANES).sub(s41.mul(alpha)).intoArray(w, w4 + LANES);
        DoubleVector.fromArray(SPECIES, w, w4 + 2 * LANES).sub(s42.mul(alpha)).intoArray(w, w4 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w5).sub(s50.mul(alpha)).intoArray(w, w5);
        DoubleVector.fromArray(SPECIES, w, w5 + LANES).sub(s51.mul(alpha)).intoArray(w, w5 + LANES);
        DoubleVector.fromArray(SPECIES, w, w5 + 2 * LANES).sub(s52.mul(alpha)).intoArray(w, w5 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w6).sub(s60.mul(alpha)).intoArray(w, w6);
        DoubleVector.fromArray(SPECIES, w, w6 + LANES).sub(s61.mul(alpha)).intoArray(w, w6 + LANES);
        DoubleVector.fromArray(SPECIES, w, w6 + 2 * LANES).sub(s62.mul(alpha)).intoArray(w, w6 + 2 * LANES);
        DoubleVector.fromArray(SPECIES, w, w7).sub(s70.mul(alpha)).intoArray(w, w7);
        DoubleVector.fromArray(SPECIES, w, w7 + LANES).sub(s71.mul(alpha)).intoArray(w, w7 + LANES);
        DoubleVector.fromArray(SPECIES, w, w7 + 2 * LANES).sub(s72.mul(alpha)).intoArray(w, w7 + 2 * LANES);
    }
}
