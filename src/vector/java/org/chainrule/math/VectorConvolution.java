package org.chainrule.math;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * The convolution on vectors: neighbouring columns of the output are the lanes, and eight filters share what is read.
 *
 * <p>The last vector of a row slides back to end where the row ends, over columns that another vector has too: both
 * come to the same values. The last filters slide back likewise.
 */
final class VectorConvolution extends Convolution {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();
    private static final int GROUP = 8;

    /** Tiles of more than one vector or tap need 32 registers, which come with vectors of 8 lanes. */
    private static final boolean HAS_32_REGISTERS = LANES >= 8;

    private final int vectors;
    private final int groups;

    /** Groups × taps × 8. */
    final double[] packedKernel;

    /** Groups × 8. */
    final double[] packedStart;

    /** Groups × vectors × (taps + 1) × 8 × lanes; made when gradients are wanted. */
    double[] sums;

    double[] values;
    int kernelStart;
    int startStart;
    int sumsStart;
    int column0;
    int column1;
    int shift0;
    int shift1;
    int shift2;
    int filter0;
    int filter1;
    int filter2;
    int filter3;
    int filter4;
    int filter5;
    int filter6;
    int filter7;

    VectorConvolution(Planes image, Planes kernel) {
        super(image, kernel);
        vectors = (output.width() + LANES - 1) / LANES;
        groups = (output.count() + GROUP - 1) / GROUP;
        packedKernel = new double[groups * taps * GROUP];
        packedStart = new double[groups * GROUP];
    }

    /** A group has eight filters; where there are fewer, the last takes part several times with the same result. */
    private int filter(int group, int member) {
        return Math.min(group * GROUP + member, output.count() - 1);
    }

    @Override
    void kernelChanged() {
        for (int group = 0; group < groups; group++) {
            for (int member = 0; member < GROUP; member++) {
                int from = filter(group, member) * taps;
                for (int tap = 0; tap < taps; tap++) {
                    packedKernel[(group * taps + tap) * GROUP + member] = kernel[from + tap];
                }
            }
        }
    }

    @Override
    public void into(double[] z, int offset) {
        values = z;
        for (int group = 0; group < groups; group++) {
            group(group, offset);
            for (int member = 0; member < GROUP; member++) {
                packedStart[startStart + member] = start[filter(group, member)];
            }
            for (int vector = 0; vector < vectors; ) {
                column0 = column(vector);
                if (HAS_32_REGISTERS && vector + 1 < vectors) {
                    column1 = column(vector + 1);
                    OutputTiles.twoVectors(this);
                    vector += 2;
                } else {
                    OutputTiles.oneVector(this);
                    vector++;
                }
            }
        }
    }

    private int column(int vector) {
        return Math.min(vector * LANES, output.width() - LANES);
    }

    private void group(int group, int offset) {
        kernelStart = group * taps * GROUP;
        startStart = group * GROUP;
        filter0 = offset + filter(group, 0) * output.area();
        filter1 = offset + filter(group, 1) * output.area();
        filter2 = offset + filter(group, 2) * output.area();
        filter3 = offset + filter(group, 3) * output.area();
        filter4 = offset + filter(group, 4) * output.area();
        filter5 = offset + filter(group, 5) * output.area();
        filter6 = offset + filter(group, 6) * output.area();
        filter7 = offset + filter(group, 7) * output.area();
    }

    @Override
    public void clearGradients() {
        if (sums == null) {
            sums = new double[groups * vectors * (taps + 1) * GROUP * LANES];
        }
        Arrays.fill(sums, 0);
    }

    @Override
    public void addGradients(double[] delta, int offset) {
        values = delta;
        for (int group = 0; group < groups; group++) {
            group(group, offset);
            for (int vector = 0; vector < vectors; vector++) {
                column0 = column(vector);
                addTaps((group * vectors + vector) * (taps + 1));
            }
        }
    }

    private void addTaps(int firstSum) {
        int tap = 0;
        for (; HAS_32_REGISTERS && tap + 3 <= taps; tap += 3) {
            sumsStart = (firstSum + tap) * GROUP * LANES;
            shift0 = shifts[tap];
            shift1 = shifts[tap + 1];
            shift2 = shifts[tap + 2];
            GradientTiles.threeTaps(this);
        }
        for (; tap < taps; tap++) {
            sumsStart = (firstSum + tap) * GROUP * LANES;
            shift0 = shifts[tap];
            GradientTiles.oneTap(this);
        }
        sumsStart = (firstSum + taps) * GROUP * LANES;
        GradientTiles.noTap(this);
    }

    @Override
    double sumOfColumns(int filter, int tap) {
        double sum = 0;
        for (int column = 0; column < output.width(); column++) {
            int vector = column / LANES;
            int at = ((filter / GROUP * vectors + vector) * (taps + 1) + tap) * GROUP + filter % GROUP;
            sum += sums[at * LANES + column - column(vector)];
        }
        return sum;
    }
}
