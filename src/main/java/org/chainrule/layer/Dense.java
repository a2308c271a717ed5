package org.chainrule.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.activation.Activation;
import org.chainrule.activation.CustomActivation;
import org.chainrule.activation.Elementwise;
import org.chainrule.activation.InPlace;
import org.chainrule.math.Half;
import org.chainrule.math.MatrixProduct;
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
    /** The bias slot, and the index, of a unit that has none. */
    public static final int NO_BIAS = -1;

    /** As a column of ones of any length, with stride 0. */
    private static final double[] ONE = {1};

    /** From so many units and weights on two threads take half of the units each. */
    private static final int SHARED_UNITS = 64;

    private static final int SHARED_WEIGHTS = 50_000;

    private final Names units;
    private final Activation activation;
    private final ParameterBlock weights;
    private final Optional<ParameterBlock> biases;
    private final int[] biasIndex;

    /** Whether unit after unit has a bias of its own, one after the other, as most layers do: then no index is looked up. */
    private final boolean ownBiases;

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
        this.biasIndex = IntStream.of(biasOfUnit)
                .map(slot -> slot == NO_BIAS ? NO_BIAS : biases.orElseThrow().offset() + slot)
                .toArray();
        this.ownBiases = biasIndex[0] != NO_BIAS
                && IntStream.range(0, biasIndex.length).allMatch(unit -> biasIndex[unit] == biasIndex[0] + unit);
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

    @Override
    public LayerBuffers newTrainingBuffers(int samples, double[] input) {
        return new LayerBuffers(samples, input, units.size(), !(activation instanceof InPlace));
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
        return biasIndex[unit];
    }

    /**
     * Whether it pays that each of two threads computes half of the units, because then each reads half of the weights only.
     *
     * @return true for many units and weights, if the activation looks at each unit for itself
     */
    public boolean sharesUnits() {
        return activation instanceof Elementwise
                && takesSamplesApart()
                && units.size() >= SHARED_UNITS
                && multiplications() >= SHARED_WEIGHTS;
    }

    /**
     * Half of the forward rule, for one of two threads: for half of the units.
     *
     * @param parameters all parameters of the network
     * @param buffers of this layer, for all samples
     * @param half which of the units
     */
    public void forward(double[] parameters, LayerBuffers buffers, Half half) {
        int m = units.size();
        int n = inputs();
        int from = half.from(m);
        int to = half.to(m);
        double[] z = buffers.preActivation();
        for (int row = 0; row < z.length; row += m) {
            fillWithBiases(parameters, z, row, from, to);
        }
        buffers.product(half) // z += x · wᵀ
                .left(buffers.input(), 0, n)
                .rightTransposed(parameters, weights.offset() + from * n, n)
                .addTo(z, from, m)
                .run(buffers.samples(), to - from, n);
        buffers.activate(activation, from, to);
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        int m = units.size();
        int n = inputs();
        for (int row = buffers.first() * m; row < buffers.end() * m; row += m) {
            fillWithBiases(parameters, buffers.preActivation(), row, 0, m);
        }
        buffers.product() // z += x · wᵀ
                .left(buffers.input(), buffers.first() * n, n)
                .rightTransposed(parameters, weights.offset(), n)
                .addTo(buffers.preActivation(), buffers.first() * m, m)
                .run(buffers.atWork(), m, n);
        buffers.activate(activation);
    }

    private void fillWithBiases(double[] parameters, double[] z, int row, int from, int to) {
        if (ownBiases) {
            System.arraycopy(parameters, biasIndex[from], z, row + from, to - from);
            return;
        }
        for (int unit = from; unit < to; unit++) {
            int bias = biasIndex[unit];
            z[row + unit] = bias == NO_BIAS ? 0 : parameters[bias];
        }
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        buffers.activateBackward(activation);
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        weightGradients(buffers, buffers.product(), gradients, 0).run(units.size(), inputs(), buffers.samples());
        biasGradients(buffers, buffers.product(), gradients);
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients, Half half) {
        int from = half.from(units.size());
        int to = half.to(units.size());
        MatrixProduct product = buffers.product(half);
        weightGradients(buffers, product, gradients, from).run(to - from, inputs(), buffers.samples());
        if (half == Half.SECOND) {
            biasGradients(buffers, product, gradients);
        }
    }

    @Override
    public void descend(LayerBuffers buffers, DescentStep descent) {
        weightGradients(buffers, buffers.product(), descent.gradients(), 0)
                .thenDescend(descent.parameters(), descent.rate())
                .run(units.size(), inputs(), buffers.samples());
        descendBiases(buffers, buffers.product(), descent);
    }

    @Override
    public void descend(LayerBuffers buffers, DescentStep descent, Half half) {
        int from = half.from(units.size());
        int to = half.to(units.size());
        MatrixProduct product = buffers.product(half);
        weightGradients(buffers, product, descent.gradients(), from)
                .thenDescend(descent.parameters(), descent.rate())
                .run(to - from, inputs(), buffers.samples());
        if (half == Half.SECOND) {
            descendBiases(buffers, product, descent);
        }
    }

    private void descendBiases(LayerBuffers buffers, MatrixProduct product, DescentStep descent) {
        biasGradients(buffers, product, descent.gradients());
        biases.ifPresent(descent::apply);
    }

    /** A layer of a student's own function stays on one thread, for who knows what the function does. */
    @Override
    public boolean takesSamplesApart() {
        return !(activation instanceof CustomActivation);
    }

    /** The product for some of the units, ready to be run. */
    private MatrixProduct weightGradients(LayerBuffers buffers, MatrixProduct product, double[] gradients, int from) {
        int n = inputs();
        return product.leftTransposed(buffers.delta(), from, units.size()) // dC/dw = δᵀ · x
                .right(buffers.input(), 0, n)
                .setTo(gradients, weights.offset() + from * n, n);
    }

    private void biasGradients(LayerBuffers buffers, MatrixProduct product, double[] gradients) {
        int m = units.size();
        if (ownBiases) {
            product.leftTransposed(ONE, 0, 0) // dC/db = 1ᵀ · δ
                    .right(buffers.delta(), 0, m)
                    .setTo(gradients, biasIndex[0], m)
                    .run(1, m, buffers.samples());
        } else {
            sumBiasGradients(buffers.delta(), gradients);
        }
    }

    private void sumBiasGradients(double[] delta, double[] gradients) {
        for (int bias : biasIndex) {
            if (bias != NO_BIAS) {
                gradients[bias] = 0;
            }
        }
        for (int row = 0; row < delta.length; row += biasIndex.length) {
            for (int unit = 0; unit < biasIndex.length; unit++) {
                if (biasIndex[unit] != NO_BIAS) {
                    gradients[biasIndex[unit]] += delta[row + unit];
                }
            }
        }
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        int m = units.size();
        int n = inputs();
        buffers.product() // dC/dx = δ · w
                .left(buffers.delta(), buffers.first() * m, m)
                .right(parameters, weights.offset(), n)
                .setTo(inputGradient, buffers.first() * n, n)
                .run(buffers.atWork(), n, m);
    }

    @Override
    public String toString() {
        return "dense " + inputs() + " → " + units.size() + " " + units + ", " + activation;
    }
}
