package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.clipping.Clipping;
import org.chainrule.formula.Numbers;
import org.chainrule.layer.LayerBuffers;
import org.chainrule.math.Matrix;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.parameter.ParameterValues;
import org.chainrule.regularizer.Regularizer;

/**
 * What a backward pass left: the loss, δ = dC/dz and dC/d(output) of every unit, the gradient of every parameter.
 *
 * <p>Example: {@code net.forward(1, 2).deltas(y(3)).gradient("w5")} is −0.337335419546.
 *
 * @param forward the pass it started from
 * @param target samples × outputs
 * @param loss C
 * @param outputGradients one matrix per layer, samples × units: dC/d(output), on all ways that an output has to the loss: in a recurrent
 *     layer also through the next step
 * @param deltas one matrix per layer, samples × units: δ = dC/dz
 * @param gradients dC/dp of every parameter p, over all samples
 * @param trace dC/dx of the inputs, and what else the pass left
 */
public record Deltas(
        Forward forward,
        Matrix target,
        double loss,
        List<Matrix> outputGradients,
        List<Matrix> deltas,
        ParameterValues gradients,
        BackwardTrace trace) {
    public Deltas {
        outputGradients = List.copyOf(outputGradients);
        deltas = List.copyOf(deltas);
    }

    static Deltas of(Forward forward, Matrix target) {
        Network network = forward.network();
        Pass pass = forward.again();
        pass.backward(target.toRowMajor());
        pass.completeLossGradient(target.toRowMajor());
        List<Matrix> outputGradients = new ArrayList<>();
        List<Matrix> deltas = new ArrayList<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            LayerBuffers buffers = pass.buffers(layer);
            outputGradients.add(Matrix.ofRowMajor(forward.samples(), buffers.outputGradient()));
            deltas.add(Matrix.ofRowMajor(forward.samples(), buffers.delta()));
        }
        var gradients = new ParameterValues(network.parameters().layout(), pass.gradients());
        double loss = NumberCheck.loss("deltas()", network, pass.loss(target.toRowMajor()));
        var trace = BackwardTrace.of(forward, pass);
        return new Deltas(forward, target, loss, outputGradients, deltas, gradients, trace);
    }

    /**
     * What the pass went through.
     *
     * @return the network
     */
    public Network network() {
        return forward.network();
    }

    /**
     * δ = dC/dz of a unit for the one sample of this pass.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).delta("out"); // −2.0
     * }</pre>
     *
     * @param unit a unit of any layer
     * @return δ
     * @throws IllegalArgumentException if there is no such unit, it is an input, or there is more than one sample
     */
    public double delta(String unit) {
        NetworkCheck.checkSingleSample("delta", unit, forward.samples());
        return delta(unit, 0);
    }

    /**
     * δ = dC/dz of a unit for one sample of a batch.
     *
     * @param unit a unit of any layer
     * @param sample from 0
     * @return δ
     */
    public double delta(String unit, int sample) {
        NetworkCheck.checkSample("delta", sample, forward.samples());
        UnitPlace place = NetworkCheck.computed("delta", network(), unit);
        return deltas.get(place.layer() - 1).get(sample, place.index());
    }

    /**
     * dC/d(output) of a unit for the one sample of this pass: for an output unit the derivative of the loss.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).outputGradient("out"); // −2.0
     * }</pre>
     *
     * @param unit a unit of any layer
     * @return dC/d(output), before the derivative of the activation
     */
    public double outputGradient(String unit) {
        NetworkCheck.checkSingleSample("outputGradient", unit, forward.samples());
        return outputGradient(unit, 0);
    }

    /**
     * dC/d(output) of a unit for one sample of a batch.
     *
     * @param unit a unit of any layer
     * @param sample from 0
     * @return dC/d(output)
     */
    public double outputGradient(String unit, int sample) {
        NetworkCheck.checkSample("outputGradient", sample, forward.samples());
        UnitPlace place = NetworkCheck.computed("outputGradient", network(), unit);
        return outputGradients.get(place.layer() - 1).get(sample, place.index());
    }

    /**
     * dC/dx of an input for one sample of a batch.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).inputGradient("x", 0); // −1.0
     * }</pre>
     *
     * @param input an input of the network
     * @param sample from 0
     * @return how the loss changes with the input
     * @throws IllegalArgumentException if there is no such input or sample
     */
    public double inputGradient(String input, int sample) {
        NetworkCheck.checkSample("inputGradient", sample, forward.samples());
        return trace.inputGradients().get(sample, NetworkCheck.input("inputGradient", network(), input));
    }

    /**
     * What a layer remembers of this pass besides δ and output gradients: the deltas of the gates {@code a i f o}, of {@code c} and
     * {@code h} of an LSTM, of the {@code pieces} of a maxout.
     *
     * @param layer from 1
     * @param name such as {@code a}
     * @return mostly samples × values
     * @throws IllegalArgumentException if there is no such layer, or it remembers nothing of that name
     */
    public Matrix detail(int layer, String name) {
        return NetworkCheck.detail("detail(" + layer + ", \"" + name + "\")", trace.details(), layer, name);
    }

    /**
     * The gradient of a parameter over all samples; of a shared bias the sum over the units that use it.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).gradient("w"); // −4.0
     * }</pre>
     *
     * @param parameter such as {@code w5}
     * @return dC/dw5
     */
    public double gradient(String parameter) {
        return gradients.at(parameter);
    }

    /**
     * What the numbers call for saying, such as a target that the output cannot reach.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(sigmoid()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).notes(); // the target 3 lies outside the range of the sigmoid
     * }</pre>
     *
     * @return one sentence each, often none
     */
    public List<String> notes() {
        return RangeNotes.of(network(), target);
    }

    /**
     * The gradients with those of a penalty: {@code deltas.regularizer(l2(0.01)).update(sgd(0.5))}, as a training does it.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).regularizer(l2(1)).update(sgd(0.1)).newValue("w"); // 0.85
     * }</pre>
     *
     * @param penalty such as {@code l2(0.01)}
     * @return adjusted gradients, to be clipped or for an update
     */
    public AdjustedDeltas regularizer(Regularizer penalty) {
        return new AdjustedDeltas(this, Adjustments.NONE.with(penalty));
    }

    /**
     * The gradients clipped: {@code deltas.clip(clipByNorm(1)).update(sgd(0.5))}, as a training does it.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).clip(clipByValue(1)).update(sgd(0.1)).newValue("w"); // 0.6
     * }</pre>
     *
     * @param clipping such as {@code clipByNorm(1)}
     * @return adjusted gradients, for an update
     */
    public AdjustedDeltas clip(Clipping clipping) {
        return new AdjustedDeltas(this, Adjustments.NONE.with(clipping));
    }

    /**
     * One step of an optimizer: every parameter changes at once, each from the old values.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(sgd(0.1)).newValue("w"); // 0.9
     * }</pre>
     *
     * @param optimizer as {@code sgd(0.5)}
     * @return old, gradient, change and new of every parameter, and the next network
     * @throws IllegalArgumentException if there is no optimizer
     */
    public Update update(Optimizer optimizer) {
        return new AdjustedDeltas(this, Adjustments.NONE).update(optimizer);
    }

    static void requireOptimizer(Optimizer optimizer) {
        if (optimizer == null) {
            throw new IllegalArgumentException("update() got null, but it needs an optimizer such as sgd(0.5).");
        }
    }

    /**
     * The next step of an optimizer that remembers: with the state of the step before.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * var first = net.forward(2).deltas(y(3)).update(momentum(0.1));
     * first.network().forward(2).deltas(y(3)).update(momentum(0.1), first.state()).newValue("w"); // 1.46
     * }</pre>
     *
     * @param optimizer as {@code adam(0.1)}
     * @param state as {@code step.state()}
     * @return old, gradient, change and new of every parameter, the next state and the next network
     * @throws IllegalArgumentException if the state belongs to another optimizer or another network
     */
    public Update update(Optimizer optimizer, OptimizerState state) {
        return new AdjustedDeltas(this, Adjustments.NONE).update(optimizer, state);
    }

    /** The loss and the gradients: {@code Deltas loss 2.544040, gradients w1 −0.021674, …}. */
    @Override
    public String toString() {
        return "Deltas loss " + Numbers.computed(loss) + ", gradients " + gradients;
    }
}
