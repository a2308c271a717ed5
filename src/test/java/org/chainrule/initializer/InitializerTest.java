package org.chainrule.initializer;

import static org.chainrule.Chainrule.constant;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.heUniform;
import static org.chainrule.Chainrule.lecun;
import static org.chainrule.Chainrule.lecunUniform;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.uniform;
import static org.chainrule.Chainrule.xavier;
import static org.chainrule.Chainrule.xavierNormal;
import static org.chainrule.Chainrule.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chainrule.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
    private static final Fans FANS = new Fans(300, 200);

    /** The figures by hand: √(2/500) = 0.0632456, √(1/300) = 0.0577350, √(2/300) = 0.0816497. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(normal(0.05, seed(1)), 0.05, "w ~ N(0, σ), σ = 0.05"),
                Arguments.of(uniform(0.3, seed(1)), 0.1732050808, "w ~ U(−a, a), a = 0.3"),
                Arguments.of(lecun(seed(1)), 0.0577350269, "w ~ N(0, σ), σ = √(1 / fan_in)"),
                Arguments.of(lecunUniform(seed(1)), 0.0577350269, "w ~ U(−a, a), a = √(3 / fan_in)"),
                Arguments.of(xavier(seed(1)), 0.0632455532, "w ~ U(−a, a), a = √(6 / (fan_in + fan_out))"),
                Arguments.of(xavierNormal(seed(1)), 0.0632455532, "w ~ N(0, σ), σ = √(2 / (fan_in + fan_out))"),
                Arguments.of(he(seed(1)), 0.0816496581, "w ~ N(0, σ), σ = √(2 / fan_in)"),
                Arguments.of(heUniform(seed(1)), 0.0816496581, "w ~ U(−a, a), a = √(6 / fan_in)"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void drawsWithItsStandardDeviationAroundZero(Initializer rule, double sigma, String formula) {
        double[] weights = rule.draw(200_000, FANS, 1);
        assertEquals(sigma, rule.standardDeviation(FANS), 1e-10);
        assertEquals(sigma, Math.sqrt(meanSquare(weights)), 0.006 * sigma);
        assertEquals(0, DoubleStream.of(weights).average().orElseThrow(), 0.01 * sigma);
        assertEquals(formula, rule.formula());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void uniformDrawsFillTheBoundAndNormalOnesPassIt(Initializer rule, double sigma, String formula) {
        double bound = Math.sqrt(3) * sigma;
        double largest = DoubleStream.of(rule.draw(200_000, FANS, 1))
                .map(Math::abs)
                .max()
                .orElseThrow();
        if (formula.contains("U(")) {
            assertTrue(largest > 0.999 * bound && largest <= bound * (1 + 1e-10), largest + " of " + bound);
        } else {
            assertTrue(largest > 2 * bound, largest + " of " + bound);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void repeatsForALayerAndDiffersBetweenLayers(Initializer rule) {
        assertArrayEquals(rule.draw(100, FANS, 1), rule.draw(100, FANS, 1));
        double[] first = rule.draw(100, FANS, 1);
        double[] second = rule.draw(100, FANS, 2);
        assertTrue(Arrays.stream(first).noneMatch(w -> Arrays.stream(second).anyMatch(v -> v == w)));
    }

    @Test
    void anotherSeedDrawsOtherWeights() {
        assertFalse(Arrays.equals(he(seed(1)).draw(10, FANS, 1), he(seed(2)).draw(10, FANS, 1)));
    }

    @Test
    void zerosAndConstantsAreWhatTheySay() {
        assertArrayEquals(new double[3], zeros().draw(3, FANS, 1));
        assertArrayEquals(new double[] {0.5, 0.5}, constant(0.5).draw(2, FANS, 1));
        assertEquals("zeros()", zeros().toString());
        assertEquals("constant(0.5)", constant(0.5).toString());
        assertEquals("he(seed(1))", he(seed(1)).toString());
        assertEquals("xavier(seed(1))", xavier(seed(1)).toString());
    }

    /**
     * The variance of a sum of M products: Var(u) = M · Var(w) · E(z²). Slides "Training of neural networks: basics",
     * initialisation. Here M = 256, z = ReLU of a standard normal number, so E(z²) = 1/2 and He's rule gives Var(u) = 1.
     */
    @Test
    void heKeepsTheVarianceBehindRelu() {
        int m = 256;
        RandomStream random = seed(9).stream();
        double square = 0;
        int trials = 4000;
        for (int trial = 0; trial < trials; trial++) {
            double u = 0;
            for (double w : he(seed(2)).draw(m, new Fans(m, m), trial)) {
                u += w * Math.max(0, random.nextNormal());
            }
            square += u * u / trials;
        }
        assertEquals(1, square, 0.08);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertMessage(
                "normal() got the standard deviation -1.0, but it needs a finite number that is not negative.",
                () -> normal(-1, seed(1)));
        assertMessage(
                "uniform() got the bound NaN, but it needs a finite number that is not negative.",
                () -> uniform(Double.NaN, seed(1)));
        assertMessage("constant() got NaN, but weights need finite values.", () -> constant(Double.NaN));
        assertMessage("fans() got fan-in 0 and fan-out 2, but both need to be at least 1.", () -> new Fans(0, 2));
    }

    private static double meanSquare(double[] values) {
        return DoubleStream.of(values).map(v -> v * v).average().orElseThrow();
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
