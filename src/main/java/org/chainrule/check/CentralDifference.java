package org.chainrule.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chainrule.check.GradientCheck.Row;
import org.chainrule.check.GradientCheck.Verdict;
import org.chainrule.layer.SimpleRnn;
import org.chainrule.math.Matrix;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;

/** The derivative of the loss by one parameter, measured instead of derived. */
final class CentralDifference {
    /** Below this a difference of two losses is rounding, not slope. */
    private static final double ROUNDING = 1e-9;

    private static final String WINNER = "winner";

    private final Network network;
    private final Function<Network, Forward> pass;
    private final double[][] targets;

    CentralDifference(Network network, Function<Network, Forward> pass, double[][] targets) {
        this.network = network;
        this.pass = pass;
        this.targets = targets;
    }

    Row row(String parameter, double analytic) {
        double value = network.parameters().at(parameter);
        double step = GradientCheck.STEP * Math.max(1, Math.abs(value));
        Forward below = pass.apply(network.with(parameter, value - step));
        Forward above = pass.apply(network.with(parameter, value + step));
        double numeric = (above.loss(targets) - below.loss(targets)) / (2 * step);
        double error = Math.abs(analytic - numeric);
        double size = Math.max(Math.abs(analytic), Math.abs(numeric));
        double relative = error == 0 ? 0 : error / size;
        boolean agrees = relative <= GradientCheck.TOLERANCE || error <= ROUNDING * scale(above);
        Verdict verdict =
                crossesKink(below, above) ? Verdict.NOT_DIFFERENTIABLE : agrees ? Verdict.AGREES : Verdict.DIFFERS;
        return new Row(parameter, analytic, numeric, error, relative, verdict);
    }

    private double scale(Forward pass) {
        return Math.max(pass.loss(targets), Double.MIN_NORMAL);
    }

    private boolean crossesKink(Forward below, Forward above) {
        return IntStream.range(0, network.layers().size())
                .anyMatch(i -> crosses(network.layers().get(i).activation().kinks(), z(below, i), z(above, i))
                        || crossesInAStep(i, below, above)
                        || changes(WINNER, details(below, i), details(above, i)));
    }

    /** A recurrent layer applies its function in every step. */
    private boolean crossesInAStep(int i, Forward below, Forward above) {
        return network.layers().get(i) instanceof SimpleRnn layer
                && crosses(
                        layer.function().kinks(),
                        details(below, i).get("z"),
                        details(above, i).get("z"));
    }

    private static Matrix z(Forward pass, int layer) {
        return pass.preActivations().get(layer);
    }

    private static Map<String, Matrix> details(Forward pass, int layer) {
        return pass.trace().details().get(layer);
    }

    /** Where another value becomes the largest, the largest has a kink. */
    private static boolean changes(String name, Map<String, Matrix> below, Map<String, Matrix> above) {
        return !Objects.equals(below.get(name), above.get(name));
    }

    private static boolean crosses(List<Double> kinks, Matrix below, Matrix above) {
        double[] from = below.toRowMajor();
        double[] to = above.toRowMajor();
        for (double kink : kinks) {
            for (int i = 0; i < from.length; i++) {
                boolean moves = from[i] != to[i];
                if (moves && Math.min(from[i], to[i]) <= kink && kink <= Math.max(from[i], to[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
