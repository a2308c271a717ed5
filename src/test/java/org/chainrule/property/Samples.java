package org.chainrule.property;

import java.util.Random;
import java.util.stream.IntStream;
import org.chainrule.network.Network;

/** Random batches. */
final class Samples {
    private Samples() {}

    static double[][] inputs(Network net, Sizes size) {
        return uniform(new Random(size.seed() + 1), size.samples(), net.inputs().size(), -1, 1);
    }

    /** Targets that every loss can take: labels where it wants them, else numbers between 0 and 1. */
    static double[][] targets(Network net, Sizes size) {
        Random random = new Random(size.seed() + 2);
        int outputs = net.outputs().size();
        if (net.loss().targetColumns(outputs) == outputs) {
            return uniform(random, size.samples(), outputs, 0.05, 0.95);
        }
        return IntStream.range(0, size.samples())
                .mapToObj(i -> new double[] {random.nextInt(outputs)})
                .toArray(double[][]::new);
    }

    private static double[][] uniform(Random random, int rows, int columns, double from, double to) {
        return IntStream.range(0, rows)
                .mapToObj(i -> random.doubles(columns, from, to).toArray())
                .toArray(double[][]::new);
    }
}
