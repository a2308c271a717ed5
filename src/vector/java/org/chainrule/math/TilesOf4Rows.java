package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As {@link TilesOf8Rows}, for processors with 16 registers and for the last rows of C. */
final class TilesOf4Rows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private TilesOf4Rows() {}

    /** Four rows of C, three vectors of columns. */
    static void threeVectors(VectorProduct p) {
        double[] a = p.a;
        double[] b = p.panel;
        double[] c = p.c;
        double[] start = p.start;
        int keep = p.keep;
        int end = p.blockTerms;
        int aStep = p.aStep;
        int bRow = p.panelRow;
        int a0 = p.aRow0;
        int a1 = p.aRow1;
        int a2 = p.aRow2;
        int a3 = p.aRow3;
        int b0 = p.panelColumn0;
        int b1 = p.panelColumn1;
        int b2 = p.panelColumn2;
        int j0 = p.column0;
        int j1 = p.column1;
        int j2 = p.column2;
        int c0 = p.cRow0;
        int c1 = p.cRow1;
        int c2 = p.cRow2;
        int c3 = p.cRow3;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, start, (c0 + j0) & keep);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, start, (c0 + j1) & keep);
        DoubleVector s02 = DoubleVector.fromArray(SPECIES, start, (c0 + j2) & keep);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, start, (c1 + j0) & keep);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, start, (c1 + j1) & keep);
        DoubleVector s12 = DoubleVector.fromArray(SPECIES, start, (c1 + j2) & keep);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, start, (c2 + j0) & keep);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, start, (c2 + j1) & keep);
        DoubleVector s22 = DoubleVector.fromArray(SPECIES, start, (c2 + j2) & keep);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, start, (c3 + j0) & keep);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, start, (c3 + j1) & keep);
        DoubleVector s32 = DoubleVector.fromArray(SPECIES, start, (c3 + j2) & keep);
        for (int k = 0, i = 0, j = 0; k < end; k++, i += aStep, j += bRow) {
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, b, b0 + j);
            DoubleVector y1 = DoubleVector.fromArray(SPECIES, b, b1 + j);
            DoubleVector y2 = DoubleVector.fromArray(SPECIES, b, b2 + j);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a[a0 + i]);
            s00 = x0.fma(y0, s00);
            s01 = x0.fma(y1, s01);
            s02 = x0.fma(y2, s02);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, a[a1 + i]);
            s10 = x1.fma(y0, s10);
            s11 = x1.fma(y1, s11);
            s12 = x1.fma(y2, s12);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, a[a2 + i]);
            s20 = x2.fma(y0, s20);
            s21 = x2.fma(y1, s21);
            s22 = x2.fma(y2, s22);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, a[a3 + i]);
            s30 = x3.fma(y0, s30);
            s31 = x3.fma(y1, s31);
            s32 = x3.fma(y2, s32);
        }
        s00.intoArray(c, c0 + j0);
        s01.intoArray(c, c0 + j1);
        s02.intoArray(c, c0 + j2);
        s10.intoArray(c, c1 + j0);
        s11.intoArray(c, c1 + j1);
        s12.intoArray(c, c1 + j2);
        s20.intoArray(c, c2 + j0);
        s21.intoArray(c, c2 + j1);
        s22.intoArray(c, c2 + j2);
        s30.intoArray(c, c3 + j0);
        s31.intoArray(c, c3 + j1);
        s32.intoArray(c, c3 + j2);
    }

    /** Four rows of C, two vectors of columns. */
    static void twoVectors(VectorProduct p) {
        double[] a = p.a;
        double[] b = p.panel;
        double[] c = p.c;
        double[] start = p.start;
        int keep = p.keep;
        int end = p.blockTerms;
        int aStep = p.aStep;
        int bRow = p.panelRow;
        int a0 = p.aRow0;
        int a1 = p.aRow1;
        int a2 = p.aRow2;
        int a3 = p.aRow3;
        int b0 = p.panelColumn0;
        int b1 = p.panelColumn1;
        int j0 = p.column0;
        int j1 = p.column1;
        int c0 = p.cRow0;
        int c1 = p.cRow1;
        int c2 = p.cRow2;
        int c3 = p.cRow3;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, start, (c0 + j0) & keep);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, start, (c0 + j1) & keep);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, start, (c1 + j0) & keep);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, start, (c1 + j1) & keep);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, start, (c2 + j0) & keep);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, start, (c2 + j1) & keep);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, start, (c3 + j0) & keep);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, start, (c3 + j1) & keep);
        for (int k = 0, i = 0, j = 0; k < end; k++, i += aStep, j += bRow) {
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, b, b0 + j);
            DoubleVector y1 = DoubleVector.fromArray(SPECIES, b, b1 + j);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, a[a0 + i]);
            s00 = x0.fma(y0, s00);
            s01 = x0.fma(y1, s01);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, a[a1 + i]);
            s10 = x1.fma(y0, s10);
            s11 = x1.fma(y1, s11);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, a[a2 + i]);
            s20 = x2.fma(y0, s20);
            s21 = x2.fma(y1, s21);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, a[a3 + i]);
            s30 = x3.fma(y0, s30);
            s31 = x3.fma(y1, s31);
        }
        s00.intoArray(c, c0 + j0);
        s01.intoArray(c, c0 + j1);
        s10.intoArray(c, c1 + j0);
        s11.intoArray(c, c1 + j1);
        s20.intoArray(c, c2 + j0);
        s21.intoArray(c, c2 + j1);
        s30.intoArray(c, c3 + j0);
        s31.intoArray(c, c3 + j1);
    }
}
