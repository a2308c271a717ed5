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
import org.chainrule.initializer.Constant;
import org.chainrule.initializer.Distribution;
import org.chainrule.initializer.He;
import org.chainrule.initializer.Initializer;
import org.chainrule.initializer.LeCun;
import org.chainrule.initializer.Normal;
import org.chainrule.initializer.Uniform;
import org.chainrule.initializer.Xavier;
import org.chainrule.loss.BinaryCrossEntropy;
import org.chainrule.loss.CategoricalCrossEntropy;
import org.chainrule.loss.HalfSquaredError;
import org.chainrule.loss.Huber;
import org.chainrule.loss.Loss;
import org.chainrule.loss.MeanAbsoluteError;
import org.chainrule.loss.MeanSquaredError;
import org.chainrule.loss.Reduction;
import org.chainrule.loss.SparseCategoricalCrossEntropy;
import org.chainrule.math.Seed;

/** The words for initial weights, activations and losses, part of {@link Chainrule}. */
public abstract sealed class RuleWords extends ModelWords permits DataWords {
    RuleWords() {}

    // --- random numbers and initial weights

    /**
     * Where random numbers start: the same seed gives the same bits on every machine.
     *
     * <pre>{@code normal(0.1, seed(42)); // the same numbers every time}</pre>
     *
     * @param value any whole number
     * @return the seed
     */
    public static Seed seed(long value) {
        return new Seed(value);
    }

    /**
     * All weights zero, from which no layer learns well: its units stay equal.
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(zeros()).loss(halfSquaredError());}</pre>
     *
     * @return the initializer
     */
    public static Initializer zeros() {
        return constant(0);
    }

    /**
     * All weights equal; units that start equal stay equal.
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(constant(0.1)).loss(halfSquaredError());}</pre>
     *
     * @param value of every weight, finite
     * @return the initializer
     */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /**
     * Weights from N(0, σ).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(normal(0.1, seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param sigma standard deviation σ, at least 0
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer normal(double sigma, Seed seed) {
        return new Normal(sigma, seed);
    }

    /**
     * Weights from U(−a, a).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(uniform(0.1, seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param bound a, at least 0
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer uniform(double bound, Seed seed) {
        return new Uniform(bound, seed);
    }

    /**
     * LeCun's initial weights: N(0, σ), σ = √(1 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(lecun(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer lecun(Seed seed) {
        return new LeCun(Distribution.NORMAL, seed);
    }

    /**
     * LeCun's initial weights, evenly spread: U(−a, a), a = √(3 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(lecunUniform(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer lecunUniform(Seed seed) {
        return new LeCun(Distribution.UNIFORM, seed);
    }

    /**
     * Xavier Glorot's initial weights, for sigmoid and tanh: U(−a, a), a = √(6 / (fan_in + fan_out)).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(xavier(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer xavier(Seed seed) {
        return new Xavier(Distribution.UNIFORM, seed);
    }

    /**
     * Xavier Glorot's initial weights in their normal form: N(0, σ), σ = √(2 / (fan_in + fan_out)).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(xavierNormal(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer xavierNormal(Seed seed) {
        return new Xavier(Distribution.NORMAL, seed);
    }

    /**
     * Kaiming He's initial weights, for ReLU: N(0, σ), σ = √(2 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(he(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer he(Seed seed) {
        return new He(Distribution.NORMAL, seed);
    }

    /**
     * Kaiming He's initial weights, evenly spread: U(−a, a), a = √(6 / fan_in).
     *
     * <pre>{@code network().inputs(2).layer(3).activation(tanh()).init(heUniform(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param seed as {@code seed(1)}
     * @return the initializer
     */
    public static Initializer heUniform(Seed seed) {
        return new He(Distribution.UNIFORM, seed);
    }

    // --- activations

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

    // --- losses

    /**
     * Half squared error: ½(Ya − Yp)² summed over the outputs, mean over the samples; derivative Yp − Ya.
     *
     * <p>{@code halfSquaredError().scale(1.0 / 100)} is the slide's 1/100 · Σ ½(Ya − Yp)².
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).loss(y(3)); // 2.00
     * }</pre>
     *
     * @return the loss
     */
    public static Loss halfSquaredError() {
        return new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * Mean squared error: the mean of (Ya − Yp)² over samples and outputs; derivative 2(Yp − Ya) / N.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(meanSquaredError());
     * net.forward(2).loss(y(3)); // 4.00
     * }</pre>
     *
     * @return the loss
     */
    public static Loss meanSquaredError() {
        return new MeanSquaredError(Reduction.MEAN);
    }

    /**
     * Mean absolute error: the mean of |Ya − Yp| over samples and outputs.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(meanAbsoluteError());
     * net.forward(2).loss(y(3)); // 2.00
     * }</pre>
     *
     * @return the loss
     */
    public static Loss meanAbsoluteError() {
        return new MeanAbsoluteError(Reduction.MEAN);
    }

    /**
     * Huber's loss with the threshold {@value org.chainrule.loss.Huber#DEFAULT_THRESHOLD}: squared near the target, linear far
     * from it.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(huber());
     * net.forward(2).loss(y(3)); // 1.50
     * }</pre>
     *
     * @return the loss
     */
    public static Loss huber() {
        return huber(Huber.DEFAULT_THRESHOLD);
    }

    /**
     * Huber's loss: ½e² up to a threshold, linear beyond it; mean over samples and outputs.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(huber(0.5));
     * net.forward(2).loss(y(3)); // 0.875
     * }</pre>
     *
     * @param threshold positive
     * @return the loss
     */
    public static Loss huber(double threshold) {
        return new Huber(threshold, Reduction.MEAN);
    }

    /**
     * Binary cross-entropy: −(Ya ln Yp + (1 − Ya) ln(1 − Yp)), mean over samples and outputs; behind a sigmoid δ = Yp − Ya.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(sigmoid()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(binaryCrossEntropy());
     * net.forward(0).loss(y(1)); // 0.6931
     * }</pre>
     *
     * @return the loss
     */
    public static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy(Reduction.MEAN);
    }

    /**
     * Cross-entropy of one-hot targets: −Σ Ya ln Yp, mean over the samples; behind a softmax δ = Yp − Ya.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(categoricalCrossEntropy());
     * net.forward(0, Math.log(3)).loss(y(0, 1)); // 0.2877
     * }</pre>
     *
     * @return the loss
     */
    public static Loss categoricalCrossEntropy() {
        return new CategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES);
    }

    /**
     * Cross-entropy of labels 0, 1, …: −ln Yp_label, mean over the samples.
     *
     * <pre>{@code
     * var net = network().inputs(2).layer(2).activation(softmax()).weights(new double[][] {{1, 0}, {0, 1}}).biases(0, 0)
     *     .loss(sparseCategoricalCrossEntropy());
     * net.forward(0, Math.log(3)).loss(y(1)); // 0.2877
     * }</pre>
     *
     * @return the loss
     */
    public static Loss sparseCategoricalCrossEntropy() {
        return new SparseCategoricalCrossEntropy(Reduction.MEAN_OVER_SAMPLES);
    }
}
