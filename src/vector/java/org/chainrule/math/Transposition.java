package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Writes rows as columns. Where a vector has 8 lanes, blocks of 8×8 are turned in registers: their halves change places, then the quarters
 * of these, then single elements.
 */
final class Transposition {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final int BLOCK = 8;

    /** Before JDK 25 the JVM takes several instructions to rearrange a vector, and four rows by single elements are faster. */
    private static final boolean IN_REGISTERS = DoubleVector.SPECIES_PREFERRED.length() == BLOCK
            && Runtime.version().feature() >= 25;

    private static final VectorShuffle<Double> OTHER_HALF = VectorShuffle.fromValues(SPECIES, 4, 5, 6, 7, 0, 1, 2, 3);
    private static final VectorShuffle<Double> OTHER_QUARTER =
            VectorShuffle.fromValues(SPECIES, 2, 3, 0, 1, 6, 7, 4, 5);
    private static final VectorShuffle<Double> OTHER_ELEMENT =
            VectorShuffle.fromValues(SPECIES, 1, 0, 3, 2, 5, 4, 7, 6);
    private static final VectorMask<Double> LEFT_HALVES = VectorMask.fromLong(SPECIES, 0b0000_1111);
    private static final VectorMask<Double> RIGHT_HALVES = VectorMask.fromLong(SPECIES, 0b1111_0000);
    private static final VectorMask<Double> LEFT_QUARTERS = VectorMask.fromLong(SPECIES, 0b0011_0011);
    private static final VectorMask<Double> RIGHT_QUARTERS = VectorMask.fromLong(SPECIES, 0b1100_1100);
    private static final VectorMask<Double> LEFT_ELEMENTS = VectorMask.fromLong(SPECIES, 0b0101_0101);
    private static final VectorMask<Double> RIGHT_ELEMENTS = VectorMask.fromLong(SPECIES, 0b1010_1010);

    private Transposition() {}

    /**
     * Turns a matrix.
     *
     * @param source where it is
     * @param from the index of its first element
     * @param fromRow from one row to the next
     * @param target receives the transpose
     * @param to the index of its first element
     * @param toRow from one row of the transpose to the next
     * @param rows of the matrix
     * @param columns of the matrix
     */
    static void run(double[] source, int from, int fromRow, double[] target, int to, int toRow, int rows, int columns) {
        int row = 0;
        for (; IN_REGISTERS && row + BLOCK <= rows; row += BLOCK) {
            eightRows(source, from + row * fromRow, fromRow, target, to + row, toRow, columns);
        }
        for (; row + 4 <= rows; row += 4) {
            fourRows(source, from + row * fromRow, fromRow, target, to + row, toRow, columns);
        }
        for (; row < rows; row++) {
            oneRow(source, from + row * fromRow, target, to + row, toRow, columns);
        }
    }

    private static void oneRow(double[] source, int from, double[] target, int to, int toRow, int columns) {
        int at = to;
        for (int column = 0; column < columns; column++) {
            target[at] = source[from + column];
            at += toRow;
        }
    }

    private static void fourRows(
            double[] source, int from, int fromRow, double[] target, int to, int toRow, int columns) {
        int from1 = from + fromRow;
        int from2 = from1 + fromRow;
        int from3 = from2 + fromRow;
        int at = to;
        for (int column = 0; column < columns; column++) {
            target[at] = source[from + column];
            target[at + 1] = source[from1 + column];
            target[at + 2] = source[from2 + column];
            target[at + 3] = source[from3 + column];
            at += toRow;
        }
    }

    private static void eightRows(
            double[] source, int from, int fromRow, double[] target, int to, int toRow, int columns) {
        int column = 0;
        int at = to;
        for (; column + BLOCK <= columns; column += BLOCK) {
            int p = from + column;
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, source, p);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, source, p + fromRow);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, source, p + 2 * fromRow);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, source, p + 3 * fromRow);
            DoubleVector a4 = DoubleVector.fromArray(SPECIES, source, p + 4 * fromRow);
            DoubleVector a5 = DoubleVector.fromArray(SPECIES, source, p + 5 * fromRow);
            DoubleVector a6 = DoubleVector.fromArray(SPECIES, source, p + 6 * fromRow);
            DoubleVector a7 = DoubleVector.fromArray(SPECIES, source, p + 7 * fromRow);
            DoubleVector b0 = a0.blend(a4.rearrange(OTHER_HALF), RIGHT_HALVES);
            DoubleVector b1 = a1.blend(a5.rearrange(OTHER_HALF), RIGHT_HALVES);
            DoubleVector b2 = a2.blend(a6.rearrange(OTHER_HALF), RIGHT_HALVES);
            DoubleVector b3 = a3.blend(a7.rearrange(OTHER_HALF), RIGHT_HALVES);
            DoubleVector b4 = a4.blend(a0.rearrange(OTHER_HALF), LEFT_HALVES);
            DoubleVector b5 = a5.blend(a1.rearrange(OTHER_HALF), LEFT_HALVES);
            DoubleVector b6 = a6.blend(a2.rearrange(OTHER_HALF), LEFT_HALVES);
            DoubleVector b7 = a7.blend(a3.rearrange(OTHER_HALF), LEFT_HALVES);
            a0 = b0.blend(b2.rearrange(OTHER_QUARTER), RIGHT_QUARTERS);
            a1 = b1.blend(b3.rearrange(OTHER_QUARTER), RIGHT_QUARTERS);
            a2 = b2.blend(b0.rearrange(OTHER_QUARTER), LEFT_QUARTERS);
            a3 = b3.blend(b1.rearrange(OTHER_QUARTER), LEFT_QUARTERS);
            a4 = b4.blend(b6.rearrange(OTHER_QUARTER), RIGHT_QUARTERS);
            a5 = b5.blend(b7.rearrange(OTHER_QUARTER), RIGHT_QUARTERS);
            a6 = b6.blend(b4.rearrange(OTHER_QUARTER), LEFT_QUARTERS);
            a7 = b7.blend(b5.rearrange(OTHER_QUARTER), LEFT_QUARTERS);
            a0.blend(a1.rearrange(OTHER_ELEMENT), RIGHT_ELEMENTS).intoArray(target, at);
            a1.blend(a0.rearrange(OTHER_ELEMENT), LEFT_ELEMENTS).intoArray(target, at + toRow);
            a2.blend(a3.rearrange(OTHER_ELEMENT), RIGHT_ELEMENTS).intoArray(target, at + 2 * toRow);
            a3.blend(a2.rearrange(OTHER_ELEMENT), LEFT_ELEMENTS).intoArray(target, at + 3 * toRow);
            a4.blend(a5.rearrange(OTHER_ELEMENT), RIGHT_ELEMENTS).intoArray(target, at + 4 * toRow);
            a5.blend(a4.rearrange(OTHER_ELEMENT), LEFT_ELEMENTS).intoArray(target, at + 5 * toRow);
            a6.blend(a7.rearrange(OTHER_ELEMENT), RIGHT_ELEMENTS).intoArray(target, at + 6 * toRow);
            a7.blend(a6.rearrange(OTHER_ELEMENT), LEFT_ELEMENTS).intoArray(target, at + 7 * toRow);
            at += BLOCK * toRow;
        }
        for (int row = 0; row < BLOCK && column < columns; row++) {
            oneRow(source, from + row * fromRow + column, target, at + row, toRow, columns - column);
        }
    }
}
