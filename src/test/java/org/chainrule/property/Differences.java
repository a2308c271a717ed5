package org.chainrule.property;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Elu;
import org.chainrule.layer.Layer;
import org.chainrule.layer.SimpleRnn;
import org.chainrule.loss.ElementwiseLoss;
import org.chainrule.loss.Huber;
import org.chainrule.math.Matrix;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.parameter.ParameterBlock.Kind;

/**
 * The gradients of a loss against central differences of six values, Σ cₖ·(C(x + k·h) − C(x − k·h)) / h for k = 1, 2, 3. Their
 * error h⁶·C⁽⁷⁾/140 lies so far below that of two values that a relative error of 1e-7 can be asked for.
 */
final class Differences {
    /** The largest relative error that passes. */
    private static final double RELATIVE = 1e-7;

    /** What rounding leaves of a difference of losses of size 1. */
    private static final double ROUNDING = 2e-12;

    private static final double STEP = 1e-3;
    private static final double[] COEFFICIENTS = {3.0 / 4, -3.0 / 20, 1.0 / 60};

    private final Network network;
    private final double[][] inputs;
    private final double[][] targets;
    private final long iteration;
    private final List<String> wrong = new ArrayList<>();
    private int compared;
    private int kinks;

    private Differences(Network network, double[][] inputs, double[][] targets, long iteration) {
        this.network = network;
        this.inputs = inputs;
        this.targets = targets;
        this.iteration = iteration;
    }

    /** Every parameter and every input of a network, in a pass that learns. */
    static void assertTraining(Network network, double[][] inputs, double[][] targets) {
        new Differences(network, inputs, targets, 3).compareAll();
    }

    /** Every parameter and every input of a network, in a pass that uses it. */
    static void assertInference(Network network, double[][] inputs, double[][] targets) {
        new Differences(network, inputs, targets, 0).compareAll();
    }

    private void compareAll() {
        Deltas deltas = pass(network).deltas(targets);
        compareParameters(deltas);
        compareInputs(deltas.trace().inputGradients());
        assertTrue(wrong.isEmpty(), () -> network + " " + wrong);
        // a check that compares nothing proves nothing
        assertTrue(compared >= 3, () -> compared + " compared, " + kinks + " at kinks");
    }

    private void compareParameters(Deltas deltas) {
        var parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.layout().blockOf(i).kind() != Kind.STATISTICS) {
                String name = parameters.layout().name(i);
                double value = parameters.at(name);
                compare(name, deltas.gradient(name), by -> pass(network.with(name, value + by)));
            }
        }
    }

    private void compareInputs(Matrix gradients) {
        for (int sample = 0; sample < inputs.length; sample++) {
            for (int i = 0; i < inputs[sample].length; i++) {
                double[] row = inputs[sample];
                int at = i;
                double value = row[i];
                compare("input " + i + " of sample " + sample, gradients.get(sample, i), by -> {
                    row[at] = value + by;
                    Forward moved = pass(network);
                    row[at] = value;
                    return moved;
                });
            }
        }
    }

    private Forward pass(Network net) {
        return iteration > 0 ? net.trainingForward(iteration, inputs) : net.forward(inputs);
    }

    private void compare(String what, double analytic, DoubleFunction<Forward> moved) {
        double numeric = 0;
        double size = 1;
        List<Object> pieces = pieces(moved.apply(0));
        for (int k = 1; k <= COEFFICIENTS.length; k++) {
            Forward above = moved.apply(k * STEP);
            Forward below = moved.apply(-k * STEP);
            if (!pieces(above).equals(pieces) || !pieces(below).equals(pieces)) {
                kinks++;
                return;
            }
            double loss = above.loss(targets);
            numeric += COEFFICIENTS[k - 1] * (loss - below.loss(targets)) / STEP;
            size = Math.max(size, Math.abs(loss));
        }
        compared++;
        double allowed = RELATIVE * Math.max(Math.abs(analytic), Math.abs(numeric)) + ROUNDING * size;
        if (!(Math.abs(analytic - numeric) <= allowed)) {
            wrong.add(what + ": " + analytic + " is not " + numeric);
        }
    }

    /** Which smooth piece of every rule a pass used; between two pieces there is no derivative. */
    private List<Object> pieces(Forward pass) {
        List<Object> pieces = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            pieces.add(pass.trace().details().get(i).getOrDefault("winner", Matrix.ofRowMajor(1, new double[1])));
            if (layer instanceof SimpleRnn steps) {
                side(pass.trace().details().get(i).get("z").toRowMajor(), joints(steps.function()), pieces);
            }
            side(pass.preActivations().get(i).toRowMajor(), joints(layer.activation()), pieces);
        }
        if (network.loss() instanceof ElementwiseLoss loss) {
            double[] errors = pass.prediction().toRowMajor();
            for (int i = 0; i < errors.length; i++) {
                errors[i] -= targets[i / targets[0].length][i % targets[0].length];
            }
            side(errors, joints(loss), pieces);
        }
        return pieces;
    }

    /** Where pieces meet: the kinks, and 0 of an ELU without one, which no polynomial goes through. */
    private static List<Double> joints(Activation activation) {
        return activation instanceof Elu ? List.of(0.0) : activation.kinks();
    }

    private static List<Double> joints(ElementwiseLoss loss) {
        return loss instanceof Huber huber ? List.of(-huber.threshold(), huber.threshold()) : loss.kinks();
    }

    private static void side(double[] values, List<Double> joints, List<Object> pieces) {
        for (double joint : joints) {
            for (double value : values) {
                pieces.add(value > joint);
            }
        }
    }
}
