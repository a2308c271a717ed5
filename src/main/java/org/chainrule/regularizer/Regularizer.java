package org.chainrule.regularizer;

import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;

/**
 * A penalty on large parameters that joins the loss of the data: C = data + penalty.
 *
 * <p>It reaches the weights only; {@link #includingBiases} makes it reach the biases too.
 */
public sealed interface Regularizer permits NoRegularizer, L1, L2, L2Norm, ElasticNet {
    /** No penalty. */
    Regularizer NONE = new NoRegularizer();

    /**
     * The penalty of one block.
     *
     * @param parameters all parameters of the network
     * @param from the block's first index
     * @param to the first index after it
     * @return at least 0
     */
    double penalty(double[] parameters, int from, int to);

    /**
     * Adds the gradient of one block's penalty to that of the loss.
     *
     * @param parameters all parameters of the network
     * @param gradients changed in place
     * @param from the block's first index
     * @param to the first index after it
     */
    void addGradient(double[] parameters, double[] gradients, int from, int to);

    /**
     * The penalty of all blocks that it reaches.
     *
     * @param parameters all parameters of the network
     * @param layout which of them are weights
     * @return at least 0
     */
    default double penalty(double[] parameters, ParameterLayout layout) {
        double sum = 0;
        for (ParameterBlock block : layout.blocks()) {
            if (reaches(block)) {
                sum += penalty(parameters, block.offset(), block.end());
            }
        }
        return sum;
    }

    /**
     * Adds the gradient of the penalty to that of the loss.
     *
     * @param parameters all parameters of the network
     * @param gradients changed in place
     * @param layout which of them are weights
     */
    default void addGradient(double[] parameters, double[] gradients, ParameterLayout layout) {
        for (ParameterBlock block : layout.blocks()) {
            if (reaches(block)) {
                addGradient(parameters, gradients, block.offset(), block.end());
            }
        }
    }

    /**
     * Whether biases are penalised too.
     *
     * @return false unless asked for
     */
    boolean biases();

    /**
     * The same penalty on weights and biases.
     *
     * @return a new regularizer
     */
    Regularizer includingBiases();

    /**
     * The penalty of a network: {@code l2(0.01).penalty(net.parameters())}.
     *
     * @param parameters its parameters
     * @return at least 0
     */
    default double penalty(ParameterValues parameters) {
        return penalty(parameters.toArray(), parameters.layout());
    }

    /**
     * Whether a block is penalised.
     *
     * @param block weights or biases of a layer
     * @return true for weights, and for biases if asked for
     */
    default boolean reaches(ParameterBlock block) {
        return block.kind() == Kind.WEIGHTS || (biases() && block.kind() == Kind.BIASES);
    }
}
