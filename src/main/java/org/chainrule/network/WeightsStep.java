package org.chainrule.network;

import static org.chainrule.formula.Given.all;
import static org.chainrule.formula.Given.given;

import org.chainrule.initializer.Initializer;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.Weight;

/** A layer that has its activation; weights and biases come next, then the next layer or the loss. */
public final class WeightsStep extends FlatStep {
    private final NetworkSketch before;
    private final DenseSketch layer;

    WeightsStep(NetworkSketch before, DenseSketch layer) {
        super(before.withLayer(layer));
        this.before = before;
        this.layer = layer;
    }

    /**
     * The weights into one unit, in the order of what it reads: {@code into("HN1", w("w1", 0.1), w("w3", 0.1))} is
     * HN1i = w1·x1 + w3·x2 + bias.
     *
     * <pre>{@code
     * var net = network().inputs("x1", "x2")
     *     .layer("out").activation(identity()).into("out", w("w1", 2), w("w2", 3)).sharedBias("b", 1)
     *     .loss(halfSquaredError());
     * net.forward(10, 5).at("out"); // 36.0
     * }</pre>
     *
     * @param unit a unit of this layer
     * @param weights one per input of the layer
     * @return this step again
     */
    public WeightsStep into(String unit, Weight... weights) {
        checkUnit("into", unit);
        if (layer.weights().given().containsKey(unit)) {
            throw new IllegalArgumentException(
                    "into(\"" + unit + "\") came twice; give all weights of " + unit + " in one call.");
        }
        all("into()", "weights such as w(\"w1\", 0.1)", weights);
        checkWeightCount("into(\"" + unit + "\")", weights.length, unit);
        return next(layer.weights().with(unit, weights));
    }

    /**
     * The weights into all units, named w⟨layer⟩_⟨unit⟩_⟨input⟩.
     *
     * <pre>{@code
     * var net = network().inputs(2)
     *     .layer(2).activation(identity()).weights(new double[][] {{1, 2}, {3, 4}}).biases(0, 0)
     *     .loss(halfSquaredError());
     * net.forward(1, 10).prediction().get(0, 1); // 43.0
     * }</pre>
     *
     * @param rows one row per unit, one column per input of the layer
     * @return this step again
     */
    public WeightsStep weights(double[]... rows) {
        all("weights()", "a row of numbers for each unit", rows);
        checkUnitCount("weights()", rows.length, "row");
        WeightSketch described = layer.weights();
        for (int u = 0; u < rows.length; u++) {
            String unit = layer.units().get(u);
            checkWeightCount("weights()", rows[u].length, unit);
            Weight[] into = new Weight[rows[u].length];
            for (int i = 0; i < into.length; i++) {
                into[i] = new Weight("w" + before.nextNumber() + "_" + (u + 1) + "_" + (i + 1), rows[u][i], false);
            }
            described = described.with(unit, into);
        }
        return next(described);
    }

    /**
     * Draws the weights that {@link #into} and {@link #weights} leave open, named w⟨layer⟩_⟨unit⟩_⟨input⟩; units without a
     * bias get one that starts at zero, named b⟨layer⟩_⟨unit⟩.
     *
     * <pre>{@code network().inputs(4).layer(8).activation(relu()).init(he(seed(1))).loss(halfSquaredError());}</pre>
     *
     * @param initializer such as {@code he(seed(1))}; layers with the same seed draw different weights
     * @return this step again
     */
    public WeightsStep init(Initializer initializer) {
        if (initializer == null) {
            throw new IllegalArgumentException(
                    "init() got null for the layer " + layer.units() + ", but it needs one such as he(seed(1)).");
        }
        return next(layer.weights().with(initializer));
    }

    /**
     * The biases of all units, named b⟨layer⟩_⟨unit⟩.
     *
     * <pre>{@code
     * var net = network().inputs(1)
     *     .layer(2).activation(identity()).weights(new double[][] {{1}, {1}}).biases(0.5, -0.5)
     *     .loss(halfSquaredError());
     * net.forward(2).prediction().get(0, 1); // 1.5
     * }</pre>
     *
     * @param values one per unit
     * @return this step again
     */
    public WeightsStep biases(double... values) {
        given("biases()", values, "a number for each unit");
        checkUnitCount("biases()", values.length, "value");
        DenseSketch described = layer;
        for (int u = 0; u < values.length; u++) {
            Bias bias = new Bias("b" + before.nextNumber() + "_" + (u + 1), values[u], false);
            described = described.withBias(layer.units().get(u), bias);
        }
        return next(described);
    }

    /**
     * The bias of one unit, its own.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).bias("out", b("b", 1).frozen())
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(3)).update(sgd(0.1)).newValue("b"); // 1.0
     * }</pre>
     *
     * @param unit a unit of this layer
     * @param bias such as {@code b("b11", 1.0)}
     * @return this step again
     */
    public WeightsStep bias(String unit, Bias bias) {
        checkUnit("bias", unit);
        given("bias()", bias, "a bias such as b(\"b1\", 1)");
        return next(layer.withBias(unit, bias));
    }

    /**
     * One bias that all units of the layer share; its gradient is the sum of their deltas.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("a", "b").activation(identity()).into("a", w("w1", 1)).into("b", w("w2", 2)).sharedBias("b1", 0.5)
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(2, 4)).gradient("b1"); // 1.0
     * }</pre>
     *
     * @param name such as {@code "b1"}
     * @param value its initial value
     * @return this step again
     */
    public WeightsStep sharedBias(String name, double value) {
        return sharedBias(new Bias(name, value, false));
    }

    /**
     * One bias that all units of the layer share, perhaps frozen: {@code sharedBias(b("b1", 0.35).frozen())}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("a", "b").activation(identity()).into("a", w("w1", 1)).into("b", w("w2", 2)).sharedBias(b("b1", 0.5).frozen())
     *     .loss(halfSquaredError());
     * net.forward(2).deltas(y(2, 4)).update(sgd(0.1)).newValue("b1"); // 0.5
     * }</pre>
     *
     * @param bias the bias
     * @return this step again
     */
    public WeightsStep sharedBias(Bias bias) {
        return next(layer.withSharedBias(given("sharedBias()", bias, "a bias such as b(\"b1\", 1)")));
    }

    /**
     * Lets the units have no biases, also where {@code init} would give them some: {@code .init(he(seed(1))).withoutBias()}, as before
     * a batch normalisation, which has a shift of its own.
     *
     * <pre>{@code network().inputs(4).layer(8).activation(relu()).init(he(seed(1))).withoutBias().loss(halfSquaredError()).parameters().size(); // 32}</pre>
     *
     * @return the same step
     * @throws IllegalArgumentException if the layer has been given a bias
     */
    public WeightsStep withoutBias() {
        if (!layer.biases().isEmpty()) {
            throw new IllegalArgumentException("withoutBias() came for the layer " + layer.units()
                    + ", but it has been given a bias; leave out one of both.");
        }
        return next(layer.weights().withoutBiases());
    }

    private WeightsStep next(WeightSketch weights) {
        return next(layer.withWeights(weights));
    }

    private WeightsStep next(DenseSketch described) {
        return new WeightsStep(before, described);
    }

    private void checkUnit(String call, String unit) {
        Names units = layer.units();
        if (unit == null || units.indexOf(unit) < 0) {
            throw new IllegalArgumentException(
                    call + "() got the unit " + unit + ", but this layer has the units " + units + ".");
        }
    }

    private void checkWeightCount(String call, int count, String unit) {
        if (count != layer.sources().size()) {
            throw new IllegalArgumentException(call + " got " + Text.count(count, "weight") + ", but " + unit
                    + " reads " + Text.count(layer.sources().size(), "value") + " " + layer.sources() + ".");
        }
    }

    private void checkUnitCount(String call, int count, String noun) {
        Names units = layer.units();
        if (count != units.size()) {
            throw new IllegalArgumentException(call + " got " + Text.count(count, noun) + ", but the layer has "
                    + Text.count(units.size(), "unit") + " " + units + ".");
        }
    }
}
