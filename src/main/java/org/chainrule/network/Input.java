package org.chainrule.network;

/**
 * The inputs of one sample, as the DSL writes them: {@code x(1, 2)}.
 *
 * @param values one per input of the network
 */
public record Input(double... values) {
    public Input {
        values = values.clone();
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
