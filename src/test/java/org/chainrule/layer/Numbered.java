package org.chainrule.layer;

import java.util.stream.IntStream;

/** Arrays as the sources of published examples make them. */
public final class Numbered {
    private Numbered() {}

    /** NumPy's linspace: count numbers from the first to the last. */
    public static double[] linspace(double first, double last, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> first + (last - first) * i / (count - 1))
                .toArray();
    }

    /** NumPy's linspace(…).reshape(rows, columns). */
    public static double[][] linspace(double first, double last, int rows, int columns) {
        double[] all = linspace(first, last, rows * columns);
        return IntStream.range(0, rows)
                .mapToObj(r -> java.util.Arrays.copyOfRange(all, r * columns, (r + 1) * columns))
                .toArray(double[][]::new);
    }

    /** The numbers 0, 1, 2, … from a first one on. */
    public static double[] count(int from, int count) {
        return IntStream.range(from, from + count).asDoubleStream().toArray();
    }
}
