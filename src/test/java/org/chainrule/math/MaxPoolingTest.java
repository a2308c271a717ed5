package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The build runs these tests twice, with and without the vector module. */
class MaxPoolingTest {
    private static final int OFFSET = 3;

    @ParameterizedTest
    @CsvSource({"2, 6, 26", "1, 4, 16", "3, 5, 33", "2, 3, 5", "1, 1, 40"})
    void theFirstOfTheLargestWins(int channels, int height, int width) {
        Planes image = new Planes(channels, height, width);
        // few different values, so that many are equal
        double[] x = new Random(width)
                .ints(OFFSET + (long) image.size(), -2, 3)
                .mapToDouble(i -> i)
                .toArray();
        for (Kernels kernels : KernelsTest.implementations()) {
            check(image, x, kernels.maxPooling(image));
        }
    }

    private static void check(Planes image, double[] x, MaxPooling pooling) {
        Planes blocks = new Planes(image.count(), image.height() / 2, image.width() / 2);
        double[] largest = new double[OFFSET + blocks.size() + 1];
        int[] winners = new int[largest.length];
        pooling.of(x, OFFSET).into(largest, winners, OFFSET);
        for (int block = 0; block < blocks.size(); block++) {
            int plane = block / blocks.area();
            int row = block % blocks.area() / blocks.width();
            int first = OFFSET + plane * image.area() + 2 * row * image.width() + 2 * (block % blocks.width());
            int winner = first;
            for (int other : new int[] {first + 1, first + image.width(), first + image.width() + 1}) {
                winner = x[other] > x[winner] ? other : winner;
            }
            assertEquals(winner, winners[OFFSET + block], "winner of block " + block);
            assertEquals(x[winner], largest[OFFSET + block], "block " + block);
        }
        assertEquals(0, largest[largest.length - 1], "behind the last");
    }

    @ParameterizedTest
    @MethodSource("org.chainrule.math.KernelsTest#implementations")
    void aNanGoesOnAndANumberWins(Kernels kernels) {
        double nan = Double.NaN;
        Planes image = new Planes(1, 2, 32);
        double[] x = new double[64];
        System.arraycopy(new double[] {nan, 1, 1, nan, 1, 2, -0.0, 0}, 0, x, 0, 8);
        System.arraycopy(new double[] {2, 3, 3, 2, nan, 1, 0, 0}, 0, x, 32, 8);
        double[] largest = new double[16];
        int[] winners = new int[16];
        kernels.maxPooling(image).of(x, 0).into(largest, winners, 0);
        assertArrayEquals(new double[] {nan, nan, nan, 0}, java.util.Arrays.copyOf(largest, 4));
        assertArrayEquals(new int[] {0, 2, 5, 6}, java.util.Arrays.copyOf(winners, 4));
    }
}
