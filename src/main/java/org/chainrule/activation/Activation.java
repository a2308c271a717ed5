package org.chainrule.activation;

import java.util.Collections;
import java.util.List;

/**
 * The function that a layer applies to its pre-activations, a rule beside its derivative.
 *
 * <p>Most functions are {@link Elementwise}: each unit for itself. {@link Softmax} looks at all units of the layer.
 */
public sealed interface Activation permits Elementwise, Softmax {
    /**
     * The field's name of the function.
     *
     * @return such as {@code sigmoid}
     */
    String name();

    /**
     * What values an output can take.
     *
     * @return the range
     */
    Range range();

    /**
     * Forward rule of a batch: {@code output = f(z)}.
     *
     * @param z pre-activations, samples × units, row-major
     * @param output receives the outputs, the same shape
     * @param units the number of columns
     */
    void apply(double[] z, double[] output, int units);

    /**
     * Backward rule of a batch: δ = dC/dz from dC/d(output).
     *
     * @param batch z, output and dC/d(output), each samples × units, row-major
     * @param delta receives δ, the same shape
     * @param units the number of columns
     */
    void backward(Batch batch, double[] delta, int units);

    /**
     * What the forward pass left and the backward pass brings, each samples × units, row-major.
     *
     * @param z pre-activations
     * @param output f(z)
     * @param outputGradient dC/d(output)
     */
    record Batch(double[] z, double[] output, double[] outputGradient) {}

    /**
     * Where f is not differentiable.
     *
     * @return the pre-activations, empty for a smooth function
     */
    default List<Double> kinks() {
        return Collections.emptyList();
    }
}
