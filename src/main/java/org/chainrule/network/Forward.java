package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;
import org.chainrule.layer.LayerBuffers;
import org.chainrule.layer.Mode;
import org.chainrule.math.Matrix;

/**
 * What a forward pass left: the pre-activation and the output of every unit, for every sample.
 *
 * <p>Example: {@code net.forward(1, 2).at("HN1")} is 0.785834983043.
 *
 * @param network what the batch went through
 * @param inputs samples × inputs
 * @param preActivations one matrix per layer, samples × units: z
 * @param outputs one matrix per layer, samples × units: f(z)
 * @param trace what the pass was for and what else it left, such as masks and winners
 */
public record Forward(
        Network network, Matrix inputs, List<Matrix> preActivations, List<Matrix> outputs, ForwardTrace trace) {
    public Forward {
        preActivations = List.copyOf(preActivations);
        outputs = List.copyOf(outputs);
    }

    static Forward of(Network network, Matrix inputs, Mode mode) {
        Pass pass = new Pass(network, inputs.rows());
        pass.forward(inputs.toRowMajor(), mode);
        return NumberCheck.forward(of(network, inputs, pass));
    }

    /** The pass once more, for what comes after it. */
    Pass again() {
        Pass pass = new Pass(network, samples());
        pass.forward(inputs.toRowMajor(), trace.mode());
        return pass;
    }

    /**
     * What a pass left in its buffers, copied.
     *
     * @param network with the parameters of the pass
     * @param inputs what went in, samples × inputs
     * @param pass after its forward run
     * @return the record of it
     */
    public static Forward of(Network network, Matrix inputs, Pass pass) {
        List<Matrix> preActivations = new ArrayList<>();
        List<Matrix> outputs = new ArrayList<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            LayerBuffers buffers = pass.buffers(layer);
            preActivations.add(Matrix.ofRowMajor(inputs.rows(), buffers.preActivation()));
            outputs.add(Matrix.ofRowMajor(inputs.rows(), buffers.output()));
        }
        return new Forward(network, inputs, preActivations, outputs, ForwardTrace.of(network, pass));
    }

    /**
     * What a layer remembers of this pass besides pre-activations and outputs: the {@code mask} of a dropout, the {@code winner}s
     * of a pooling or maxout, {@code mean}, {@code variance} and {@code normalized} values of a batch normalisation, the gates
     * {@code a i f o}, {@code c} and {@code h} of an LSTM.
     *
     * <pre>{@code
     * var net = network().inputs(image(1, 2, 2)).maxPool(2).flatten().loss(halfSquaredError());
     * net.forward(1, 2, 3, 6).detail(1, "winner").get(0, 0); // 3.0
     * }</pre>
     *
     * @param layer from 1
     * @param name such as {@code mask}
     * @return mostly samples × values
     * @throws IllegalArgumentException if there is no such layer, or it remembers nothing of that name
     */
    public Matrix detail(int layer, String name) {
        return NetworkCheck.detail("detail(" + layer + ", \"" + name + "\")", trace.details(), layer, name);
    }

    /**
     * How many samples went through.
     *
     * @return rows of every matrix
     */
    public int samples() {
        return inputs.rows();
    }

    /**
     * The output of a unit for the one sample of this pass.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).at("out"); // 1.0
     * }</pre>
     *
     * @param unit a unit of any layer, or an input
     * @return its output
     * @throws IllegalArgumentException if there is no such unit, or more than one sample
     */
    public double at(String unit) {
        NetworkCheck.checkSingleSample("at", unit, samples());
        return at(unit, 0);
    }

    /**
     * The output of a unit for one sample of a batch.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(new double[][] {{2}, {4}}).at("out", 1); // 2.0
     * }</pre>
     *
     * @param unit a unit of any layer, or an input
     * @param sample from 0
     * @return its output
     */
    public double at(String unit, int sample) {
        NetworkCheck.checkSample("at", sample, samples());
        UnitPlace place = network.place(unit);
        return outputsOf(place.layer()).get(sample, place.index());
    }

    /**
     * The pre-activation of a unit for the one sample of this pass.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).preActivation("out"); // 1.0
     * }</pre>
     *
     * @param unit a unit of any layer
     * @return z, before the activation
     * @throws IllegalArgumentException if there is no such unit, it is an input, or there is more than one sample
     */
    public double preActivation(String unit) {
        NetworkCheck.checkSingleSample("preActivation", unit, samples());
        return preActivation(unit, 0);
    }

    /**
     * The pre-activation of a unit for one sample of a batch.
     *
     * @param unit a unit of any layer
     * @param sample from 0
     * @return z, before the activation
     */
    public double preActivation(String unit, int sample) {
        NetworkCheck.checkSample("preActivation", sample, samples());
        UnitPlace place = NetworkCheck.computed("preActivation", network, unit);
        return preActivations.get(place.layer() - 1).get(sample, place.index());
    }

    /**
     * The outputs of a level of the network.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).outputsOf(1).get(0, 0); // 1.0
     * }</pre>
     *
     * @param layer 0 for the inputs, 1 for the first layer with weights
     * @return samples × units
     */
    public Matrix outputsOf(int layer) {
        return layer == 0 ? inputs : outputs.get(layer - 1);
    }

    /**
     * What the network answers.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).prediction().get(0, 0); // 1.0
     * }</pre>
     *
     * @return samples × outputs
     */
    public Matrix prediction() {
        return outputs.get(outputs.size() - 1);
    }

    /**
     * The loss of this pass against a target.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).loss(y(3)); // 2.0
     * }</pre>
     *
     * @param target as {@code y(3)}
     * @return C
     */
    public double loss(Target target) {
        return loss(new double[][] {Target.required("loss()", target).values()});
    }

    /**
     * The loss of this batch against its targets.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(new double[][] {{2}, {4}}).loss(new double[][] {{3}, {2}}); // 1.0
     * }</pre>
     *
     * @param targets one row per sample, one column per output
     * @return C
     */
    public double loss(double[][] targets) {
        Matrix target = NetworkCheck.targets("loss()", network, samples(), targets);
        return NumberCheck.loss("loss()", network, again().loss(target.toRowMajor()));
    }

    /**
     * Takes the error of one sample backward.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).gradient("w"); // −4.0
     * }</pre>
     *
     * @param target as {@code y(3)}
     * @return loss, δ of every unit, gradient of every parameter
     */
    public Deltas deltas(Target target) {
        return deltas(new double[][] {Target.required("deltas()", target).values()});
    }

    /**
     * Takes the errors of a batch backward.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * net.forward(new double[][] {{2}, {4}}).deltas(new double[][] {{3}, {2}}).gradient("w"); // −2.0
     * }</pre>
     *
     * @param targets one row per sample, one column per output
     * @return loss, δ of every unit and sample, gradient of every parameter
     */
    public Deltas deltas(double[][] targets) {
        return Deltas.of(this, NetworkCheck.targets("deltas()", network, samples(), targets));
    }

    /** The inputs and outputs of the first sample: {@code Forward (1, 2) → HN1 0.785835, HN2 0.832018 → ON 0.744323}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Forward " + Text.tuple(inputs.row(0)));
        for (int layer = 0; layer < outputs.size(); layer++) {
            text.append(" → ").append(levelText(layer));
        }
        return text + (samples() > 1 ? " … " + samples() + " samples" : "");
    }

    private String levelText(int layer) {
        double[] row = outputs.get(layer).row(0);
        var units = network.layers().get(layer).units();
        String more = row.length > 8 ? ", … " + row.length + " units" : "";
        return IntStream.range(0, Math.min(row.length, 8))
                .mapToObj(i -> units.get(i) + " " + Numbers.computed(row[i]))
                .collect(Collectors.joining(", ", "", more));
    }
}
