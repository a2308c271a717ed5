package org.chainrule.network;

import org.chainrule.initializer.Initializer;
import org.chainrule.loss.Loss;
import org.chainrule.parameter.Bias;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.Weight;

/** A layer that has its activation; weights and biases come next, then the next layer or the loss. */
public final class WeightsStep {
    private final NetworkSketch sketch;

    WeightsStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    /**
     * The weights into one unit, in the order of what it reads: {@code into("HN1", w("w1", 0.1), w("w3", 0.1))} is
     * HN1i = w1·x1 + w3·x2 + bias.
     *
     * @param unit a unit of this layer
     * @param weights one per input of the layer
     * @return this step again
     */
    public WeightsStep into(String unit, Weight... weights) {
        checkUnit("into", unit);
        if (sketch.last().weights().given().containsKey(unit)) {
            throw new IllegalArgumentException(
                    "into(\"" + unit + "\") came twice; give all weights of " + unit + " in one call.");
        }
        checkWeightCount("into(\"" + unit + "\")", weights.length, unit);
        return next(sketch.last().weights().with(unit, weights));
    }

    /**
     * The weights into all units, named w⟨layer⟩_⟨unit⟩_⟨input⟩.
     *
     * @param rows one row per unit, one column per input of the layer
     * @return this step again
     */
    public WeightsStep weights(double[]... rows) {
        checkUnitCount("weights()", rows.length, "row");
        WeightSketch described = sketch.last().weights();
        for (int u = 0; u < rows.length; u++) {
            String unit = sketch.last().units().get(u);
            checkWeightCount("weights()", rows[u].length, unit);
            Weight[] into = new Weight[rows[u].length];
            for (int i = 0; i < into.length; i++) {
                into[i] = new Weight("w" + sketch.layers().size() + "_" + (u + 1) + "_" + (i + 1), rows[u][i], false);
            }
            described = described.with(unit, into);
        }
        return next(described);
    }

    /**
     * Draws the weights that {@link #into} and {@link #weights} leave open, named w⟨layer⟩_⟨unit⟩_⟨input⟩; units without a
     * bias get one that starts at zero, named b⟨layer⟩_⟨unit⟩.
     *
     * @param initializer such as {@code he(seed(1))}; layers with the same seed draw different weights
     * @return this step again
     */
    public WeightsStep init(Initializer initializer) {
        if (initializer == null) {
            throw new IllegalArgumentException("init() got null for the layer "
                    + sketch.last().units() + ", but it needs one such as he(seed(1)).");
        }
        return next(sketch.last().weights().with(initializer));
    }

    /**
     * The biases of all units, named b⟨layer⟩_⟨unit⟩.
     *
     * @param values one per unit
     * @return this step again
     */
    public WeightsStep biases(double... values) {
        checkUnitCount("biases()", values.length, "value");
        LayerSketch layer = sketch.last();
        for (int u = 0; u < values.length; u++) {
            Bias bias = new Bias("b" + sketch.layers().size() + "_" + (u + 1), values[u], false);
            layer = layer.withBias(layer.units().get(u), bias);
        }
        return next(layer);
    }

    /**
     * The bias of one unit, its own.
     *
     * @param unit a unit of this layer
     * @param bias such as {@code b("b11", 1.0)}
     * @return this step again
     */
    public WeightsStep bias(String unit, Bias bias) {
        checkUnit("bias", unit);
        return next(sketch.last().withBias(unit, bias));
    }

    /**
     * One bias that all units of the layer share; its gradient is the sum of their deltas.
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
     * @param bias the bias
     * @return this step again
     */
    public WeightsStep sharedBias(Bias bias) {
        return next(sketch.last().withSharedBias(bias));
    }

    /**
     * Adds the next layer, of named units.
     *
     * @param units such as {@code "ON"}; at least one
     * @return the next step: its activation
     */
    public LayerStep layer(String... units) {
        return InputsStep.layerOf(sketch, units);
    }

    /**
     * Adds the next layer, of units named h⟨layer⟩_⟨unit⟩.
     *
     * @param units how many, at least 1
     * @return the next step: its activation
     */
    public LayerStep layer(int units) {
        return InputsStep.layerOf(sketch, units);
    }

    /**
     * Names the loss and ends the description.
     *
     * @param loss such as {@code halfSquaredError()}
     * @return the network
     * @throws IllegalArgumentException if a unit has no weights, a name comes twice or a value is not finite
     */
    public Network loss(Loss loss) {
        if (loss == null) {
            throw new IllegalArgumentException("loss() got null, but it needs one such as halfSquaredError().");
        }
        return NetworkAssembly.assemble(sketch, loss);
    }

    private WeightsStep next(WeightSketch weights) {
        return next(sketch.last().withWeights(weights));
    }

    private WeightsStep next(LayerSketch layer) {
        return new WeightsStep(sketch.withLast(layer));
    }

    private void checkUnit(String call, String unit) {
        Names units = sketch.last().units();
        if (units.indexOf(unit) < 0) {
            throw new IllegalArgumentException(
                    call + "() got the unit " + unit + ", but this layer has the units " + units + ".");
        }
    }

    private void checkWeightCount(String call, int count, String unit) {
        if (count != sketch.sources().size()) {
            throw new IllegalArgumentException(call + " got " + Text.count(count, "weight") + ", but " + unit
                    + " reads " + Text.count(sketch.sources().size(), "value") + " " + sketch.sources() + ".");
        }
    }

    private void checkUnitCount(String call, int count, String noun) {
        Names units = sketch.last().units();
        if (count != units.size()) {
            throw new IllegalArgumentException(call + " got " + Text.count(count, noun) + ", but the layer has "
                    + Text.count(units.size(), "unit") + " " + units + ".");
        }
    }
}
