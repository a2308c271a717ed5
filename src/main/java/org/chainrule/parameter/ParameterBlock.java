package org.chainrule.parameter;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The weights or the biases of one layer: a matrix inside the network's one array of parameters.
 *
 * @param kind weights, biases, scales, states or statistics
 * @param offset where the block starts in the array
 * @param rows units, or bias slots
 * @param columns inputs of each unit, 1 for biases and scales
 * @param names one per parameter, row-major
 * @param frozen the parameters that updates leave alone, by index in the block
 */
public record ParameterBlock(Kind kind, int offset, int rows, int columns, Names names, BitSet frozen) {
    /** What a block holds. */
    public enum Kind {
        /** units × inputs. */
        WEIGHTS,
        /** One slot per bias; several units may point to one slot. */
        BIASES,
        /** γ of a batch normalisation, one per unit or channel. */
        SCALES,
        /** What a recurrent layer remembers before the first step: given, not learned, always frozen. */
        STATES,
        /** Running mean and variance of a batch normalisation: measured in the forward pass, not learned, always frozen. */
        STATISTICS
    }

    public ParameterBlock {
        frozen = (BitSet) frozen.clone();
    }

    @Override
    public BitSet frozen() {
        return (BitSet) frozen.clone();
    }

    /**
     * How many parameters the block has.
     *
     * @return rows × columns
     */
    public int size() {
        return rows * columns;
    }

    /**
     * The first index after the block.
     *
     * @return offset + size
     */
    public int end() {
        return offset + size();
    }

    /**
     * Sets the block's part of an array to zero.
     *
     * @param values one number per parameter of the network
     */
    public void clear(double[] values) {
        Arrays.fill(values, offset, end(), 0);
    }

    /**
     * Whether updates leave a parameter alone.
     *
     * @param index in the network's array
     * @return true if frozen
     */
    public boolean isFrozen(int index) {
        return frozen.get(index - offset);
    }
}
