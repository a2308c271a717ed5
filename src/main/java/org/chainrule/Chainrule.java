package org.chainrule;

import org.chainrule.check.GradientCheck;
import org.chainrule.layer.Normalization;
import org.chainrule.layer.Shape;
import org.chainrule.network.Input;
import org.chainrule.network.Network;
import org.chainrule.network.NetworkStart;
import org.chainrule.network.Target;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Weight;
import org.chainrule.training.LossBelow;
import org.chainrule.training.LossChangeBelow;
import org.chainrule.training.Patience;
import org.chainrule.training.Recording;
import org.chainrule.training.StopRule;
import org.chainrule.training.Training;

/**
 * The words of a notebook: {@code import static org.chainrule.Chainrule.*;}.
 *
 * <p>Every method delegates in one line to the class that holds the thing itself. Here are those of
 * networks and training; the others stand, by subject, in the classes that this one extends.
 *
 * <pre>{@code
 * var net = network()
 *     .inputs("x1", "x2")
 *     .layer("HN1", "HN2").activation(sigmoid())
 *         .into("HN1", w("w1", 0.1), w("w3", 0.1))
 *         .into("HN2", w("w2", 0.2), w("w4", 0.2))
 *         .sharedBias("b1", 1.0)
 *     .layer("ON").activation(sigmoid())
 *         .into("ON", w("w5", 0.3), w("w6", 0.4))
 *         .sharedBias("b2", 0.5)
 *     .loss(halfSquaredError());
 * net.forward(1, 2).at("ON");                 // 0.744323
 * net.forward(1, 2).deltas(y(3)).delta("ON"); // −0.429270
 * }</pre>
 */
public final class Chainrule extends WidgetWords {
    private Chainrule() {}

    // --- the network

    /**
     * Starts the description of a network.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).at("out"); // 1.0
     * }</pre>
     *
     * @return the first step: its inputs
     */
    public static NetworkStart network() {
        return new NetworkStart();
    }

    /**
     * A weight with its name and initial value.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5).frozen()).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(sgd(0.1)).newValue("w"); // 0.5
     * }</pre>
     *
     * @param name unique in the network, such as {@code "w1"}
     * @param value finite
     * @return the weight; {@code .frozen()} keeps it from being updated
     */
    public static Weight w(String name, double value) {
        return new Weight(name, value, false);
    }

    /**
     * A bias with its name and initial value.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).bias("out", b("b", 1))
     *     .loss(halfSquaredError());
     * net.forward(2).at("out"); // 2.0
     * }</pre>
     *
     * @param name unique in the network, such as {@code "b1"}
     * @param value finite
     * @return the bias; {@code .frozen()} keeps it from being updated
     */
    public static Bias b(String name, double value) {
        return new Bias(name, value, false);
    }

    /**
     * The inputs of one sample.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(1).run().loss(); // 0.50
     * }</pre>
     *
     * @param values one per input of the network
     * @return the input
     */
    public static Input x(double... values) {
        return new Input(values);
    }

    /**
     * The target of one sample.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).loss(); // 2.0
     * }</pre>
     *
     * @param values one per output of the network
     * @return the target
     */
    public static Target y(double... values) {
        return new Target(values);
    }

    /**
     * Inputs that are an image: {@code network().inputs(image(1, 28, 28)).conv2d(8, 3)…}.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).averagePool(2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).prediction().get(0, 0); // 3.0
     * }</pre>
     *
     * @param channels at least 1
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return the shape; the values of a sample come channel after channel, row after row
     */
    public static Shape.Image image(int channels, int height, int width) {
        return new Shape.Image(channels, height, width);
    }

    /**
     * Inputs that are a sequence: {@code network().inputs(sequence(5, 3)).lstm(8)…}.
     *
     * <pre>{@code
     * var net = network().inputs(sequence(3, 1)).lstm(2).init(xavier(seed(1))).loss(halfSquaredError());
     * net.forward(1, 2, 3); // three steps of one value each
     * }</pre>
     *
     * @param steps how many, at least 1
     * @param features values of each step, at least 1
     * @return the shape; the values of a sample come step after step
     */
    public static Shape.Sequence sequence(int steps, int features) {
        return new Shape.Sequence(steps, features);
    }

    /**
     * How a batch normalisation divides and remembers: {@code .batchNorm(normalization().epsilon(1e-3))}.
     *
     * <pre>{@code
     * var net = network().inputs(1).batchNorm(normalization().epsilon(1e-3)).loss(halfSquaredError());
     * net.trainingForward(1, new double[][] {{1}, {3}}).prediction().get(1, 0); // 0.9995
     * }</pre>
     *
     * @return ε {@value org.chainrule.layer.Normalization#DEFAULT_EPSILON} inside the root, momentum
     *     {@value org.chainrule.layer.Normalization#DEFAULT_MOMENTUM}
     */
    public static Normalization normalization() {
        return Normalization.DEFAULT;
    }

    // --- training

    /**
     * Starts the description of a training: samples, optimizer and epochs come next, then {@code run()}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(20).run().network().forward(2).at("out"); // 3.00
     * }</pre>
     *
     * @param network where training starts; it stays as it is
     * @return the description
     */
    public static Training training(Network network) {
        return Training.of(network);
    }

    /**
     * For {@code .record(parameters())}: keep the value of every parameter after every epoch.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var run = training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(5).record(parameters()).run();
     * run.history().parameter("w", 1); // 0.9
     * }</pre>
     *
     * @return what to record
     */
    public static Recording parameters() {
        return Recording.PARAMETERS;
    }

    /**
     * For {@code .record(intermediates())}: keep the pre-activations and outputs of all units after every epoch.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var run = training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(5).record(intermediates()).run();
     * run.history().intermediates(1).at("out"); // 2.0
     * }</pre>
     *
     * @return what to record
     */
    public static Recording intermediates() {
        return Recording.INTERMEDIATES;
    }

    /**
     * Stops a training as soon as its loss is below a bound.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var run = training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(100).stopWhen(lossBelow(0.1)).run();
     * run.history().epochs(); // 3
     * }</pre>
     *
     * @param bound any number
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule lossBelow(double bound) {
        return new LossBelow(bound);
    }

    /**
     * Stops a training as soon as its loss changes by less than a bound from one epoch to the next.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var run = training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(100).stopWhen(lossChangeBelow(1e-6)).run();
     * run.history().epochs() < 100; // true
     * }</pre>
     *
     * @param bound positive, such as 1e-6
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule lossChangeBelow(double bound) {
        return new LossChangeBelow(bound);
    }

    /**
     * Early stopping: stops when the (validation) loss has not improved for some epochs, and restores the best parameters.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.5)).epochs(100).stopWhen(patience(5)).run().notes();
     * }</pre>
     *
     * @param epochs how many epochs to wait, at least 1
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule patience(int epochs) {
        return patience(epochs, 0);
    }

    /**
     * Early stopping with a least improvement.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(0.1)).epochs(100).stopWhen(patience(5, 0.01)).run().notes();
     * }</pre>
     *
     * @param epochs how many epochs to wait, at least 1
     * @param leastImprovement by how much a loss must be below the best one to count, at least 0
     * @return a rule for {@code .stopWhen(…)}
     */
    public static StopRule patience(int epochs, double leastImprovement) {
        return new Patience(epochs, leastImprovement);
    }

    // --- checks

    /**
     * Holds the gradient of every parameter against a central difference.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var check = gradientCheck(net, x(2), y(3));
     * check.passes();                // true
     * check.at("w").analytic();      // −4.0
     * }</pre>
     *
     * @param network the network
     * @param input one sample, as {@code x(1, 2)}
     * @param target its target, as {@code y(3)}
     * @return analytic and numeric gradient, errors and verdict of every parameter
     */
    public static GradientCheck gradientCheck(Network network, Input input, Target target) {
        return GradientCheck.of(network, input, target);
    }
}
