package org.chainrule.network;

/**
 * The inputs of one sample, as the DSL writes them: {@code x(1, 2)}.
 *
 * @param values one per input of the network
 */
public record Input(double... values) {
    public Input {
        values = Text.values("x()", values).clone();
    }

    /**
     * An input that must be there.
     *
     * @param call what a complaint says was called
     * @param input maybe null
     * @return the input
     * @throws IllegalArgumentException if it is null
     */
    public static Input required(String call, Input input) {
        if (input == null) {
            throw new IllegalArgumentException(call + " got null, but it needs the values of one sample: x(1, 2).");
        }
        return input;
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "x" + Text.tuple(values);
    }
}
