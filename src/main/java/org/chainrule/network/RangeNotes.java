package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.activation.Activation;
import org.chainrule.activation.CustomActivation;
import org.chainrule.activation.Range;
import org.chainrule.activation.Sigmoid;
import org.chainrule.activation.Softmax;
import org.chainrule.formula.Numbers;
import org.chainrule.layer.Flatten;
import org.chainrule.layer.Layer;
import org.chainrule.layer.SimpleRnn;
import org.chainrule.loss.ElementwiseLoss;
import org.chainrule.loss.Loss;
import org.chainrule.math.Matrix;

/** Says when loss and output do not fit: predictions that the loss makes no sense of, targets that the output cannot reach. */
public final class RangeNotes {
    private RangeNotes() {}

    /**
     * A sentence if the output layer gives numbers that the loss makes no sense of, as an identity in front of a cross-entropy.
     *
     * @param network the output layer and the loss count
     * @return empty if they fit
     */
    public static Optional<String> ofLoss(Network network) {
        Range possible = network.loss().predictions();
        Range given = outputRange(network);
        if (outputActivation(network) instanceof CustomActivation) {
            return Optional.empty(); // nobody knows its range
        }
        if (given.infimum() >= possible.infimum() && given.supremum() <= possible.supremum()) {
            return Optional.empty();
        }
        return Optional.of(network.loss().name() + " takes the logarithm of predictions in " + possible + ", but "
                + fault(network) + ".");
    }

    /** What the outputs come from, and what to do. */
    private static String fault(Network network) {
        Loss loss = network.loss();
        String fitting = Stream.of(new Softmax(), new Sigmoid())
                .filter(loss::fusesWith)
                .map(activation -> activation.name() + "()")
                .collect(Collectors.joining(" or "));
        if (outputActivation(network) == Layer.NO_ACTIVATION) {
            int units = network.outputs().size() / network.outputSteps();
            return "the outputs come from a layer without an activation, " + lastThatComputes(network) + ": add .layer("
                    + units + ").activation(" + fitting + ") behind it";
        }
        return "the " + outputActivation(network).name() + " of the outputs gives numbers in " + outputRange(network)
                + ": use " + fitting + " there";
    }

    /**
     * One sentence if loss and output do not fit, and one per output unit that has unreachable targets.
     *
     * @param network the output layer and the loss count
     * @param targets samples × outputs
     * @return no sentence if all is well
     */
    public static List<String> of(Network network, Matrix targets) {
        List<String> notes = new ArrayList<>(ofLoss(network).stream().toList());
        if (!(network.loss() instanceof ElementwiseLoss)) {
            return notes;
        }
        for (int output = 0; output < targets.columns(); output++) {
            int first = firstUnreachable(outputRange(network), targets, output);
            if (first >= 0) {
                notes.add(note(network, targets, first, output));
            }
        }
        return notes;
    }

    private static int firstUnreachable(Range range, Matrix targets, int output) {
        for (int sample = 0; sample < targets.rows(); sample++) {
            double target = targets.get(sample, output);
            if (range.nearest(target) != target) {
                return sample;
            }
        }
        return -1;
    }

    private static String note(Network network, Matrix targets, int sample, int output) {
        Activation activation = outputActivation(network);
        return "target " + targets.get(sample, output) + " lies outside " + activation.range() + ", the range of the "
                + activation.name() + " of " + network.outputs().get(output) + ": the loss cannot go below "
                + Numbers.rounded(smallestLoss(network, targets)) + ".";
    }

    /**
     * The loss that no parameters can beat: every output at the value nearest to its target.
     *
     * @param network the output layer and the loss count
     * @param targets samples × outputs
     * @return the infimum over all outputs within the range
     */
    static double smallestLoss(Network network, Matrix targets) {
        Range range = outputRange(network);
        Loss loss = network.loss();
        double[] target = targets.toRowMajor();
        double[] nearest = new double[target.length];
        for (int i = 0; i < target.length; i++) {
            nearest[i] = range.nearest(target[i]);
        }
        return loss.value(nearest, target, targets.rows() * network.outputSteps());
    }

    private static Activation outputActivation(Network network) {
        Layer last = lastThatComputes(network);
        return last instanceof SimpleRnn recurrent ? recurrent.function() : last.activation();
    }

    /** Flattening hands on what it got. */
    private static Layer lastThatComputes(Network network) {
        List<Layer> layers = network.layers();
        int last = layers.size() - 1;
        while (last > 0 && layers.get(last) instanceof Flatten) {
            last--;
        }
        return layers.get(last);
    }

    private static Range outputRange(Network network) {
        return outputActivation(network).range();
    }
}
