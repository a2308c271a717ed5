package org.chainrule.check;

import java.util.List;
import org.chainrule.check.GradientCheck.Row;
import org.chainrule.check.GradientCheck.Verdict;
import org.chainrule.layer.Layer;
import org.chainrule.math.Matrix;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;

/** The derivative of the loss by one parameter, measured instead of derived. */
final class CentralDifference {
    /** Below this a difference of two losses is rounding, not slope. */
    private static final double ROUNDING = 1e-9;

    private final Network network;
    private final double[][] inputs;
    private final double[][] targets;

    CentralDifference(Network network, double[][] inputs, double[][] targets) {
        this.network = network;
        this.inputs = inputs;
        this.targets = targets;
    }

    Row row(String parameter, double analytic) {
        double value = network.parameters().at(parameter);
        double step = GradientCheck.STEP * Math.max(1, Math.abs(value));
        Forward below = network.with(parameter, value - step).forward(inputs);
        Forward above = network.with(parameter, value + step).forward(inputs);
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
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            List<Double> kinks = layer.activation().kinks();
            if (crosses(
                    kinks, below.preActivations().get(i), above.preActivations().get(i))) {
                return true;
            }
        }
        return false;
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
