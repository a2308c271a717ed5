package org.chainrule.network;

import java.util.stream.IntStream;
import org.chainrule.parameter.ParameterLayout;

/** The values of the frozen parameters (and of running statistics), put back after each step of an optimizer. */
public final class Frozen {
    private final int[] indices;
    private final double[] values;

    private Frozen(int[] indices, double[] values) {
        this.indices = indices;
        this.values = values;
    }

    /**
     * The frozen parameters of a network.
     *
     * @param network with its values
     * @return where they are and what they are
     */
    public static Frozen of(Network network) {
        ParameterLayout layout = network.parameters().layout();
        int[] indices = layout.blocks().stream()
                .flatMapToInt(block -> block.frozen().stream().map(i -> i + block.offset()))
                .toArray();
        double[] values =
                IntStream.of(indices).mapToDouble(network.parameters()::at).toArray();
        return new Frozen(indices, values);
    }

    /**
     * Whether all parameters can move.
     *
     * @return true if none is frozen
     */
    boolean isEmpty() {
        return indices.length == 0;
    }

    /**
     * Takes the values to put back from the parameters as they are now, before a step: the way back in training may have
     * moved running statistics.
     *
     * @param parameters all parameters
     */
    public void keep(double[] parameters) {
        for (int i = 0; i < indices.length; i++) {
            values[i] = parameters[indices[i]];
        }
    }

    /**
     * Puts the frozen values back.
     *
     * @param parameters all parameters, changed in place
     */
    public void restore(double[] parameters) {
        for (int i = 0; i < indices.length; i++) {
            parameters[indices[i]] = values[i];
        }
    }

    /**
     * Takes the frozen parameters out of a gradient, so that they count in no norm.
     *
     * @param gradients of all parameters, changed in place
     */
    public void clear(double[] gradients) {
        for (int index : indices) {
            gradients[index] = 0;
        }
    }
}
