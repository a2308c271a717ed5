package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each implementation against the definition of the product, to the bit. */
class MatrixProductTest {
    private static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 24, 25, 31, 33, 50, 64, 100};
    private static final int[] LONG_SUMS = {255, 256, 257, 600};

    static List<Kernels> implementations() {
        return List.of(new PlainKernels(), Kernels.fastest());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void everyElementIsOneChainInTheOrderOfTheTerms(Kernels kernels) {
        Random random = new Random(7);
        MatrixProduct reused = kernels.product();
        for (int round = 0; round < 1500; round++) {
            new Case(random, pick(random, SIZES), pick(random, SIZES), pick(random, SIZES)).check(reused);
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void longSumsAndDistantRowsToo(Kernels kernels) {
        Random random = new Random(8);
        MatrixProduct reused = kernels.product();
        for (int terms : LONG_SUMS) {
            new Case(random, 70, 27, terms).check(reused);
            new Case(random, 65, 520, terms).check(reused);
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void whatIsNotFiniteArrivesWhereItBelongsAndNowhereElse(Kernels kernels) {
        Random random = new Random(9);
        for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -0.0}) {
            Case product = new Case(random, 13, 27, 31);
            product.a[random.nextInt(product.a.length)] = special;
            product.b[random.nextInt(product.b.length)] = special;
            product.check(kernels.product());
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aStepOfDescentIsTheProductAndThenTheStep(Kernels kernels) {
        Random random = new Random(10);
        MatrixProduct reused = kernels.product();
        for (int round = 0; round < 300; round++) {
            new Case(random, pick(random, SIZES), pick(random, SIZES), pick(random, SIZES)).checkDescent(reused);
        }
        for (int terms : new int[] {1, 64, 192, 193}) {
            new Case(random, 19, 531, terms, Layout.GRADIENT).checkDescent(reused);
        }
    }

    @Test
    void minusZeroSurvivesAnOddNumberOfTerms() {
        double[] c = new double[33 * 33];
        Arrays.fill(c, -0.0);
        double[] a = new double[33];
        Arrays.fill(a, -1.0);
        new PlainKernels()
                .product()
                .left(a, 0, 1)
                .right(new double[33], 0, 33)
                .addTo(c, 0, 33)
                .run(33, 33, 1);
        assertEquals(-0.0, c[1000]);
    }

    private static int pick(Random random, int... from) {
        return from[random.nextInt(from.length)];
    }

    /** Which operands are given by their transposes. */
    private record Layout(boolean aTransposed, boolean bTransposed) {
        /** δᵀ · x. */
        static final Layout GRADIENT = new Layout(true, false);
    }

    /** One product with random strides, offsets and transpositions, in arrays with something around it. */
    private static final class Case {
        final int rows;
        final int columns;
        final int terms;
        final boolean aTransposed;
        final boolean bTransposed;
        final int offset;
        final int gap;
        final boolean adds;
        final double[] a;
        final double[] b;
        final double[] c;

        Case(Random random, int rows, int columns, int terms) {
            this(random, rows, columns, terms, new Layout(random.nextBoolean(), random.nextBoolean()));
        }

        Case(Random random, int rows, int columns, int terms, Layout layout) {
            this.rows = rows;
            this.columns = columns;
            this.terms = terms;
            this.aTransposed = layout.aTransposed();
            this.bTransposed = layout.bTransposed();
            this.offset = random.nextInt(3);
            this.gap = random.nextInt(3);
            this.adds = random.nextBoolean();
            this.a = values(random, (rows + gap + 1) * (terms + gap + 1));
            this.b = values(random, (columns + gap + 1) * (terms + gap + 1));
            this.c = values(random, (rows + gap + 1) * (columns + gap + 1));
        }

        private double[] values(Random random, int size) {
            return random.doubles(size + offset, -1, 1).toArray();
        }

        void check(MatrixProduct product) {
            double[] expected = expected();
            double[] actual = c.clone();
            operands(product);
            if (adds) {
                product.addTo(actual, offset, columns + gap);
            } else {
                product.setTo(actual, offset, columns + gap);
            }
            product.run(rows, columns, terms);
            assertArrayEquals(expected, actual, this::toString);
        }

        /** From weights that are like C, with a margin around them. */
        void checkDescent(MatrixProduct product) {
            double[] gradients = expected();
            double[] weights = Arrays.copyOf(a, c.length);
            double[] expected = weights.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    expected[at(i, j)] -= 0.3 * gradients[at(i, j)];
                }
            }
            operands(product);
            double[] room = c.clone();
            if (adds) {
                product.addTo(room, offset, columns + gap);
            } else {
                product.setTo(room, offset, columns + gap);
            }
            product.thenDescend(weights, 0.3).run(rows, columns, terms);
            assertArrayEquals(expected, weights, this::toString);
        }

        private void operands(MatrixProduct product) {
            int aStride = (aTransposed ? rows : terms) + gap;
            int bStride = (bTransposed ? terms : columns) + gap;
            if (aTransposed) {
                product.leftTransposed(a, offset, aStride);
            } else {
                product.left(a, offset, aStride);
            }
            if (bTransposed) {
                product.rightTransposed(b, offset, bStride);
            } else {
                product.right(b, offset, bStride);
            }
        }

        private int at(int i, int j) {
            return offset + i * (columns + gap) + j;
        }

        @Override
        public String toString() {
            return rows + "×" + terms + " · " + terms + "×" + columns;
        }

        private double[] expected() {
            double[] expected = c.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    int at = at(i, j);
                    expected[at] = adds ? c[at] : 0;
                    for (int k = 0; k < terms; k++) {
                        expected[at] = Math.fma(a(i, k), b(k, j), expected[at]);
                    }
                }
            }
            return expected;
        }

        private double a(int i, int k) {
            return aTransposed ? a[offset + k * (rows + gap) + i] : a[offset + i * (terms + gap) + k];
        }

        private double b(int k, int j) {
            return bTransposed ? b[offset + j * (terms + gap) + k] : b[offset + k * (columns + gap) + j];
        }
    }
}
