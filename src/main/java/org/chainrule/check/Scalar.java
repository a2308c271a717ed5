package org.chainrule.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.formula.Numbers;

/**
 * A number that remembers how it was computed, so that {@link #backward()} finds its derivative by every number that went into it:
 * the chain rule, one operation at a time. A second opinion beside the engine, which works on whole matrices.
 *
 * <pre>{@code
 * var x = value("x", -2);
 * var y = value("y", 5);
 * var z = value("z", -4);
 * var graph = x.plus(y).times(z).backward();
 * graph.gradient("z"); // 3.0
 * graph.gradient("x"); // -4.0
 * }</pre>
 */
public final class Scalar {
    private final String name;
    private final String rule;
    private final double value;
    private final List<Edge> operands;
    private final int depth;

    /**
     * One number that an operation reads.
     *
     * @param from the number
     * @param slope the derivative of the operation's result by it
     */
    record Edge(Scalar from, double slope) {}

    private Scalar(String name, String rule, double value, List<Edge> operands) {
        this.name = name;
        this.rule = rule;
        this.value = value;
        this.operands = List.copyOf(operands);
        this.depth =
                operands.stream().mapToInt(edge -> edge.from.depth + 1).max().orElse(0);
    }

    /**
     * A number that is given.
     *
     * @param name such as {@code w1}
     * @param value any number
     * @return the scalar
     * @throws IllegalArgumentException if it is NaN
     */
    public static Scalar of(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value() got NaN, but it needs a number.");
        }
        return new Scalar(name, "", value, List.of());
    }

    private static Scalar constant(double value) {
        return of("", value);
    }

    /** The result of an operation; it has no name until it gets one. */
    private Scalar result(String how, double result, Edge... from) {
        if (Double.isNaN(result)) {
            throw new IllegalArgumentException(
                    how + " comes to NaN for " + Stream.of(from).map(Edge::from).toList() + ".");
        }
        return new Scalar("", how, result, List.of(from));
    }

    /**
     * The same number under a name, to find it in the graph.
     *
     * @param other such as {@code HN1i}
     * @return a new scalar; name it before it is used
     */
    public Scalar named(String other) {
        return new Scalar(other, rule, value, operands);
    }

    /**
     * What it is called.
     *
     * @return empty if it was never named
     */
    public String name() {
        return name;
    }

    /**
     * The number itself.
     *
     * @return its value
     */
    public double value() {
        return value;
    }

    /** How it was computed, such as {@code +}; empty for a given number. */
    String rule() {
        return rule;
    }

    /** What it was computed from. */
    List<Edge> operands() {
        return operands;
    }

    /** How many operations lie at most between it and a given number. */
    int depth() {
        return depth;
    }

    /**
     * a + b: both slopes are 1.
     *
     * @param b the other number
     * @return the sum
     */
    public Scalar plus(Scalar b) {
        return result("+", value + b.value, new Edge(this, 1), new Edge(b, 1));
    }

    /**
     * a + b.
     *
     * @param b a constant
     * @return the sum
     */
    public Scalar plus(double b) {
        return plus(constant(b));
    }

    /**
     * a − b: slopes 1 and −1.
     *
     * @param b the other number
     * @return the difference
     */
    public Scalar minus(Scalar b) {
        return result("−", value - b.value, new Edge(this, 1), new Edge(b, -1));
    }

    /**
     * a − b.
     *
     * @param b a constant
     * @return the difference
     */
    public Scalar minus(double b) {
        return minus(constant(b));
    }

    /**
     * a · b: slopes b and a.
     *
     * @param b the other number
     * @return the product
     */
    public Scalar times(Scalar b) {
        return result("·", value * b.value, new Edge(this, b.value), new Edge(b, value));
    }

    /**
     * a · b.
     *
     * @param b a constant
     * @return the product
     */
    public Scalar times(double b) {
        return times(constant(b));
    }

    /**
     * a / b: slopes 1/b and −a/b².
     *
     * @param b the other number
     * @return the quotient
     */
    public Scalar over(Scalar b) {
        return result("/", value / b.value, new Edge(this, 1 / b.value), new Edge(b, -value / (b.value * b.value)));
    }

    /**
     * a / b.
     *
     * @param b a constant
     * @return the quotient
     */
    public Scalar over(double b) {
        return over(constant(b));
    }

    /**
     * a^n: slope n·a^(n−1).
     *
     * @param n a constant
     * @return the power
     */
    public Scalar power(double n) {
        double slope = n == 0 ? 0 : n * Math.pow(value, n - 1);
        return result("^" + Numbers.given(n), Math.pow(value, n), new Edge(this, slope));
    }

    /**
     * e^a: slope e^a.
     *
     * @return the exponential
     */
    public Scalar exp() {
        double f = Math.exp(value);
        return result("exp", f, new Edge(this, f));
    }

    /**
     * ln a: slope 1/a.
     *
     * @return the natural logarithm
     */
    public Scalar log() {
        return result("ln", Math.log(value), new Edge(this, 1 / value));
    }

    /**
     * tanh a: slope 1 − tanh²a.
     *
     * @return the hyperbolic tangent
     */
    public Scalar tanh() {
        double f = Math.tanh(value);
        return result("tanh", f, new Edge(this, 1 - f * f));
    }

    /**
     * σ(a) = 1 / (1 + e^(−a)): slope σ·(1 − σ).
     *
     * @return the sigmoid
     */
    public Scalar sigmoid() {
        double f = 1 / (1 + Math.exp(-value));
        return result("σ", f, new Edge(this, f * (1 - f)));
    }

    /**
     * max(0, a): slope 1 above 0, else 0.
     *
     * @return the rectified value
     */
    public Scalar relu() {
        return result("ReLU", Math.max(0, value), new Edge(this, value > 0 ? 1 : 0));
    }

    /**
     * Walks from this number back to all that went into it and multiplies the slopes along the way: dC/da = Σ dC/db · db/da over
     * all b that were computed from a. Nothing changes: called twice it gives the same.
     *
     * @return every number with its gradient
     */
    public ScalarGraph backward() {
        return ScalarGraph.of(this);
    }

    /** The name and the value: {@code w1 = 0.100000}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(name.isEmpty() ? List.of() : List.of(name));
        parts.add(Numbers.computed(value));
        return String.join(" = ", parts);
    }
}
