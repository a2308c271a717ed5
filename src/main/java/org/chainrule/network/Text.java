package org.chainrule.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Elementwise;
import org.chainrule.formula.Numbers;

/** Small pieces of wording that the messages of this package share. */
final class Text {
    private Text() {}

    /** {@code (1, 2)}. */
    static String tuple(double[] values) {
        return Arrays.stream(values).mapToObj(Numbers::given).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code 1 value}, {@code 2 values}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
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
