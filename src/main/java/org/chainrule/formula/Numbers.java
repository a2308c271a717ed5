package org.chainrule.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * The one way a number is written on the page.
 *
 * <p>Six decimals as long as they show at least three significant digits, scientific notation otherwise, whole numbers
 * that stand for themselves (a learning rate, an input) without trailing zeros. The minus is U+2212, as wide as a plus.
 */
public final class Numbers {
    /** Decimals of a computed value: {@value}. */
    public static final int DECIMALS = 6;

    private static final double SMALLEST_FIXED = 1e-3;
    private static final double LARGEST_FIXED = 1e7;

    private static final double NOISE = 1e-12;
    private static final MathContext SHORT = new MathContext(6);

    private Numbers() {}

    /**
     * A computed value, as in {@code −0.429270} or {@code 3.510855e−05}.
     *
     * @param value any double
     * @return the text, the same in every locale
     */
    public static String computed(double value) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        double size = Math.abs(value);
        boolean fixed = size == 0 || (size >= SMALLEST_FIXED && size < LARGEST_FIXED);
        String pattern = fixed ? "%." + DECIMALS + "f" : "%." + DECIMALS + "e";
        return typographic(String.format(Locale.ROOT, pattern, value == 0 ? 0.0 : value));
    }

    /**
     * A given value in its shortest form, as in {@code 0.1}, {@code 2} or {@code −0.00256}.
     *
     * @param value any double
     * @return the text, the same in every locale
     */
    public static String given(double value) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_FIXED;
        return typographic(whole ? Long.toString((long) value) : Double.toString(value));
    }

    /**
     * A value put in the place of a symbol: as {@linkplain #given given} where it has at most six significant
     * digits, but for the noise of its last bits ({@code 0.1}, {@code 1.3}), else as {@linkplain #computed computed} ({@code 0.785835}).
     *
     * @param value any double
     * @return the text, the same in every locale
     */
    public static String substituted(double value) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        double rounded = new BigDecimal(value).round(SHORT).doubleValue();
        return Math.abs(value - rounded) <= NOISE * Math.abs(value) ? given(rounded) : computed(value);
    }

    /**
     * A value inside a sentence, at most six significant digits, as in {@code 2.0} or {@code 0.02}.
     *
     * @param value any double
     * @return the text, the same in every locale
     */
    public static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        double rounded = new BigDecimal(value).round(SHORT).doubleValue();
        return typographic(Double.toString(rounded));
    }

    /**
     * A value with a given number of decimals, for columns whose points line up.
     *
     * @param value any double
     * @param decimals at least 0
     * @return the text, the same in every locale; {@link #computed} where the value is too large to be written out
     */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        return Math.abs(value) < LARGEST_FIXED
                ? typographic(String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value))
                : computed(value);
    }

    /**
     * A value in scientific notation, as in {@code 8.77e−04}.
     *
     * @param value any double
     * @param decimals at least 0
     * @return the text, the same in every locale
     */
    public static String scientific(double value, int decimals) {
        return Double.isFinite(value)
                ? typographic(String.format(Locale.ROOT, "%." + decimals + "e", value))
                : special(value);
    }

    /**
     * How many decimals it takes to write a value exactly as Java would print it.
     *
     * @param value any double
     * @return 0 for whole numbers, NaN and infinities
     */
    public static int decimals(double value) {
        return Double.isFinite(value)
                ? Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale())
                : 0;
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }

    private static String typographic(String ascii) {
        return ascii.replace(".0E", "e").replace('E', 'e').replace('-', '−');
    }
}
