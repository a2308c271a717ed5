package org.chainrule.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The functions against the series of e^x in 50 digits, and against StrictMath. */
class ExponentialsTest {
    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal ONE = BigDecimal.ONE;

    @Test
    void expIsExactToOneUlp() {
        assertError(1, points(-700, 709.7), Exponentials::exp, ExponentialsTest::exp);
        assertError(1, points(-1, 1), Exponentials::exp, ExponentialsTest::exp);
        assertError(2, points(-744, -700), Exponentials::exp, ExponentialsTest::exp);
    }

    @Test
    void sigmoidIsExactOnBothSides() {
        assertError(Exponentials.SIGMOID_ULPS, points(-700, 40), Exponentials::sigmoid, ExponentialsTest::sigmoid);
        assertError(Exponentials.SIGMOID_ULPS, points(-5, 5), Exponentials::sigmoid, ExponentialsTest::sigmoid);
    }

    @Test
    void tanhIsExactNearZeroToo() {
        assertError(Exponentials.TANH_ULPS, points(-22, 22), Exponentials::tanh, ExponentialsTest::tanh);
        assertError(Exponentials.TANH_ULPS, points(-1, 1), Exponentials::tanh, ExponentialsTest::tanh);
        assertError(Exponentials.TANH_ULPS, points(-1e-9, 1e-9), Exponentials::tanh, ExponentialsTest::tanh);
    }

    @Test
    void theyAgreeWithStrictMathAtManyPoints() {
        points(-740, 709, 200_000).forEach(x -> {
            assertEquals(0, ulps(Exponentials.exp(x), StrictMath.exp(x)), 2, "exp " + x);
            double y = x / 30;
            assertEquals(0, ulps(Exponentials.tanh(y), StrictMath.tanh(y)), 5, "tanh " + y);
        });
    }

    @Test
    void theEnds() {
        assertEquals(Double.POSITIVE_INFINITY, Exponentials.exp(709.79));
        assertEquals(Double.POSITIVE_INFINITY, Exponentials.exp(Double.POSITIVE_INFINITY));
        assertEquals(0, Exponentials.exp(Double.NEGATIVE_INFINITY));
        assertEquals(0, Exponentials.exp(-746));
        assertEquals(Double.MIN_VALUE, Exponentials.exp(-745));
        assertEquals(1, Exponentials.exp(-0.0));
        assertEquals(1, Exponentials.sigmoid(Double.POSITIVE_INFINITY));
        assertEquals(0, Exponentials.sigmoid(Double.NEGATIVE_INFINITY));
        assertEquals(0.5, Exponentials.sigmoid(-0.0));
        assertEquals(1, Exponentials.tanh(Double.POSITIVE_INFINITY));
        assertEquals(-1, Exponentials.tanh(Double.NEGATIVE_INFINITY));
        assertEquals(-0.0, Exponentials.tanh(-0.0));
        assertEquals(0.0, Exponentials.tanh(0.0));
        assertEquals(-Double.MIN_VALUE, Exponentials.tanh(-Double.MIN_VALUE));
    }

    @Test
    void notANumberStaysOne() {
        assertTrue(Double.isNaN(Exponentials.exp(Double.NaN)));
        assertTrue(Double.isNaN(Exponentials.sigmoid(Double.NaN)));
        assertTrue(Double.isNaN(Exponentials.tanh(Double.NaN)));
    }

    private static DoubleStream points(double from, double to) {
        return points(from, to, 700);
    }

    private static DoubleStream points(double from, double to, int count) {
        return new java.util.Random(5).doubles(count, from, to);
    }

    private static void assertError(
            double bound, DoubleStream points, DoubleUnaryOperator function, UnaryOperator<BigDecimal> exact) {
        points.forEach(x -> {
            BigDecimal expected = exact.apply(new BigDecimal(x));
            BigDecimal error = new BigDecimal(function.applyAsDouble(x)).subtract(expected);
            double ulps = error.doubleValue() / Math.ulp(expected.doubleValue());
            assertTrue(Math.abs(ulps) <= bound, x + ": " + ulps + " ulp");
        });
    }

    private static double ulps(double actual, double expected) {
        return (actual - expected) / Math.ulp(expected);
    }

    private static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(x.add(x));
        return e.subtract(ONE).divide(e.add(ONE), DIGITS);
    }

    /** The series of e^(x / 1024), ten times squared. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int k = 1; k < 50; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
