package org.chainrule.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * A fully connected layer: every unit adds up all inputs and a bias and applies the activation.
 *
 * <pre>
 * forward    z_j = Σ_i w_ji · x_i + b_j        output_j = f(z_j)
 * backward   δ_j = dC/d output_j · f′(z_j)     dC/dw_ji = Σ_samples δ_j · x_i
 *            dC/d x_i = Σ_j δ_j · w_ji         dC/db = Σ of δ_j over the samples and units that use b
 * </pre>
 *
 * <p>Shapes: input samples × n, output samples × m, weights m × n. Source: slides "Training of neural networks: basics",
 * the complete backpropagation algorithm.
 */
public final class Dense implements Layer {
    /** The bias slot of a unit that has none. */
    public static final int NO_BIAS = -1;

    private final Names units;
    private final Activation activation;
    private final ParameterBlock weights;
    private final Optional<ParameterBlock> biases;
    private final int[] biasOfUnit;

    /**
     * A layer over its blocks of parameters.
     *
     * @param units the names of the m units
     * @param activation the function of every unit
     * @param weights m × n
     * @param biases the bias slots, empty for a layer without biases
     * @param biasOfUnit the slot of each unit; two units with the same slot share a bias; {@link #NO_BIAS} for none
     */
    public Dense(
            Names units,
            Activation activation,
            ParameterBlock weights,
            Optional<ParameterBlock> biases,
            int[] biasOfUnit) {
        this.units = units;
        this.activation = activation;
        this.weights = weights;
        this.biases = biases;
        this.biasOfUnit = biasOfUnit.clone();
    }

    @Override
    public Names units() {
        return units;
    }

    @Override
    public Shape inputShape() {
        return new Shape.Flat(weights.columns());
    }

    @Override
    public Shape outputShape() {
        return new Shape.Flat(units.size());
    }

    @Override
    public int inputs() {
        return weights.columns();
    }

    @Override
    public Activation activation() {
        return activation;
    }

    @Override
    public List<ParameterBlock> blocks() {
        List<ParameterBlock> blocks = new ArrayList<>(List.of(weights));
        biases.ifPresent(blocks::add);
        return blocks;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new LayerBuffers(samples, input, units.size());
    }

    /**
     * Where a weight is in the network's array.
     *
     * @param unit its unit, from 0
     * @param input what it multiplies, from 0
     * @return the index
     */
    public int weightIndex(int unit, int input) {
        return weights.offset() + unit * inputs() + input;
    }

    /**
     * Where the bias of a unit is in the network's array.
     *
     * @param unit from 0
     * @return the index, or {@link #NO_BIAS}
     */
    public int biasIndex(int unit) {
        int slot = biasOfUnit[unit];
        return slot == NO_BIAS ? NO_BIAS : biases.orElseThrow().offset() + slot;
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        int m = units.size();
        for (int sample = 0; sample < buffers.samples(); sample++) {
            for (int unit = 0; unit < m; unit++) {
                buffers.preActivation()[sample * m + unit] = sum(parameters, buffers.input(), sample, unit);
            }
        }
        activation.apply(buffers.preActivation(), buffers.output(), m);
    }

    private double sum(double[] parameters, double[] input, int sample, int unit) {
        double z = 0;
        for (int i = 0; i < inputs(); i++) {
            z += parameters[weightIndex(unit, i)] * input[sample * inputs() + i];
        }
        int bias = biasIndex(unit);
        return bias == NO_BIAS ? z : z + parameters[bias];
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        activation.backward(buffers.batch(), buffers.delta(), units.size());
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        blocks().forEach(block -> Arrays.fill(gradients, block.offset(), block.end(), 0));
        int m = units.size();
        for (int sample = 0; sample < buffers.samples(); sample++) {
            for (int unit = 0; unit < m; unit++) {
                addGradients(gradients, buffers.input(), sample, unit, buffers.delta()[sample * m + unit]);
            }
        }
    }

    private void addGradients(double[] gradients, double[] input, int sample, int unit, double delta) {
        for (int i = 0; i < inputs(); i++) {
            gradients[weightIndex(unit, i)] += delta * input[sample * inputs() + i];
        }
        int bias = biasIndex(unit);
        if (bias != NO_BIAS) {
            gradients[bias] += delta;
        }
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        int n = inputs();
        int m = units.size();
        for (int sample = 0; sample < buffers.samples(); sample++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int unit = 0; unit < m; unit++) {
                    sum += buffers.delta()[sample * m + unit] * parameters[weightIndex(unit, i)];
                }
                inputGradient[sample * n + i] = sum;
            }
        }
    }

    @Override
    public String toString() {
        return "dense " + inputs() + " → " + units.size() + " " + units + ", " + activation;
    }
}
