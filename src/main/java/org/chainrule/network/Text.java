package org.chainrule.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Elementwise;
import org.chainrule.formula.Numbers;

/** Small pieces of wording that the messages of this package share. */
final class Text {
    private Text() {}

    /** {@code (1, 2)}, of many only the first: {@code (0, 0.5, 1, … 784 in all)}. */
    static String tuple(double[] values) {
        int shown = values.length <= 8 ? values.length : 3;
        String more = shown < values.length ? ", … " + values.length + " in all)" : ")";
        return Arrays.stream(values).limit(shown).mapToObj(Numbers::given).collect(Collectors.joining(", ", "(", more));
    }

    /** Values that must be there. */
    static double[] values(String call, double[] values) {
        if (values == null) {
            throw new IllegalArgumentException(call + " got null, but it needs numbers.");
        }
        return values;
    }

    /** What a description of a network says of itself as long as it is none. */
    static String unfinished(String described, String next) {
        return "A network " + described + ", not finished yet: " + next + " comes next.";
    }

    /** A description of so many layers, whose last one gives values of a shape; first of all it needs its weights. */
    static String unfinished(NetworkSketch sketch, String kind, String next) {
        String layers = sketch.layers().isEmpty()
                ? "without layers"
                : "of " + count(sketch.layers().size(), "layer");
        return unfinished(
                layers + " that gives " + kind + sketch.shape(),
                sketch.missing().orElse(next));
    }

    /** {@code 1 value}, {@code 2 values}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Any activation, but there must be one. */
    static Activation activation(String call, Activation activation) {
        if (activation == null) {
            throw new IllegalArgumentException(call + " got null, but it needs one such as relu() or identity().");
        }
        return activation;
    }

    /** An activation that each unit applies for itself. */
    static Elementwise elementwise(String call, Activation activation) {
        if (activation instanceof Elementwise elementwise) {
            return elementwise;
        }
        throw new IllegalArgumentException(call + " got " + activation
                + ", but this layer needs a function that each unit applies for itself, such as relu() or tanh().");
    }

    /** A count of inputs or units must be at least 1. */
    static void checkCount(String call, int count, String noun) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    call + " got " + count + ", but a network needs at least 1 " + noun + " there.");
        }
    }
}
