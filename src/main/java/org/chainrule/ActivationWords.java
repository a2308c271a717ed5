package org.chainrule;

import java.util.function.DoubleUnaryOperator;
import org.chainrule.activation.Activation;
import org.chainrule.activation.CustomActivation;
import org.chainrule.activation.Elu;
import org.chainrule.activation.Identity;
import org.chainrule.activation.LeakyRelu;
import org.chainrule.activation.Relu;
import org.chainrule.activation.Sigmoid;
import org.chainrule.activation.Softmax;
import org.chainrule.activation.Softplus;
import org.chainrule.activation.Tanh;

/** The words for activations, part of {@link Chainrule}. */
public abstract sealed class ActivationWords extends InitializerWords permits LossWords {
    ActivationWords() {}

    /**
     * No activation: f(z) = z, range (−∞, ∞).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // −1.00
     * }</pre>
     *
     * @return the activation
     */
    public static Activation identity() {
        return new Identity();
    }

    /**
     * The logistic function: f(z) = 1 / (1 + e^(−z)), f′ = f(1 − f), range (0, 1).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(sigmoid()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // 0.2689
     * }</pre>
     *
     * @return the activation
     */
    public static Activation sigmoid() {
        return new Sigmoid();
    }

    /**
     * The hyperbolic tangent: f′ = 1 − f², range (−1, 1).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(tanh()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // −0.7616
     * }</pre>
     *
     * @return the activation
     */
    public static Activation tanh() {
        return new Tanh();
    }

    /**
     * The rectified linear unit: f(z) = max(0, z), f′ = 1 for z &gt; 0, else 0; range [0, ∞).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(relu()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // 0.00
     * }</pre>
     *
     * @return the activation
     */
    public static Activation relu() {
        return new Relu();
    }

    /**
     * Leaky ReLU with the slope {@value org.chainrule.activation.LeakyRelu#DEFAULT_SLOPE}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(leakyRelu()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // −0.01
     * }</pre>
     *
     * @return the activation
     */
    public static Activation leakyRelu() {
        return leakyRelu(LeakyRelu.DEFAULT_SLOPE);
    }

    /**
     * Leaky ReLU: f(z) = z for z &gt; 0, slope·z otherwise.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(leakyRelu(0.1)).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // −0.10
     * }</pre>
     *
     * @param slope of the negative side, from 0 up to, not including, 1
     * @return the activation
     */
    public static Activation leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /**
     * The exponential linear unit with α = {@value org.chainrule.activation.Elu#DEFAULT_ALPHA}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(elu()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // −0.6321
     * }</pre>
     *
     * @return the activation
     */
    public static Activation elu() {
        return elu(Elu.DEFAULT_ALPHA);
    }

    /**
     * The exponential linear unit: f(z) = z for z &gt; 0, α(e^z − 1) otherwise; range (−α, ∞).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(elu(2)).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // −1.2642
     * }</pre>
     *
     * @param alpha α, positive
     * @return the activation
     */
    public static Activation elu(double alpha) {
        return new Elu(alpha);
    }

    /**
     * The smooth ReLU: f(z) = ln(1 + e^z), f′ = sigmoid(z), range (0, ∞).
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(softplus()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(-2).at("out"); // 0.3133
     * }</pre>
     *
     * @return the activation
     */
    public static Activation softplus() {
        return new Softplus();
    }

    /**
     * Softmax over the units of the layer: e^(z_j) / Σ_k e^(z_k), outputs that add up to 1.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * net.forward(0, Math.log(3)).prediction().get(0, 1); // 0.75
     * }</pre>
     *
     * @return the activation
     */
    public static Activation softmax() {
        return new Softmax();
    }

    /**
     * An activation of your own.
     *
     * <pre>{@code
     * var sigmoid = new org.chainrule.activation.Sigmoid();
     * var swish = activation("swish",
     *     z -> z * sigmoid.value(z),
     *     z -> sigmoid.value(z) + z * sigmoid.value(z) * (1 - sigmoid.value(z)));
     * }</pre>
     *
     * @param name as it is printed
     * @param rule f(z)
     * @param derivative f′(z); a gradient check shows whether it is right
     * @return the activation
     */
    public static Activation activation(String name, DoubleUnaryOperator rule, DoubleUnaryOperator derivative) {
        return new CustomActivation(name, rule, derivative);
    }
}
