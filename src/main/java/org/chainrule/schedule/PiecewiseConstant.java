package org.chainrule.schedule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * A constant rate on each piece: the first rate up to and including the first boundary, then the second, and so on.
 *
 * @param boundaries the last step of each piece but the last, rising
 * @param rates one more than boundaries
 */
public record PiecewiseConstant(List<Long> boundaries, List<Double> rates) implements Schedule {
    public PiecewiseConstant {
        boundaries = List.copyOf(boundaries);
        rates = List.copyOf(rates);
        if (rates.size() != boundaries.size() + 1) {
            throw new IllegalArgumentException("piecewiseConstant() got " + rates.size() + " rates for "
                    + boundaries.size() + " boundaries, but it needs one rate more than boundaries.");
        }
        for (int i = 1; i < boundaries.size(); i++) {
            if (boundaries.get(i) <= boundaries.get(i - 1)) {
                throw new IllegalArgumentException(
                        "piecewiseConstant() got the boundaries " + boundaries + ", but they have to rise.");
            }
        }
        rates.forEach(rate -> Require.notNegative("piecewiseConstant() got learning rate", rate));
    }

    /**
     * A schedule with the rate up to the first boundary; {@link #after} adds the next pieces.
     *
     * @param rate of the first piece
     * @return a schedule of one piece
     */
    public static PiecewiseConstant startingWith(double rate) {
        return new PiecewiseConstant(List.of(), List.of(rate));
    }

    /**
     * Adds a piece: another rate after a boundary.
     *
     * @param boundary the last step of the piece before
     * @param rate of all steps after it
     * @return a new schedule
     */
    public PiecewiseConstant after(long boundary, double rate) {
        return new PiecewiseConstant(append(boundaries, boundary), append(rates, rate));
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    @Override
    public double at(long step) {
        int piece = 0;
        while (piece < boundaries.size() && step > boundaries.get(piece)) {
            piece++;
        }
        return rates.get(piece);
    }

    @Override
    public String toString() {
        return "piecewiseConstant(" + Numbers.given(rates.get(0)) + ")"
                + IntStream.range(0, boundaries.size())
                        .mapToObj(i -> ".after(" + boundaries.get(i) + ", " + Numbers.given(rates.get(i + 1)) + ")")
                        .collect(Collectors.joining());
    }
}
