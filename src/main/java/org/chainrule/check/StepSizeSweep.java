package org.chainrule.check;

import static org.chainrule.formula.Given.given;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Deltas;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.Pass;
import org.chainrule.network.Target;

/**
 * The central difference of one parameter with ever smaller steps: its error falls with h² as long as the formula is the limit, and
 * grows with 1/h again when rounding is.
 *
 * @param network what was measured
 * @param parameter such as {@code w5}
 * @param analytic the gradient that the backward pass computed
 * @param rows one per step, the largest first
 */
public record StepSizeSweep(Network network, String parameter, double analytic, List<Row> rows) {
    /** The smallest step is 10 to the power of minus {@value}. */
    public static final int SMALLEST_STEP = 12;

    public StepSizeSweep {
        rows = List.copyOf(rows);
    }

    /**
     * One step.
     *
     * @param step h
     * @param numeric (C(p + h) − C(p − h)) / 2h
     * @param error |analytic − numeric|
     */
    public record Row(double step, double numeric, double error) {}

    /**
     * Measures with h = 10⁻¹, 10⁻², … 10⁻¹².
     *
     * @param network any network
     * @param input one sample, as {@code x(1, 2)}
     * @param target its target, as {@code y(3)}
     * @param parameter such as {@code w5}
     * @return one row per step
     */
    public static StepSizeSweep of(Network network, Input input, Target target, String parameter) {
        Deltas deltas =
                given("stepSizeSweep()", network, "a network").forward(input).deltas(target);
        double analytic = deltas.gradient(parameter);
        double value = network.parameters().at(parameter);
        List<Row> rows = IntStream.rangeClosed(1, SMALLEST_STEP)
                .mapToDouble(power -> Double.parseDouble("1e-" + power))
                .mapToObj(step -> {
                    double above = loss(network.with(parameter, value + step), deltas);
                    double below = loss(network.with(parameter, value - step), deltas);
                    double numeric = (above - below) / (2 * step);
                    return new Row(step, numeric, Math.abs(analytic - numeric));
                })
                .toList();
        return new StepSizeSweep(network, parameter, analytic, rows);
    }

    /** NaN where a large step leaves what the loss is defined for; the smaller ones count. */
    private static double loss(Network network, Deltas deltas) {
        Pass pass = new Pass(network, 1);
        pass.forward(deltas.forward().inputs().toRowMajor());
        return pass.loss(deltas.target().toRowMajor());
    }

    /**
     * The step with the smallest error.
     *
     * @return its row
     */
    public Row best() {
        return rows.stream().min(Comparator.comparingDouble(Row::error)).orElseThrow();
    }

    /** The best step: {@code StepSizeSweep of w5: smallest error 1.2e−11 with h = 1e−5}. */
    @Override
    public String toString() {
        return "StepSizeSweep of " + parameter + ": smallest error " + Numbers.rounded(best().error()) + " with h = "
                + Numbers.given(best().step());
    }
}
