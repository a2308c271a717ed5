package org.chainrule.data;

import static org.chainrule.Chainrule.blobs;
import static org.chainrule.Chainrule.circles;
import static org.chainrule.Chainrule.moons;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sine;
import static org.chainrule.Chainrule.spiral;
import static org.chainrule.Chainrule.xor;
import static org.chainrule.data.DatasetTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.math.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated shapes against the formulas of TensorFlow Playground's dataset.ts. */
class GeneratedTest {
    interface Shape {
        Dataset make(int samples, double noise, Seed seed);
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                (n, noise, seed) -> xor(n, noise, seed),
                (n, noise, seed) -> circles(n, noise, seed),
                (n, noise, seed) -> spiral(n, noise, seed),
                (n, noise, seed) -> blobs(n, noise, seed),
                (n, noise, seed) -> moons(n, noise, seed),
                (n, noise, seed) -> sine(n, noise, seed));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theSeedDecidesAndTheNumberOfSamplesHolds(Shape shape) {
        assertEquals(shape.make(51, 0.1, seed(1)), shape.make(51, 0.1, seed(1)));
        assertNotEquals(shape.make(51, 0.1, seed(1)), shape.make(51, 0.1, seed(2)));
        assertEquals(51, shape.make(51, 0.1, seed(1)).size());
        assertEquals(2, shape.make(2, 0, seed(1)).size());
        String name = shape.make(2, 0, seed(1)).name();
        assertMessage(name + "() got 1 samples, but it needs at least 2.", () -> shape.make(1, 0, seed(1)));
        assertMessage(
                name + "() got the noise -0.1, but it needs a finite number that is not negative.",
                () -> shape.make(10, -0.1, seed(1)));
    }

    private static boolean isOne(Dataset data, int sample) {
        return data.targets().text(sample).equals("1");
    }

    @Test
    void xorOfFourCorners() {
        assertArrayEquals(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, xor().inputRows());
        assertArrayEquals(new double[][] {{0}, {1}, {1}, {0}}, xor().targetRows());
    }

    @Test
    void xorKeepsOffTheAxesAndFollowsTheSigns() {
        Dataset data = xor(400, 0, seed(1));
        for (int i = 0; i < data.size(); i++) {
            double x = data.inputs().get(i, 0);
            double y = data.inputs().get(i, 1);
            assertEquals(x * y >= 0, isOne(data, i));
            assertTrue(Math.abs(x) >= 0.3 && Math.abs(x) <= 5.3 && Math.abs(y) >= 0.3 && Math.abs(y) <= 5.3);
        }
        Dataset noisy = xor(400, 0.5, seed(1));
        long flipped = IntStream.range(0, 400)
                .filter(i -> isOne(noisy, i)
                        != noisy.inputs().get(i, 0) * noisy.inputs().get(i, 1) >= 0)
                .count();
        assertTrue(flipped > 20 && flipped < 200, "" + flipped);
    }

    @Test
    void circlesLeaveAGapBetweenDiscAndRing() {
        Dataset data = circles(400, 0, seed(1));
        for (int i = 0; i < data.size(); i++) {
            double r = Math.hypot(data.inputs().get(i, 0), data.inputs().get(i, 1));
            assertTrue(isOne(data, i) ? r < 2.5 : r >= 3.5 - 1e-12 && r <= 5, "" + r);
        }
        assertEquals(Map.of("0", 200, "1", 200), data.classCounts());
    }

    /** Point i of n on the first arm: r = 5i/n, t = 1.75 · 2π · i/n, (r sin t, r cos t); the second arm is the first turned by π. */
    @Test
    void theSpiralHasTwoOppositeArms() {
        Dataset data = spiral(200, 0, seed(1));
        for (int i = 0; i < 100; i++) {
            double r = 5 * i / 100.0;
            double t = 1.75 * i / 100.0 * 2 * Math.PI;
            assertEquals(r * Math.sin(t), data.inputs().get(i, 0), 1e-12);
            assertEquals(r * Math.cos(t), data.inputs().get(i, 1), 1e-12);
            assertEquals(-data.inputs().get(i, 0), data.inputs().get(100 + i, 0), 1e-12);
            assertEquals(-data.inputs().get(i, 1), data.inputs().get(100 + i, 1), 1e-12);
            assertTrue(isOne(data, i) && !isOne(data, 100 + i));
        }
        Dataset noisy = spiral(200, 0.5, seed(1));
        for (int i = 0; i < 200; i++) {
            assertEquals(data.inputs().get(i, 0), noisy.inputs().get(i, 0), 0.5);
        }
    }

    @Test
    void blobsHaveTheirCentersAndVariance() {
        Dataset data = blobs(20_000, 0.1, seed(1));
        for (ColumnSummary column :
                data.rows(IntStream.range(0, 10_000).toArray()).summary()) {
            assertEquals(2, column.mean(), 0.05);
            assertEquals(Math.sqrt(1.2), column.deviation(), 0.03);
        }
        assertEquals(
                -2,
                data.rows(IntStream.range(10_000, 20_000).toArray())
                        .summary()
                        .get(0)
                        .mean(),
                0.05);
    }

    @Test
    void moonsLieOnTheirHalfCircles() {
        Dataset data = moons(101, 0, seed(1));
        for (int i = 0; i < data.size(); i++) {
            double x = data.inputs().get(i, 0) - (isOne(data, i) ? 1 : 0);
            double y = data.inputs().get(i, 1) - (isOne(data, i) ? 0.5 : 0);
            assertEquals(1, Math.hypot(x, y), 1e-12);
            assertTrue(isOne(data, i) ? y < 1e-12 : y > -1e-12);
        }
        assertArrayEquals(new double[] {1, 0}, data.inputs().row(0), 1e-12);
    }

    @Test
    void sineFollowsTheSineWithItsNoise() {
        Dataset exact = sine(200, 0, seed(1));
        Dataset noisy = sine(5000, 0.2, seed(1));
        double squares = 0;
        for (int i = 0; i < 200; i++) {
            assertEquals(
                    Math.sin(exact.inputs().get(i, 0)), exact.targets().values().get(i, 0), 1e-12);
        }
        for (int i = 0; i < 5000; i++) {
            double off =
                    noisy.targets().values().get(i, 0) - Math.sin(noisy.inputs().get(i, 0));
            squares += off * off / 5000;
        }
        assertEquals(0.2, Math.sqrt(squares), 0.01);
        assertTrue(exact.summary().get(0).smallest() >= -Math.PI
                && exact.summary().get(0).largest() <= Math.PI);
    }
}
