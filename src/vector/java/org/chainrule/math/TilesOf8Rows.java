package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorProduct}: a tile of C is loaded into registers, the products of a block of terms are added,
 * and it is stored.
 *
 * <p>Written out and free of branches and calls on purpose: the compilers of the JVM keep vectors in registers only as long as
 * a method is small enough and passes none on. Measure on JDK 17 and on the newest one after every change.
 */
final class TilesOf8Rows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private TilesOf8Rows() {}

    /** Eight rows of C, three vectors of columns. */
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
        int a4 = p.aRow4;
        int a5 = p.aRow5;
        int a6 = p.aRow6;
        int a7 = p.aRow7;
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
        int c4 = p.cRow4;
        int c5 = p.cRow5;
        int c6 = p.cRow6;
        int c7 = p.cRow7;
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
        DoubleVector s40 = DoubleVector.fromArray(SPECIES, start, (c4 + j0) & keep);
        DoubleVector s41 = DoubleVector.fromArray(SPECIES, start, (c4 + j1) & keep);
        DoubleVector s42 = DoubleVector.fromArray(SPECIES, start, (c4 + j2) & keep);
        DoubleVector s50 = DoubleVector.fromArray(SPECIES, start, (c5 + j0) & keep);
        DoubleVector s51 = DoubleVector.fromArray(SPECIES, start, (c5 + j1) & keep);
        DoubleVector s52 = DoubleVector.fromArray(SPECIES, start, (c5 + j2) & keep);
        DoubleVector s60 = DoubleVector.fromArray(SPECIES, start, (c6 + j0) & keep);
        DoubleVector s61 = DoubleVector.fromArray(SPECIES, start, (c6 + j1) & keep);
        DoubleVector s62 = DoubleVector.fromArray(SPECIES, start, (c6 + j2) & keep);
        DoubleVector s70 = DoubleVector.fromArray(SPECIES, start, (c7 + j0) & keep);
        DoubleVector s71 = DoubleVector.fromArray(SPECIES, start, (c7 + j1) & keep);
        DoubleVector s72 = DoubleVector.fromArray(SPECIES, start, (c7 + j2) & keep);
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
            DoubleVector x4 = DoubleVector.broadcast(SPECIES, a[a4 + i]);
            s40 = x4.fma(y0, s40);
            s41 = x4.fma(y1, s41);
            s42 = x4.fma(y2, s42);
            DoubleVector x5 = DoubleVector.broadcast(SPECIES, a[a5 + i]);
            s50 = x5.fma(y0, s50);
            s51 = x5.fma(y1, s51);
            s52 = x5.fma(y2, s52);
            DoubleVector x6 = DoubleVector.broadcast(SPECIES, a[a6 + i]);
            s60 = x6.fma(y0, s60);
            s61 = x6.fma(y1, s61);
            s62 = x6.fma(y2, s62);
            DoubleVector x7 = DoubleVector.broadcast(SPECIES, a[a7 + i]);
            s70 = x7.fma(y0, s70);
            s71 = x7.fma(y1, s71);
            s72 = x7.fma(y2, s72);
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
        s40.intoArray(c, c4 + j0);
        s41.intoArray(c, c4 + j1);
        s42.intoArray(c, c4 + j2);
        s50.intoArray(c, c5 + j0);
        s51.intoArray(c, c5 + j1);
        s52.intoArray(c, c5 + j2);
        s60.intoArray(c, c6 + j0);
        s61.intoArray(c, c6 + j1);
        s62.intoArray(c, c6 + j2);
        s70.intoArray(c, c7 + j0);
        s71.intoArray(c, c7 + j1);
        s72.intoArray(c, c7 + j2);
    }

    /** Eight rows of C, two vectors of columns. */
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
        int a4 = p.aRow4;
        int a5 = p.aRow5;
        int a6 = p.aRow6;
        int a7 = p.aRow7;
        int b0 = p.panelColumn0;
        int b1 = p.panelColumn1;
        int j0 = p.column0;
        int j1 = p.column1;
        int c0 = p.cRow0;
        int c1 = p.cRow1;
        int c2 = p.cRow2;
        int c3 = p.cRow3;
        int c4 = p.cRow4;
        int c5 = p.cRow5;
        int c6 = p.cRow6;
        int c7 = p.cRow7;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, start, (c0 + j0) & keep);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, start, (c0 + j1) & keep);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, start, (c1 + j0) & keep);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, start, (c1 + j1) & keep);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, start, (c2 + j0) & keep);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, start, (c2 + j1) & keep);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, start, (c3 + j0) & keep);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, start, (c3 + j1) & keep);
        DoubleVector s40 = DoubleVector.fromArray(SPECIES, start, (c4 + j0) & keep);
        DoubleVector s41 = DoubleVector.fromArray(SPECIES, start, (c4 + j1) & keep);
        DoubleVector s50 = DoubleVector.fromArray(SPECIES, start, (c5 + j0) & keep);
        DoubleVector s51 = DoubleVector.fromArray(SPECIES, start, (c5 + j1) & keep);
        DoubleVector s60 = DoubleVector.fromArray(SPECIES, start, (c6 + j0) & keep);
        DoubleVector s61 = DoubleVector.fromArray(SPECIES, start, (c6 + j1) & keep);
        DoubleVector s70 = DoubleVector.fromArray(SPECIES, start, (c7 + j0) & keep);
        DoubleVector s71 = DoubleVector.fromArray(SPECIES, start, (c7 + j1) & keep);
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
            DoubleVector x4 = DoubleVector.broadcast(SPECIES, a[a4 + i]);
            s40 = x4.fma(y0, s40);
            s41 = x4.fma(y1, s41);
            DoubleVector x5 = DoubleVector.broadcast(SPECIES, a[a5 + i]);
            s50 = x5.fma(y0, s50);
            s51 = x5.fma(y1, s51);
            DoubleVector x6 = DoubleVector.broadcast(SPECIES, a[a6 + i]);
            s60 = x6.fma(y0, s60);
            s61 = x6.fma(y1, s61);
            DoubleVector x7 = DoubleVector.broadcast(SPECIES, a[a7 + i]);
            s70 = x7.fma(y0, s70);
            s71 = x7.fma(y1, s71);
        }
        s00.intoArray(c, c0 + j0);
        s01.intoArray(c, c0 + j1);
        s10.intoArray(c, c1 + j0);
        s11.intoArray(c, c1 + j1);
        s20.intoArray(c, c2 + j0);
        s21.intoArray(c, c2 + j1);
        s30.intoArray(c, c3 + j0);
        s31.intoArray(c, c3 + j1);
        s40.intoArray(c, c4 + j0);
        s41.intoArray(c, c4 + j1);
        s50.intoArray(c, c5 + j0);
        s51.intoArray(c, c5 + j1);
        s60.intoArray(c, c6 + j0);
        s61.intoArray(c, c6 + j1);
        s70.intoArray(c, c7 + j0);
        s71.intoArray(c, c7 + j1);
    }
}
