package org.chainrule.check;

import static org.chainrule.formula.Given.given;

import java.util.List;
import java.util.function.Function;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.Target;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterLayout;

/**
 * The gradient of every parameter beside a central difference, (C(p + h) − C(p − h)) / 2h.
 *
 * <p>Where p − h and p + h lie on two sides of a kink (ReLU at 0) there is no derivative to compare with, and the row says
 * so instead of failing.
 *
 * @param network what was checked
 * @param rows one per parameter that is learned, in reading order
 */
public record GradientCheck(Network network, List<Row> rows) {
    /** The step h of the central difference: {@value}. */
    public static final double STEP = 1e-5;

    /** The largest relative error that agrees: {@value}. */
    public static final double TOLERANCE = 1e-6;

    /** What a row of the check says. */
    public enum Verdict {
        /** Both numbers agree. */
        AGREES("agrees"),
        /** They differ: the backward rule is wrong. */
        DIFFERS("differs"),
        /** A kink lies within one step. */
        NOT_DIFFERENTIABLE("not differentiable here");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One parameter.
     *
     * @param parameter its name
     * @param analytic the gradient that the backward pass computed
     * @param numeric the central difference
     * @param absoluteError |analytic − numeric|
     * @param relativeError the absolute error divided by the larger of the two magnitudes, 0 if both are 0
     * @param verdict what follows
     */
    public record Row(
            String parameter,
            double analytic,
            double numeric,
            double absoluteError,
            double relativeError,
            Verdict verdict) {}

    public GradientCheck {
        rows = List.copyOf(rows);
    }

    /**
     * Checks every parameter on one sample.
     *
     * @param network the network
     * @param input as {@code x(1, 2)}
     * @param target as {@code y(3)}
     * @return one row per parameter
     */
    public static GradientCheck of(Network network, Input input, Target target) {
        double[][] inputs = {Input.required("gradientCheck()", input).values()};
        double[][] targets = {Target.required("gradientCheck()", target).values()};
        return of(network, inputs, targets);
    }

    /**
     * Checks every parameter on a batch.
     *
     * @param network the network
     * @param inputs one row per sample
     * @param targets one row per sample
     * @return one row per parameter
     */
    public static GradientCheck of(Network network, double[][] inputs, double[][] targets) {
        return of(network, changed -> changed.forward(inputs), pairs(inputs, targets));
    }

    /**
     * Checks every parameter on a batch as it goes forward in training: with the masks of one iteration, and batch normalisation
     * by the batch.
     *
     * @param network the network
     * @param iteration the number of the update, from 1
     * @param inputs one row per sample
     * @param targets one row per sample
     * @return one row per parameter
     */
    public static GradientCheck ofTraining(Network network, long iteration, double[][] inputs, double[][] targets) {
        return of(network, changed -> changed.trainingForward(iteration, inputs), pairs(inputs, targets));
    }

    private static double[][] pairs(double[][] inputs, double[][] targets) {
        if (inputs != null && targets != null && inputs.length != targets.length) {
            throw new IllegalArgumentException("gradientCheck() got " + inputs.length + " rows of inputs and "
                    + targets.length + " of targets, but it needs one target for each.");
        }
        return targets;
    }

    private static GradientCheck of(Network network, Function<Network, Forward> pass, double[][] targets) {
        Deltas deltas =
                pass.apply(given("gradientCheck()", network, "a network")).deltas(targets);
        CentralDifference difference = new CentralDifference(network, pass, targets);
        ParameterLayout layout = network.parameters().layout();
        List<Row> rows = layout.readingOrder().stream()
                .filter(index -> layout.blockOf(index).kind() != ParameterBlock.Kind.STATISTICS)
                .map(layout::name)
                .map(name -> difference.row(name, deltas.gradient(name)))
                .toList();
        return new GradientCheck(network, rows);
    }

    /**
     * Whether no row differs.
     *
     * @return true if every parameter agrees or is not differentiable here
     */
    public boolean passes() {
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.DIFFERS);
    }

    /**
     * The row of a parameter.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * gradientCheck(net, x(2), y(3)).at("w").analytic(); // −4.0
     * }</pre>
     *
     * @param parameter such as {@code w5}
     * @return its row
     */
    public Row at(String parameter) {
        network.parameters().indexOf(parameter);
        return rows.stream()
                .filter(row -> row.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The largest relative error of the parameters that have a derivative.
     *
     * @return 0 if none has
     */
    public double largestRelativeError() {
        return rows.stream()
                .filter(row -> row.verdict() != Verdict.NOT_DIFFERENTIABLE)
                .mapToDouble(Row::relativeError)
                .max()
                .orElse(0);
    }

    /** The verdict in one line: {@code GradientCheck passes: 8 parameters, largest relative error 1.2e−10}. */
    @Override
    public String toString() {
        long kinks = rows.stream()
                .filter(row -> row.verdict() == Verdict.NOT_DIFFERENTIABLE)
                .count();
        return "GradientCheck " + (passes() ? "passes" : "fails") + ": " + rows.size()
                + " parameters, largest relative error " + Numbers.rounded(largestRelativeError())
                + (kinks > 0 ? ", " + kinks + " not differentiable here" : "");
    }
}
