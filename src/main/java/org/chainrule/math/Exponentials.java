package org.chainrule.math;

/**
 * e^x, the logistic function and tanh, with the same bits on every JVM and processor, one by one and in vectors: the vector
 * kernel does the same operations in the same order.
 *
 * <pre>
 * x = n ln 2 + r with |r| ≤ ½ ln 2     e^r − 1 ≈ r + r²(1/2! + r/3! + … + r¹¹/13!)     e^x = 2ⁿ e^r
 * </pre>
 *
 * <p>Errors: e^x below 1 ulp (2 where the result is subnormal), the logistic function below {@value #SIGMOID_ULPS} and tanh
 * below {@value #TANH_ULPS} ulp.
 */
public final class Exponentials {
    /** The error bound of the logistic function in units in the last place: {@value}. */
    static final double SIGMOID_ULPS = 3;

    /** The error bound of tanh in units in the last place: {@value}. */
    static final double TANH_ULPS = 4;

    /** Beyond ±1000 e^x is infinite or zero, whatever x is. */
    static final double EXP_END = 1000;

    /** From 20 on tanh is 1 in doubles. */
    static final double TANH_END = 20;

    static final double LOG2_E = 1.4426950408889634;
    static final double LN2_HIGH = 0.6931471805599453;
    static final double LN2_LOW = 2.3190468138462996e-17;

    /** Adding this rounds a double to the nearest integer, which then is in the low bits. */
    static final double ROUND = 0x1.8p52;

    static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);
    static final int EXPONENT_BIAS = 1023;
    static final int EXPONENT_SHIFT = 52;
    static final long SIGN = Long.MIN_VALUE;

    // 1/k!: the terms of the series of e^r
    static final double C2 = 1.0 / 2;
    static final double C3 = 1.0 / 6;
    static final double C4 = 1.0 / 24;
    static final double C5 = 1.0 / 120;
    static final double C6 = 1.0 / 720;
    static final double C7 = 1.0 / 5040;
    static final double C8 = 1.0 / 40320;
    static final double C9 = 1.0 / 362880;
    static final double C10 = 1.0 / 3628800;
    static final double C11 = 1.0 / 39916800;
    static final double C12 = 1.0 / 479001600;
    static final double C13 = 1.0 / 6227020800.0;

    private Exponentials() {}

    /**
     * The exponential function.
     *
     * @param x any number
     * @return e^x; NaN for NaN
     */
    public static double exp(double x) {
        double high = x > EXP_END ? EXP_END : x;
        double z = high < -EXP_END ? -EXP_END : high;
        double shifted = Math.fma(z, LOG2_E, ROUND);
        double power = 1 + expMinus1(remainder(z, shifted));
        long n = Double.doubleToRawLongBits(shifted) - ROUND_BITS;
        long half = n >> 1;
        return power * powerOf2(half) * powerOf2(n - half);
    }

    /**
     * The logistic function 1 / (1 + e^−x).
     *
     * @param x any number
     * @return from 0 to 1; NaN for NaN
     */
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        double positive = 1 / (1 + e);
        return x < 0 ? e * positive : positive;
    }

    /**
     * The hyperbolic tangent.
     *
     * @param x any number
     * @return from −1 to 1, with the sign of x; NaN for NaN
     */
    public static double tanh(double x) {
        double size = Math.abs(x);
        double z = 2 * (size > TANH_END ? TANH_END : size);
        double shifted = Math.fma(z, LOG2_E, ROUND);
        double scale = powerOf2(Double.doubleToRawLongBits(shifted) - ROUND_BITS);
        double m = Math.fma(scale, expMinus1(remainder(z, shifted)), scale - 1); // e^2|x| − 1
        long bits = Double.doubleToRawLongBits(m / (m + 2));
        return Double.longBitsToDouble(bits | Double.doubleToRawLongBits(x) & SIGN);
    }

    private static double remainder(double z, double shifted) {
        double n = shifted - ROUND;
        return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, z));
    }

    private static double expMinus1(double r) {
        double p = Math.fma(C13, r, C12);
        p = Math.fma(p, r, C11);
        p = Math.fma(p, r, C10);
        p = Math.fma(p, r, C9);
        p = Math.fma(p, r, C8);
        p = Math.fma(p, r, C7);
        p = Math.fma(p, r, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, C2);
        return Math.fma(r * r, p, r);
    }

    private static double powerOf2(long n) {
        return Double.longBitsToDouble(n + EXPONENT_BIAS << EXPONENT_SHIFT);
    }
}
