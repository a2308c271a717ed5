package org.chainrule.network;

/**
 * What the network should answer for one sample, as the DSL writes it: {@code y(3)}.
 *
 * @param values one per output of the network
 */
public record Target(double... values) {
    public Target {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "y" + Text.tuple(values);
    }
}
