package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradients of eight filters by a few taps of their kernels, in registers while the rows of a few columns are added; see
 * {@link OutputTiles}.
 */
final class GradientTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private GradientTiles() {}

    /** The gradients of eight filters by three taps of the kernel, in one vector of columns. */
    static void threeTaps(VectorConvolution p) {
        double[] x = p.x;
        double[] delta = p.values;
        double[] sums = p.sums;
        int at = p.sumsStart;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, sums, at + 0 * LANES);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, sums, at + 1 * LANES);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, sums, at + 2 * LANES);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, sums, at + 3 * LANES);
        DoubleVector s40 = DoubleVector.fromArray(SPECIES, sums, at + 4 * LANES);
        DoubleVector s50 = DoubleVector.fromArray(SPECIES, sums, at + 5 * LANES);
        DoubleVector s60 = DoubleVector.fromArray(SPECIES, sums, at + 6 * LANES);
        DoubleVector s70 = DoubleVector.fromArray(SPECIES, sums, at + 7 * LANES);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, sums, at + 8 * LANES);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, sums, at + 9 * LANES);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, sums, at + 10 * LANES);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, sums, at + 11 * LANES);
        DoubleVector s41 = DoubleVector.fromArray(SPECIES, sums, at + 12 * LANES);
        DoubleVector s51 = DoubleVector.fromArray(SPECIES, sums, at + 13 * LANES);
        DoubleVector s61 = DoubleVector.fromArray(SPECIES, sums, at + 14 * LANES);
        DoubleVector s71 = DoubleVector.fromArray(SPECIES, sums, at + 15 * LANES);
        DoubleVector s02 = DoubleVector.fromArray(SPECIES, sums, at + 16 * LANES);
        DoubleVector s12 = DoubleVector.fromArray(SPECIES, sums, at + 17 * LANES);
        DoubleVector s22 = DoubleVector.fromArray(SPECIES, sums, at + 18 * LANES);
        DoubleVector s32 = DoubleVector.fromArray(SPECIES, sums, at + 19 * LANES);
        DoubleVector s42 = DoubleVector.fromArray(SPECIES, sums, at + 20 * LANES);
        DoubleVector s52 = DoubleVector.fromArray(SPECIES, sums, at + 21 * LANES);
        DoubleVector s62 = DoubleVector.fromArray(SPECIES, sums, at + 22 * LANES);
        DoubleVector s72 = DoubleVector.fromArray(SPECIES, sums, at + 23 * LANES);
        int x0 = p.xStart + p.column0 + p.shift0;
        int x1 = p.xStart + p.column0 + p.shift1;
        int x2 = p.xStart + p.column0 + p.shift2;
        int d0 = p.filter0 + p.column0;
        int d1 = p.filter1 + p.column0;
        int d2 = p.filter2 + p.column0;
        int d3 = p.filter3 + p.column0;
        int d4 = p.filter4 + p.column0;
        int d5 = p.filter5 + p.column0;
        int d6 = p.filter6 + p.column0;
        int d7 = p.filter7 + p.column0;
        int rows = p.output.height();
        int width = p.output.width();
        int step = p.image.width();
        for (int row = 0, d = 0, i = 0; row < rows; row++, d += width, i += step) {
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, x, x0 + i);
            DoubleVector y1 = DoubleVector.fromArray(SPECIES, x, x1 + i);
            DoubleVector y2 = DoubleVector.fromArray(SPECIES, x, x2 + i);
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, delta, d0 + d);
            s00 = v0.fma(y0, s00);
            s01 = v0.fma(y1, s01);
            s02 = v0.fma(y2, s02);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, delta, d1 + d);
            s10 = v1.fma(y0, s10);
            s11 = v1.fma(y1, s11);
            s12 = v1.fma(y2, s12);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, delta, d2 + d);
            s20 = v2.fma(y0, s20);
            s21 = v2.fma(y1, s21);
            s22 = v2.fma(y2, s22);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, delta, d3 + d);
            s30 = v3.fma(y0, s30);
            s31 = v3.fma(y1, s31);
            s32 = v3.fma(y2, s32);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, delta, d4 + d);
            s40 = v4.fma(y0, s40);
            s41 = v4.fma(y1, s41);
            s42 = v4.fma(y2, s42);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, delta, d5 + d);
            s50 = v5.fma(y0, s50);
            s51 = v5.fma(y1, s51);
            s52 = v5.fma(y2, s52);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, delta, d6 + d);
            s60 = v6.fma(y0, s60);
            s61 = v6.fma(y1, s61);
            s62 = v6.fma(y2, s62);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, delta, d7 + d);
            s70 = v7.fma(y0, s70);
            s71 = v7.fma(y1, s71);
            s72 = v7.fma(y2, s72);
        }
        s00.intoArray(sums, at + 0 * LANES);
        s10.intoArray(sums, at + 1 * LANES);
        s20.intoArray(sums, at + 2 * LANES);
        s30.intoArray(sums, at + 3 * LANES);
        s40.intoArray(sums, at + 4 * LANES);
        s50.intoArray(sums, at + 5 * LANES);
        s60.intoArray(sums, at + 6 * LANES);
        s70.intoArray(sums, at + 7 * LANES);
        s01.intoArray(sums, at + 8 * LANES);
        s11.intoArray(sums, at + 9 * LANES);
        s21.intoArray(sums, at + 10 * LANES);
        s31.intoArray(sums, at + 11 * LANES);
        s41.intoArray(sums, at + 12 * LANES);
        s51.intoArray(sums, at + 13 * LANES);
        s61.intoArray(sums, at + 14 * LANES);
        s71.intoArray(sums, at + 15 * LANES);
        s02.intoArray(sums, at + 16 * LANES);
        s12.intoArray(sums, at + 17 * LANES);
        s22.intoArray(sums, at + 18 * LANES);
        s32.intoArray(sums, at + 19 * LANES);
        s42.intoArray(sums, at + 20 * LANES);
        s52.intoArray(sums, at + 21 * LANES);
        s62.intoArray(sums, at + 22 * LANES);
        s72.intoArray(sums, at + 23 * LANES);
    }

    /** The gradients of eight filters by one tap of the kernel, in one vector of columns. */
    static void oneTap(VectorConvolution p) {
        double[] x = p.x;
        double[] delta = p.values;
        double[] sums = p.sums;
        int at = p.sumsStart;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, sums, at + 0 * LANES);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, sums, at + 1 * LANES);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, sums, at + 2 * LANES);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, sums, at + 3 * LANES);
        DoubleVector s40 = DoubleVector.fromArray(SPECIES, sums, at + 4 * LANES);
        DoubleVector s50 = DoubleVector.fromArray(SPECIES, sums, at + 5 * LANES);
        DoubleVector s60 = DoubleVector.fromArray(SPECIES, sums, at + 6 * LANES);
        DoubleVector s70 = DoubleVector.fromArray(SPECIES, sums, at + 7 * LANES);
        int x0 = p.xStart + p.column0 + p.shift0;
        int d0 = p.filter0 + p.column0;
        int d1 = p.filter1 + p.column0;
        int d2 = p.filter2 + p.column0;
        int d3 = p.filter3 + p.column0;
        int d4 = p.filter4 + p.column0;
        int d5 = p.filter5 + p.column0;
        int d6 = p.filter6 + p.column0;
        int d7 = p.filter7 + p.column0;
        int rows = p.output.height();
        int width = p.output.width();
        int step = p.image.width();
        for (int row = 0, d = 0, i = 0; row < rows; row++, d += width, i += step) {
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, x, x0 + i);
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, delta, d0 + d);
            s00 = v0.fma(y0, s00);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, delta, d1 + d);
            s10 = v1.fma(y0, s10);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, delta, d2 + d);
            s20 = v2.fma(y0, s20);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, delta, d3 + d);
            s30 = v3.fma(y0, s30);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, delta, d4 + d);
            s40 = v4.fma(y0, s40);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, delta, d5 + d);
            s50 = v5.fma(y0, s50);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, delta, d6 + d);
            s60 = v6.fma(y0, s60);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, delta, d7 + d);
            s70 = v7.fma(y0, s70);
        }
        s00.intoArray(sums, at + 0 * LANES);
        s10.intoArray(sums, at + 1 * LANES);
        s20.intoArray(sums, at + 2 * LANES);
        s30.intoArray(sums, at + 3 * LANES);
        s40.intoArray(sums, at + 4 * LANES);
        s50.intoArray(sums, at + 5 * LANES);
        s60.intoArray(sums, at + 6 * LANES);
        s70.intoArray(sums, at + 7 * LANES);
    }

    /** The sums of what comes back to eight filters, in one vector of columns. */
    static void noTap(VectorConvolution p) {
        double[] delta = p.values;
        double[] sums = p.sums;
        int at = p.sumsStart;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, sums, at + 0 * LANES);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, sums, at + 1 * LANES);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, sums, at + 2 * LANES);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, sums, at + 3 * LANES);
        DoubleVector s40 = DoubleVector.fromArray(SPECIES, sums, at + 4 * LANES);
        DoubleVector s50 = DoubleVector.fromArray(SPECIES, sums, at + 5 * LANES);
        DoubleVector s60 = DoubleVector.fromArray(SPECIES, sums, at + 6 * LANES);
        DoubleVector s70 = DoubleVector.fromArray(SPECIES, sums, at + 7 * LANES);
        int d0 = p.filter0 + p.column0;
        int d1 = p.filter1 + p.column0;
        int d2 = p.filter2 + p.column0;
        int d3 = p.filter3 + p.column0;
        int d4 = p.filter4 + p.column0;
        int d5 = p.filter5 + p.column0;
        int d6 = p.filter6 + p.column0;
        int d7 = p.filter7 + p.column0;
        int rows = p.output.height();
        int width = p.output.width();
        for (int row = 0, d = 0; row < rows; row++, d += width) {
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, delta, d0 + d);
            s00 = s00.add(v0);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, delta, d1 + d);
            s10 = s10.add(v1);
            DoubleVector v2 = DoubleVector.fromArray(SPECIES, delta, d2 + d);
            s20 = s20.add(v2);
            DoubleVector v3 = DoubleVector.fromArray(SPECIES, delta, d3 + d);
            s30 = s30.add(v3);
            DoubleVector v4 = DoubleVector.fromArray(SPECIES, delta, d4 + d);
            s40 = s40.add(v4);
            DoubleVector v5 = DoubleVector.fromArray(SPECIES, delta, d5 + d);
            s50 = s50.add(v5);
            DoubleVector v6 = DoubleVector.fromArray(SPECIES, delta, d6 + d);
            s60 = s60.add(v6);
            DoubleVector v7 = DoubleVector.fromArray(SPECIES, delta, d7 + d);
            s70 = s70.add(v7);
        }
        s00.intoArray(sums, at + 0 * LANES);
        s10.intoArray(sums, at + 1 * LANES);
        s20.intoArray(sums, at + 2 * LANES);
        s30.intoArray(sums, at + 3 * LANES);
        s40.intoArray(sums, at + 4 * LANES);
        s50.intoArray(sums, at + 5 * LANES);
        s60.intoArray(sums, at + 6 * LANES);
        s70.intoArray(sums, at + 7 * LANES);
    }
}
