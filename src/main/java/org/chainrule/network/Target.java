package org.chainrule.network;

/**
 * What the network should answer for one sample, as the DSL writes it: {@code y(3)}.
 *
 * @param values one per output of the network
 */
public record Target(double... values) {
    public Target {
        values = Text.values("y()", values).clone();
    }

    /**
     * A target that must be there.
     *
     * @param call what a complaint says was called
     * @param target maybe null
     * @return the target
     * @throws IllegalArgumentException if it is null
     */
    public static Target required(String call, Target target) {
        if (target == null) {
            throw new IllegalArgumentException(call + " got null, but it needs the target of one sample: y(3).");
        }
        return target;
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
