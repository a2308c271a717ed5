package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build runs these tests twice, with and without the vector module. */
class ConvolutionTest {
    private static final int OFFSET = 3;
    private static final int IMAGES = 2;

    @ParameterizedTest
    @CsvSource({
        "1, 28, 28,  8, 3, 3", // two pairs of vectors of 8 lanes
        "1, 28, 28,  6, 5, 5", // three vectors, fewer filters than registers
        "3, 12, 10, 17, 3, 2", // a second and a third group of filters
        "8, 12, 12,  3, 3, 3",
        "2,  9,  8,  5, 2, 1", // one vector
        "2,  4,  6,  9, 3, 3", // narrower than a vector
        "1,  1, 40,  1, 1, 7"
    })
    void everyImplementationHasTheBitsOfTheDefinition(
            int channels, int height, int width, int filters, int kernelHeight, int kernelWidth) {
        Planes image = new Planes(channels, height, width);
        Planes kernel = new Planes(filters, kernelHeight, kernelWidth);
        Definition expected = new Definition(image, kernel);
        for (Kernels kernels : KernelsTest.implementations()) {
            expected.check(kernels.convolution(image, kernel));
        }
    }

    /** The sums in the order that {@link Convolution} states. */
    private static final class Definition {
        private final Planes image;
        private final Planes kernel;
        private final Planes output;
        private final double[] x;
        private final double[] w;
        private final double[] start;
        private final double[] delta;

        Definition(Planes image, Planes kernel) {
            Random random = new Random(image.size() + kernel.size());
            this.image = image;
            this.kernel = kernel;
            this.output = new Planes(
                    kernel.count(), image.height() - kernel.height() + 1, image.width() - kernel.width() + 1);
            this.x =
                    random.doubles(OFFSET + (long) IMAGES * image.size(), -1, 1).toArray();
            this.w = random.doubles(OFFSET + (long) image.count() * kernel.size(), -1, 1)
                    .toArray();
            this.start = random.doubles(OFFSET + (long) kernel.count(), -1, 1).toArray();
            this.delta = random.doubles(OFFSET + (long) IMAGES * output.size(), -1, 1)
                    .toArray();
        }

        void check(Convolution convolution) {
            convolution.kernel(w, OFFSET);
            convolution.startFrom(start, OFFSET);
            checkOutput(convolution);
            checkGradients(convolution);
            checkGradients(convolution);
            checkRotated(convolution);
        }

        private void checkOutput(Convolution convolution) {
            double[] z = new double[OFFSET + output.size() + 1];
            convolution.of(x, OFFSET + image.size()).into(z, OFFSET);
            for (int f = 0; f < output.count(); f++) {
                for (int place = 0; place < output.area(); place++) {
                    int at = f * output.area() + place;
                    assertEquals(z(f, place / output.width(), place % output.width()), z[OFFSET + at], "output " + at);
                }
            }
            assertEquals(0, z[OFFSET - 1], "before the output");
            assertEquals(0, z[OFFSET + output.size()], "behind the output");
        }

        private double z(int filter, int row, int column) {
            double sum = start[OFFSET + filter];
            int at = OFFSET + filter * taps();
            for (int tap = 0; tap < taps(); tap++) {
                sum = Math.fma(w[at + tap], x(1, tap, row, column), sum);
            }
            return sum;
        }

        private int taps() {
            return image.count() * kernel.area();
        }

        private double x(int sample, int tap, int row, int column) {
            int channel = tap / kernel.area();
            int i = tap % kernel.area() / kernel.width();
            int j = tap % kernel.width();
            int at = channel * image.area() + (row + i) * image.width() + column + j;
            return x[OFFSET + sample * image.size() + at];
        }

        private void checkGradients(Convolution convolution) {
            convolution.clearGradients();
            for (int sample = 0; sample < IMAGES; sample++) {
                convolution.of(x, OFFSET + sample * image.size()).addGradients(delta, OFFSET + sample * output.size());
            }
            double[] gradients = new double[OFFSET + output.count() * taps()];
            double[] startGradients = new double[OFFSET + output.count()];
            convolution.kernelGradient(gradients, OFFSET);
            convolution.startGradient(startGradients, OFFSET);
            for (int f = 0; f < output.count(); f++) {
                for (int tap = 0; tap < taps(); tap++) {
                    assertEquals(gradient(f, tap), gradients[OFFSET + f * taps() + tap], "gradient " + f + ", " + tap);
                }
                assertEquals(gradient(f, taps()), startGradients[OFFSET + f], "gradient of the start " + f);
            }
        }

        private double gradient(int filter, int tap) {
            double sum = 0;
            for (int column = 0; column < output.width(); column++) {
                double chain = 0;
                for (int sample = 0; sample < IMAGES; sample++) {
                    for (int row = 0; row < output.height(); row++) {
                        int at = sample * output.size() + filter * output.area() + row * output.width() + column;
                        double factor = tap < taps() ? x(sample, tap, row, column) : 1;
                        chain = Math.fma(delta[OFFSET + at], factor, chain);
                    }
                }
                sum += chain;
            }
            return sum;
        }

        /** Rotated twice, a kernel is what it was. */
        private void checkRotated(Convolution convolution) {
            Planes back = new Planes(image.count(), kernel.height(), kernel.width());
            Convolution other =
                    Kernels.fastest().convolution(new Planes(kernel.count(), image.height(), image.width()), back);
            other.rotatedKernel(w, OFFSET);
            convolution.rotatedKernel(other.kernel, 0);
            double[] once = new double[kernel.count() * taps()];
            System.arraycopy(w, OFFSET, once, 0, once.length);
            assertArrayEquals(once, convolution.kernel);
            // the kernel of the first filter and channel, from its end to its beginning
            for (int place = 0; place < kernel.area(); place++) {
                assertEquals(w[OFFSET + kernel.area() - 1 - place], other.kernel[place]);
            }
        }
    }
}
