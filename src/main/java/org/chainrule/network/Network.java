package org.chainrule.network;

import static org.chainrule.formula.Given.given;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.layer.Mode;
import org.chainrule.layer.Shape;
import org.chainrule.loss.Loss;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;

/**
 * A feed-forward network: inputs, layers, a loss and the values of its parameters. Immutable.
 *
 * <p>Built by {@code network().inputs(…).layer(…)…loss(…)}; an update gives the next network.
 */
public final class Network {
    private final Names inputs;
    private final List<Layer> layers;
    private final Loss loss;
    private final ParameterValues parameters;

    Network(Names inputs, List<Layer> layers, Loss loss, double[] parameters) {
        this.inputs = inputs;
        this.layers = List.copyOf(layers);
        this.loss = loss;
        List<ParameterBlock> blocks = new ArrayList<>();
        layers.forEach(layer -> blocks.addAll(layer.blocks()));
        this.parameters = new ParameterValues(new ParameterLayout(blocks), parameters);
        NetworkCheck.check(this);
    }

    /**
     * A network of ready layers, as a file of it gives them back; {@code network()} is the way to describe a new one.
     *
     * @param inputs one name per input
     * @param layers at least one, each reading as many values as the one before gives
     * @param loss what is minimised
     * @param parameters one per parameter, in the order of the layers' blocks
     * @return the network
     * @throws IllegalArgumentException if the layers do not fit together or a parameter is not a finite number
     */
    public static Network of(Names inputs, List<Layer> layers, Loss loss, double[] parameters) {
        NetworkCheck.checkChain(inputs, layers);
        return new Network(inputs, layers, loss, parameters);
    }

    private Network(Network structure, ParameterValues parameters) {
        this.inputs = structure.inputs;
        this.layers = structure.layers;
        this.loss = structure.loss;
        this.parameters = parameters;
    }

    /**
     * The names of the inputs.
     *
     * @return in order
     */
    public Names inputs() {
        return inputs;
    }

    /**
     * How the inputs are arranged.
     *
     * @return a row of values, an image or a sequence
     */
    public Shape inputShape() {
        return layers.get(0).inputShape();
    }

    /**
     * The names of the outputs, which are the units of the last layer.
     *
     * @return in order
     */
    public Names outputs() {
        return outputLayer().units();
    }

    /**
     * How many predictions with a target of their own a sample has: the steps of a sequence that goes out, else one.
     *
     * @return T, each with an equal part of the {@link #outputs()}
     */
    public int outputSteps() {
        return outputLayer().outputShape() instanceof Shape.Sequence sequence ? sequence.steps() : 1;
    }

    /**
     * How many numbers the target of one sample has.
     *
     * @return one per output, or one label per step for a loss that takes labels
     */
    public int targetColumns() {
        return outputSteps() * loss.targetColumns(outputs().size() / outputSteps());
    }

    /**
     * The last layer, whose outputs are the prediction.
     *
     * @return the output layer
     */
    public Layer outputLayer() {
        return layers.get(layers.size() - 1);
    }

    /**
     * The layers in order of the forward pass.
     *
     * @return hidden layers, then the output layer
     */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * What training makes small.
     *
     * @return the loss
     */
    public Loss loss() {
        return loss;
    }

    /**
     * The values of all weights and biases.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.parameters().at("w"); // 0.5
     * }</pre>
     *
     * @return by name or index
     */
    public ParameterValues parameters() {
        return parameters;
    }

    /**
     * This network with one parameter changed.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.with("w", 2).forward(2).at("out"); // 4.0
     * }</pre>
     *
     * @param name such as {@code w5}
     * @param value its new value, finite
     * @return a new network
     * @throws IllegalArgumentException if there is no such parameter or the value is not finite
     */
    public Network with(String name, double value) {
        double[] changed = parameters.toArray();
        changed[parameters.indexOf(name)] = value;
        return with(changed);
    }

    /**
     * This network with other values of all parameters.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.with(new double[] {2, 1}).forward(2).at("out"); // 5.0
     * }</pre>
     *
     * @param values in the order of {@code parameters().layout()}
     * @return a new network
     */
    public Network with(double[] values) {
        double[] needed = given("with()", values, "one value per parameter");
        if (needed.length != parameters.size()) {
            throw new IllegalArgumentException("with() got " + Text.count(needed.length, "value")
                    + ", but the network has " + Text.count(parameters.size(), "parameter") + ".");
        }
        Network changed = new Network(this, new ParameterValues(parameters.layout(), needed));
        NetworkCheck.checkFinite(changed);
        return changed;
    }

    /**
     * Where a unit is.
     *
     * @param name a unit of any layer; inputs are in layer 0
     * @return its layer and its place there
     * @throws IllegalArgumentException if there is no unit of that name
     */
    public UnitPlace place(String name) {
        return UnitPlace.find(this, name);
    }

    /**
     * Takes one sample forward.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).at("out"); // 1.0
     * }</pre>
     *
     * @param values one per input
     * @return every pre-activation and output
     * @throws IllegalArgumentException if the number of values differs from the number of inputs, or one is not finite
     */
    public Forward forward(double... values) {
        return forward(new double[][] {values});
    }

    /**
     * Takes one sample forward.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(x(2)).at("out"); // 1.0
     * }</pre>
     *
     * @param input as {@code x(1, 2)}
     * @return every pre-activation and output
     */
    public Forward forward(Input input) {
        return forward(Input.required("forward()", input).values());
    }

    /**
     * Checks that samples fit this network, as {@code forward(samples).loss(targets)} does, without taking them forward.
     *
     * @param call what a complaint says was called, such as {@code samples()}
     * @param samples one row per sample, one column per input
     * @param targets one row per sample, as the loss needs them
     * @throws IllegalArgumentException if they do not fit
     */
    public void requireFitting(String call, double[][] samples, double[][] targets) {
        NetworkCheck.checkRows(call, samples, inputs, "input");
        NetworkCheck.targets(call, this, samples.length, targets);
    }

    /**
     * Takes a batch forward.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(new double[][] {{2}, {4}}).at("out", 1); // 2.0
     * }</pre>
     *
     * @param samples one row per sample, one column per input
     * @return every pre-activation and output of every sample
     */
    public Forward forward(double[][] samples) {
        NetworkCheck.checkRows("forward()", samples, inputs, "input");
        return Forward.of(this, Matrix.of(samples), Mode.INFERENCE);
    }

    /**
     * Takes a batch forward as it goes forward in training: dropout drops, and batch normalisation normalises with the batch.
     * What follows ({@code loss}, {@code deltas}, {@code update}) goes by the same pass, with the same masks. A network without such
     * layers does the same as in {@link #forward(double[][])}.
     *
     * <pre>{@code
     * var net = network().inputs(1).batchNorm().loss(halfSquaredError());
     * net.trainingForward(1, new double[][] {{1}, {3}}).detail(1, "normalized").get(1, 0); // 1.00
     * }</pre>
     *
     * @param iteration the number of the update, from 1; another number draws other masks
     * @param samples one row per sample, one column per input
     * @return every pre-activation and output of every sample
     */
    public Forward trainingForward(long iteration, double[][] samples) {
        NetworkCheck.checkRows("trainingForward()", samples, inputs, "input");
        return Forward.of(this, Matrix.of(samples), Mode.training(iteration));
    }

    /** The shape in one line: {@code Network [x1, x2] → [HN1, HN2] sigmoid → [ON] sigmoid, half squared error, 8 parameters}. */
    @Override
    public String toString() {
        String chain = layers.stream()
                .map(layer -> layer instanceof Dense ? layer.units() + " " + layer.activation() : layer.toString())
                .collect(Collectors.joining(" → "));
        return "Network " + inputs + " → " + chain + ", " + loss.name() + ", "
                + Text.count(parameters.size(), "parameter");
    }
}
