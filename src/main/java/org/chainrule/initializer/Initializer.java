package org.chainrule.initializer;

/**
 * How the weights of a layer start. Biases start at zero.
 *
 * <p>Example: {@code network().inputs(784).layer(128).activation(relu()).init(he(seed(1)))}. Two layers never draw the same
 * numbers, also with the same seed, because each draws from a stream of its own.
 */
public sealed interface Initializer permits Constant, Normal, Uniform, LeCun, Xavier, He {
    /**
     * The rule as text.
     *
     * @return such as {@code w ~ N(0, σ), σ = √(2 / fan_in)}
     */
    String formula();

    /**
     * How far the weights spread around zero.
     *
     * @param fans of the layer
     * @return the standard deviation σ of the distribution
     */
    double standardDeviation(Fans fans);

    /**
     * The initial weights of a layer.
     *
     * @param count how many
     * @param fans of the layer
     * @param layer which layer it is; another number draws other weights
     * @return a new array
     */
    double[] draw(int count, Fans fans, int layer);
}
