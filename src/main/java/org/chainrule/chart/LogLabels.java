package org.chainrule.chart;

import java.util.function.Function;
import org.chainrule.formula.Numbers;

/** The labels of a logarithmic axis: powers of ten, as many as fit. */
final class LogLabels implements Function<Double, String> {
    private static final int MOST_LABELS = 9;
    private static final int LARGEST_PLAIN = 3;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final int step;

    /**
     * Labels for an axis over a number of decades.
     *
     * @param decades the powers of ten between its ends
     */
    LogLabels(double decades) {
        this.step = (int) Math.ceil(Math.max(1, decades) / MOST_LABELS);
    }

    @Override
    public String apply(Double value) {
        double exponent = Math.log10(value);
        long whole = Math.round(exponent);
        if (Math.abs(exponent - whole) > 1e-9) {
            return Numbers.given(Math.round(value * 1000) / 1000.0);
        }
        return whole % step == 0 ? power(whole) : " ";
    }

    private static String power(long exponent) {
        if (Math.abs(exponent) <= LARGEST_PLAIN) {
            return Numbers.given(exponent < 0 ? 1 / Math.pow(10, -exponent) : Math.pow(10, exponent));
        }
        StringBuilder power = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        Long.toString(Math.abs(exponent)).chars().forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
        return power.toString();
    }
}
