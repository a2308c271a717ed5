package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build runs these tests twice, with and without the vector module. */
class KernelsTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -1e-310,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        709.782712893384,
        709.7827128933841,
        -708.5,
        -744.9,
        -745.2,
        19.9,
        20,
        -20.1,
        1000,
        -1000.5
    };

    static List<Kernels> implementations() {
        return List.of(new PlainKernels(), Kernels.fastest());
    }

    @Test
    void vectorsAreUsedWhereTheModuleIs() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(
                module ? "VectorKernels" : "PlainKernels",
                Kernels.fastest().getClass().getSimpleName());
    }

    @Test
    void theBuildRunsWithTheModuleWhenItSaysSo() {
        assertEquals(
                System.getProperty("chainrule.test.kernels", "PlainKernels"),
                Kernels.fastest().getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void everyElementHasTheBitsOfTheFunction(Kernels kernels) {
        for (int size : new int[] {0, 1, 7, 8, 9, 31, 64, 100}) {
            double[] x = new Random(size).doubles(size, -800, 800).toArray();
            check(x, kernels::exp, Exponentials::exp);
            check(x, kernels::sigmoid, Exponentials::sigmoid);
            check(x, kernels::relu, z -> z > 0 || Double.isNaN(z) ? z : 0);
            check(Arrays.stream(x).map(z -> z / 30).toArray(), kernels::tanh, Exponentials::tanh);
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void specialValuesHaveThemToo(Kernels kernels) {
        check(SPECIAL, kernels::exp, Exponentials::exp);
        check(SPECIAL, kernels::sigmoid, Exponentials::sigmoid);
        check(SPECIAL, kernels::tanh, Exponentials::tanh);
        check(SPECIAL, kernels::relu, z -> z > 0 || Double.isNaN(z) ? z : 0);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void reluLetsTheGradientThroughWhereItsInputIsPositive(Kernels kernels) {
        double[] gradient = new Random(3).doubles(SPECIAL.length, -1, 1).toArray();
        double[] expected = new double[SPECIAL.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = SPECIAL[i] > 0 ? gradient[i] : 0;
        }
        double[] result = new double[expected.length];
        kernels.reluGradient(SPECIAL, gradient, result, 0, result.length);
        assertArrayEquals(expected, result);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aSweepStaysInItsRangeAndMayOverwriteWhatItReads(Kernels kernels) {
        double[] x = new double[40];
        kernels.exp(x, x, 3, 30);
        for (int i = 0; i < x.length; i++) {
            assertEquals(i >= 3 && i < 30 ? 1 : 0, x[i], "element " + i);
        }
    }

    private interface Sweep {
        void run(double[] x, double[] result, int from, int to);
    }

    private static void check(double[] x, Sweep sweep, DoubleUnaryOperator function) {
        double[] result = new double[x.length];
        sweep.run(x, result, 0, x.length);
        assertArrayEquals(Arrays.stream(x).map(function).toArray(), result);
    }
}
