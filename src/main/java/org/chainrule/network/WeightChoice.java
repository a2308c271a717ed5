package org.chainrule.network;

import java.util.Optional;
import java.util.stream.Stream;
import org.chainrule.formula.Require;
import org.chainrule.initializer.Fans;
import org.chainrule.initializer.Initializer;

/**
 * Where the weights and biases of a layer come from, other than a fully connected one: given, or drawn.
 *
 * @param weights one row per unit, none if not given
 * @param recurrent one row per unit, none if not given
 * @param biases one per unit, none if not given
 * @param initializer what draws the weights that are not given
 */
record WeightChoice(double[][] weights, double[][] recurrent, double[] biases, Optional<Initializer> initializer) {
    /** Nothing chosen yet. */
    static final WeightChoice NONE =
            new WeightChoice(new double[0][], new double[0][], new double[0], Optional.empty());

    WeightChoice withWeights(double[][] rows) {
        return new WeightChoice(copy(rows), recurrent, biases, initializer);
    }

    WeightChoice withRecurrent(double[][] rows) {
        return new WeightChoice(weights, copy(rows), biases, initializer);
    }

    WeightChoice withBiases(double[] values) {
        return new WeightChoice(weights, recurrent, values.clone(), initializer);
    }

    WeightChoice with(Initializer rule, String layer) {
        if (rule == null) {
            throw new IllegalArgumentException(
                    "init() got null for the " + layer + " layer, but it needs one such as he(seed(1)).");
        }
        return new WeightChoice(weights, recurrent, biases, Optional.of(rule));
    }

    private static double[][] copy(double[][] rows) {
        return Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** What is still to be said of the weights. */
    Optional<String> missing() {
        return initializer.isPresent() || weights.length > 0
                ? Optional.empty()
                : Optional.of(".init(…) or .weights(…)");
    }

    /** What is still to be said of the weights and recurrent weights. */
    Optional<String> missingOfRecurrent() {
        return initializer.isPresent() || weights.length == 0 || recurrent.length > 0
                ? missing()
                : Optional.of(".recurrentWeights(…)");
    }

    /** The weights, units × inputs, or an error that names what is missing. */
    double[] start(Draw draw, String layer) {
        return start(weights, draw, layer + " has no weights yet; add .init(…) or .weights(…) to it.");
    }

    /** The recurrent weights, units × units. */
    double[] recurrentStart(Draw draw, String layer) {
        return start(
                recurrent, draw, layer + " has no recurrent weights yet; add .init(…) or .recurrentWeights(…) to it.");
    }

    private double[] start(double[][] given, Draw draw, String missing) {
        if (given.length > 0) {
            return Stream.of(given).flatMapToDouble(java.util.Arrays::stream).toArray();
        }
        return initializer
                .map(rule -> rule.draw(draw.count(), draw.fans(), draw.stream()))
                .orElseThrow(() -> new IllegalArgumentException("loss() came, but the " + missing));
    }

    /**
     * What an initializer needs to know.
     *
     * @param count how many weights
     * @param fans how many values a unit reads, and how many units read a value
     * @param stream another number for each block of weights
     */
    record Draw(int count, Fans fans, int stream) {
        /** For a matrix. */
        static Draw of(int rows, int columns, Fans fans, int stream) {
            return new Draw(Require.size("the weights of layer " + Math.abs(stream), rows, columns), fans, stream);
        }
    }

    /** The biases: as given; zeros if the weights are drawn; else none. */
    double[] biasStart(int units) {
        return biases.length > 0 ? biases.clone() : new double[initializer.isPresent() ? units : 0];
    }
}
