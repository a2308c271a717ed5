package org.chainrule.layer;

import java.util.List;
import org.chainrule.activation.Activation;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * One layer: what its units are called, which parameters it has, and its forward rule beside its backward rule.
 *
 * <p>A layer holds no numbers. Parameters and gradients come in as the network's one array, of which the layer's
 * {@linkplain #blocks() blocks} say which part is its own.
 */
public sealed interface Layer permits Dense {
    /**
     * The units in order.
     *
     * @return their names
     */
    Names units();

    /**
     * How many values one sample brings in.
     *
     * @return inputs of each unit
     */
    int inputs();

    /**
     * The function of every unit.
     *
     * @return the activation
     */
    Activation activation();

    /**
     * The parameters of this layer.
     *
     * @return weights, then biases if there are any
     */
    List<ParameterBlock> blocks();

    /**
     * Forward rule: fills {@code preActivation} and {@code output} from {@code input}.
     *
     * @param parameters all parameters of the network
     * @param buffers of this layer
     */
    void forward(double[] parameters, LayerBuffers buffers);

    /**
     * First half of the backward rule: fills {@code delta} from {@code outputGradient}.
     *
     * @param buffers of this layer, after {@link #forward}
     */
    void delta(LayerBuffers buffers);

    /**
     * Second half of the backward rule: writes this layer's part of the gradients from {@code delta}.
     *
     * @param buffers of this layer, after {@link #delta}
     * @param gradients of all parameters of the network
     */
    void gradients(LayerBuffers buffers, double[] gradients);

    /**
     * Hands the gradient on: dC / d input from {@code delta}.
     *
     * @param parameters all parameters of the network
     * @param buffers of this layer, after {@link #delta}
     * @param inputGradient receives samples × inputs
     */
    void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient);
}
