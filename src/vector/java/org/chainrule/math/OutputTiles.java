package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The outputs of eight filters, in registers while the taps of the kernel are added, for all rows of a few columns.
 *
 * <p>Each method is small enough for every compiler of the JVM, which is why there are no branches and no calls in them.
 */
final class OutputTiles {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private OutputTiles() {}

    /** The output of eight filters in two vectors of columns. */
    static void twoVectors(VectorConvolution p) {
        double[] x = p.x;
        double[] w = p.packedKernel;
        double[] z = p.values;
        double[] start = p.packedStart;
        int[] shifts = p.shifts;
        int taps = p.taps;
        int firstWeight = p.kernelStart;
        int firstStart = p.startStart;
        int z0 = p.filter0 + p.column0;
        int z1 = p.filter1 + p.column0;
        int z2 = p.filter2 + p.column0;
        int z3 = p.filter3 + p.column0;
        int z4 = p.filter4 + p.column0;
        int z5 = p.filter5 + p.column0;
        int z6 = p.filter6 + p.column0;
        int z7 = p.filter7 + p.column0;
        int right = p.column1 - p.column0;
        int rows = p.output.height();
        int step = p.image.width();
        int width = p.output.width();
        for (int row = 0, at = p.xStart + p.column0, to = 0; row < rows; row++, at += step, to += width) {
            DoubleVector s00 = DoubleVector.broadcast(SPECIES, start[firstStart + 0]);
            DoubleVector s01 = s00;
            DoubleVector s10 = DoubleVector.broadcast(SPECIES, start[firstStart + 1]);
            DoubleVector s11 = s10;
            DoubleVector s20 = DoubleVector.broadcast(SPECIES, start[firstStart + 2]);
            DoubleVector s21 = s20;
            DoubleVector s30 = DoubleVector.broadcast(SPECIES, start[firstStart + 3]);
            DoubleVector s31 = s30;
            DoubleVector s40 = DoubleVector.broadcast(SPECIES, start[firstStart + 4]);
            DoubleVector s41 = s40;
            DoubleVector s50 = DoubleVector.broadcast(SPECIES, start[firstStart + 5]);
            DoubleVector s51 = s50;
            DoubleVector s60 = DoubleVector.broadcast(SPECIES, start[firstStart + 6]);
            DoubleVector s61 = s60;
            DoubleVector s70 = DoubleVector.broadcast(SPECIES, start[firstStart + 7]);
            DoubleVector s71 = s70;
            for (int tap = 0, i = firstWeight; tap < taps; tap++, i += 8) {
                int from = at + shifts[tap];
                DoubleVector y0 = DoubleVector.fromArray(SPECIES, x, from);
                DoubleVector y1 = DoubleVector.fromArray(SPECIES, x, from + right);
                DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[i + 0]);
                s00 = w0.fma(y0, s00);
                s01 = w0.fma(y1, s01);
                DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[i + 1]);
                s10 = w1.fma(y0, s10);
                s11 = w1.fma(y1, s11);
                DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[i + 2]);
                s20 = w2.fma(y0, s20);
                s21 = w2.fma(y1, s21);
                DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[i + 3]);
                s30 = w3.fma(y0, s30);
                s31 = w3.fma(y1, s31);
                DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[i + 4]);
                s40 = w4.fma(y0, s40);
                s41 = w4.fma(y1, s41);
                DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[i + 5]);
                s50 = w5.fma(y0, s50);
                s51 = w5.fma(y1, s51);
                DoubleVector w6 = DoubleVector.broadcast(SPECIES, w[i + 6]);
                s60 = w6.fma(y0, s60);
                s61 = w6.fma(y1, s61);
                DoubleVector w7 = DoubleVector.broadcast(SPECIES, w[i + 7]);
                s70 = w7.fma(y0, s70);
                s71 = w7.fma(y1, s71);
            }
            s00.intoArray(z, z0 + to);
            s01.intoArray(z, z0 + to + right);
            s10.intoArray(z, z1 + to);
            s11.intoArray(z, z1 + to + right);
            s20.intoArray(z, z2 + to);
            s21.intoArray(z, z2 + to + right);
            s30.intoArray(z, z3 + to);
            s31.intoArray(z, z3 + to + right);
            s40.intoArray(z, z4 + to);
            s41.intoArray(z, z4 + to + right);
            s50.intoArray(z, z5 + to);
            s51.intoArray(z, z5 + to + right);
            s60.intoArray(z, z6 + to);
            s61.intoArray(z, z6 + to + right);
            s70.intoArray(z, z7 + to);
            s71.intoArray(z, z7 + to + right);
        }
    }

    /** The output of eight filters in one vector of columns. */
    static void oneVector(VectorConvolution p) {
        double[] x = p.x;
        double[] w = p.packedKernel;
        double[] z = p.values;
        double[] start = p.packedStart;
        int[] shifts = p.shifts;
        int taps = p.taps;
        int firstWeight = p.kernelStart;
        int firstStart = p.startStart;
        int z0 = p.filter0 + p.column0;
        int z1 = p.filter1 + p.column0;
        int z2 = p.filter2 + p.column0;
        int z3 = p.filter3 + p.column0;
        int z4 = p.filter4 + p.column0;
        int z5 = p.filter5 + p.column0;
        int z6 = p.filter6 + p.column0;
        int z7 = p.filter7 + p.column0;
        int rows = p.output.height();
        int step = p.image.width();
        int width = p.output.width();
        for (int row = 0, at = p.xStart + p.column0, to = 0; row < rows; row++, at += step, to += width) {
            DoubleVector s00 = DoubleVector.broadcast(SPECIES, start[firstStart + 0]);
            DoubleVector s10 = DoubleVector.broadcast(SPECIES, start[firstStart + 1]);
            DoubleVector s20 = DoubleVector.broadcast(SPECIES, start[firstStart + 2]);
            DoubleVector s30 = DoubleVector.broadcast(SPECIES, start[firstStart + 3]);
            DoubleVector s40 = DoubleVector.broadcast(SPECIES, start[firstStart + 4]);
            DoubleVector s50 = DoubleVector.broadcast(SPECIES, start[firstStart + 5]);
            DoubleVector s60 = DoubleVector.broadcast(SPECIES, start[firstStart + 6]);
            DoubleVector s70 = DoubleVector.broadcast(SPECIES, start[firstStart + 7]);
            for (int tap = 0, i = firstWeight; tap < taps; tap++, i += 8) {
                int from = at + shifts[tap];
                DoubleVector y0 = DoubleVector.fromArray(SPECIES, x, from);
                DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[i + 0]);
                s00 = w0.fma(y0, s00);
                DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[i + 1]);
                s10 = w1.fma(y0, s10);
                DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[i + 2]);
                s20 = w2.fma(y0, s20);
                DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[i + 3]);
                s30 = w3.fma(y0, s30);
                DoubleVector w4 = DoubleVector.broadcast(SPECIES, w[i + 4]);
                s40 = w4.fma(y0, s40);
                DoubleVector w5 = DoubleVector.broadcast(SPECIES, w[i + 5]);
                s50 = w5.fma(y0, s50);
                DoubleVector w6 = DoubleVector.broadcast(SPECIES, w[i + 6]);
                s60 = w6.fma(y0, s60);
                DoubleVector w7 = DoubleVector.broadcast(SPECIES, w[i + 7]);
                s70 = w7.fma(y0, s70);
            }
            s00.intoArray(z, z0 + to);
            s10.intoArray(z, z1 + to);
            s20.intoArray(z, z2 + to);
            s30.intoArray(z, z3 + to);
            s40.intoArray(z, z4 + to);
            s50.intoArray(z, z5 + to);
            s60.intoArray(z, z6 + to);
            s70.intoArray(z, z7 + to);
        }
    }
}
