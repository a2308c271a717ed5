package org.chainrule.optimizer;

import static org.chainrule.formula.Given.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chainrule.formula.Numbers;

/**
 * The way of an optimizer down a plain function, step by step.
 *
 * <p>Example: {@code descent(sgd(0.2), p -> new double[] {2 * p[0]}, 10, 10.0).end()} is [0.060466]: f = x² from 10.
 *
 * @param optimizer the rule
 * @param points where it was after n steps, for n = 0, 1, …
 * @param steps what happened in each
 */
public record Descent(Optimizer optimizer, List<double[]> points, List<Step> steps) {
    public Descent {
        points = points.stream().map(double[]::clone).toList();
        steps = List.copyOf(steps);
    }

    /**
     * Goes down.
     *
     * @param optimizer the rule
     * @param gradient of the function at a point, one number per coordinate
     * @param steps how many, at least 0
     * @param start where it begins
     * @return the way
     */
    public static Descent of(Optimizer optimizer, UnaryOperator<double[]> gradient, int steps, double... start) {
        given("descent()", optimizer, "an optimizer such as sgd(0.1)");
        given("descent()", gradient, "the gradient of a function, such as p -> new double[] {2 * p[0]}");
        given("descent()", start, "a point to start from");
        if (start.length == 0) {
            throw new IllegalArgumentException("descent() got no point to start from; add one, such as 10.0.");
        }
        checkFinite("got the start", "start where the function has a slope", start);
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "descent() got " + steps + " steps, but it needs a count of at least 0.");
        }
        List<double[]> points = new ArrayList<>(List.of(start));
        List<Step> taken = new ArrayList<>();
        double[] point = start;
        OptimizerState state = optimizer.initialState(start.length);
        for (int i = 0; i < steps; i++) {
            Step step = Step.take(optimizer, state, point, gradient.apply(point.clone()));
            point = step.newValues();
            checkFinite("came in step " + (i + 1) + " to", "take fewer steps or a smaller learning rate", point);
            state = step.state();
            points.add(point);
            taken.add(step);
        }
        return new Descent(optimizer, points, taken);
    }

    private static void checkFinite(String what, String help, double... point) {
        if (!Arrays.stream(point).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "descent() " + what + " " + text(point) + ", but it needs finite numbers; " + help + ".");
        }
    }

    @Override
    public List<double[]> points() {
        return points.stream().map(double[]::clone).toList();
    }

    /**
     * Where it was after a number of steps.
     *
     * @param count 0 for the start
     * @return a copy of the point
     * @throws IllegalArgumentException if it took fewer steps
     */
    public double[] point(int count) {
        if (count < 0 || count >= points.size()) {
            throw new IllegalArgumentException("point() got " + count + ", but the descent has the points 0 to "
                    + (points.size() - 1) + " (0 is the start).");
        }
        return points.get(count).clone();
    }

    /**
     * Where it ended.
     *
     * @return a copy of the last point
     */
    public double[] end() {
        return point(steps.size());
    }

    /**
     * The books of all steps; the coordinates are called x1, x2, ….
     *
     * @return g, the moments, the effective rate and Δ of each coordinate and step
     */
    public Ledger ledger() {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Step step : steps) {
            for (int i = 0; i < points.get(0).length; i++) {
                entries.add(step.entry("x" + (i + 1), i));
            }
        }
        return new Ledger(entries);
    }

    /** The rule, the start and the end. */
    @Override
    public String toString() {
        return "Descent of " + optimizer + ": " + text(point(0)) + " → " + text(end()) + " in " + steps.size()
                + (steps.size() == 1 ? " step" : " steps");
    }

    private static String text(double[] point) {
        return Arrays.stream(point).mapToObj(Numbers::computed).toList().toString();
    }
}
