package org.chainrule.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Max pooling on vectors, whose lanes are neighbouring blocks. The last vector of a row slides back to end where the row ends.
 *
 * <p>An index is carried along as the double 2⁵² + index, so that it moves as its value does; the low bits of that are the index.
 */
final class VectorMaxPooling extends MaxPooling {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Integer> INDICES =
            VectorSpecies.of(int.class, VectorShape.forBitSize(LANES * Integer.SIZE));
    private static final VectorShuffle<Double> EVEN = VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES);
    private static final VectorShuffle<Double> ODD = VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES + 1);
    private static final VectorMask<Double> UPPER_HALF = SPECIES.indexInRange(-LANES / 2, LANES);
    private static final DoubleVector EVERY_SECOND =
            DoubleVector.broadcast(SPECIES, 0x1p52).addIndex(2);

    VectorMaxPooling(Planes image) {
        super(image);
    }

    @Override
    public void into(double[] largest, int[] winners, int offset) {
        int last = blocks.width() - LANES;
        int to = offset;
        for (int plane = 0; plane < blocks.count(); plane++) {
            int from = xStart + plane * image.area();
            for (int row = 0; row < blocks.height(); row++) {
                for (int block = 0; block < blocks.width(); block += LANES) {
                    int column = Math.min(block, last);
                    eightOrFewer(from + 2 * column, largest, winners, to + column);
                }
                from += 2 * image.width();
                to += blocks.width();
            }
        }
    }

    /** As many blocks as a vector has lanes. */
    private void eightOrFewer(int from, double[] largest, int[] winners, int to) {
        int below = from + image.width();
        DoubleVector a = DoubleVector.fromArray(SPECIES, x, from);
        DoubleVector b = DoubleVector.fromArray(SPECIES, x, from + LANES);
        DoubleVector c = DoubleVector.fromArray(SPECIES, x, below);
        DoubleVector d = DoubleVector.fromArray(SPECIES, x, below + LANES);
        DoubleVector max = a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER_HALF);
        DoubleVector second = a.rearrange(ODD).blend(b.rearrange(ODD), UPPER_HALF);
        DoubleVector third = c.rearrange(EVEN).blend(d.rearrange(EVEN), UPPER_HALF);
        DoubleVector fourth = c.rearrange(ODD).blend(d.rearrange(ODD), UPPER_HALF);
        DoubleVector place = EVERY_SECOND.add(from);
        DoubleVector winner = place.blend(place.add(1), second.compare(VectorOperators.GT, max));
        max = max.max(second);
        place = place.add(image.width());
        winner = winner.blend(place, third.compare(VectorOperators.GT, max));
        max = max.max(third);
        winner = winner.blend(place.add(1), fourth.compare(VectorOperators.GT, max));
        max.max(fourth).intoArray(largest, to);
        LongVector bits = winner.reinterpretAsLongs();
        bits.convertShape(VectorOperators.L2I, INDICES, 0).reinterpretAsInts().intoArray(winners, to);
    }
}
