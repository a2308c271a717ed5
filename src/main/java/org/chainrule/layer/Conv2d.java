package org.chainrule.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;

/**
 * A convolution of images: each filter slides over all channels and makes one channel of the output.
 *
 * <pre>
 * forward    z_f,r,c = Σ_k,i,j w_f,k,i,j · x_k,(r·s + i − p),(c·s + j − p) + b_f     output = f(z)
 * backward   δ = dC/d output · f′(z)
 *            dC/dw_f,k,i,j = Σ_samples,r,c δ_f,r,c · x_k,(r·s + i − p),(c·s + j − p)   dC/db_f = Σ_samples,r,c δ_f,r,c
 *            dC/d x_k,a,b = Σ w_f,k,i,j · δ_f,r,c over all f, i, j, r, c with r·s + i − p = a and c·s + j − p = b
 * </pre>
 *
 * <p>The kernel is not flipped, so "convolution" means cross-correlation, as on the slides and in every framework. With stride 1 the
 * backward rules read: dC/dw is the cross-correlation of X with δ, dC/dX the full cross-correlation of δ with the kernel
 * rotated by 180°.
 *
 * <p>Shapes: input samples × (channels·H·W), weights filters × (channels·height·width), output samples × (filters·rows·columns);
 * stride s, padding p, see {@link Window}. Source: slides "Deep Learning: Optimization", forward and backward pass of a CNN.
 */
public final class Conv2d implements Layer {
    private final Names units;
    private final Window window;
    private final Activation activation;
    private final List<ParameterBlock> blocks;
    private final ParameterBlock weights;
    private final Optional<ParameterBlock> biases;
    private final Window.Tap[] taps;
    private final Shape.Image output;

    /**
     * A layer over its blocks of parameters.
     *
     * @param window the size of the kernel, and how it slides
     * @param activation the function of every unit, elementwise
     * @param units the names of the outputs, filter after filter
     * @param blocks weights, filters × (channels·height·width), then one bias per filter if there are any
     */
    public Conv2d(Window window, Activation activation, Names units, List<ParameterBlock> blocks) {
        this.units = units;
        this.window = window;
        this.activation = activation;
        this.blocks = List.copyOf(blocks);
        this.weights = blocks.get(0);
        this.biases = blocks.stream().skip(1).findFirst();
        this.taps = window.taps(window.image().channels());
        this.output = window.output(weights.rows());
    }

    @Override
    public Names units() {
        return units;
    }

    @Override
    public Shape.Image inputShape() {
        return window.image();
    }

    @Override
    public Shape.Image outputShape() {
        return output;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    /**
     * How the kernel slides.
     *
     * @return its size, stride and padding
     */
    public Window window() {
        return window;
    }

    @Override
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new LayerBuffers(samples, input, units.size());
    }

    // A map is the output of one filter for one sample.

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        for (int map = 0; map < buffers.samples() * output.channels(); map++) {
            Arrays.fill(buffers.preActivation(), map * mapSize(), (map + 1) * mapSize(), bias(parameters, map));
            for (int tap = 0; tap < taps.length; tap++) {
                addProducts(parameters[weightIndex(map, tap)], buffers, map, taps[tap]);
            }
        }
        activation.apply(buffers.preActivation(), buffers.output(), units.size());
    }

    private void addProducts(double weight, LayerBuffers buffers, int map, Window.Tap tap) {
        int step = window.stride().columns();
        double[] x = buffers.input();
        double[] z = buffers.preActivation();
        for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
            int in = seenFrom(map, row, tap);
            int out = rowStart(map, row);
            for (int column = tap.columns().first(); column < tap.columns().end(); column++) {
                z[out + column] += weight * x[in + column * step];
            }
        }
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        activation.backward(buffers.batch(), buffers.delta(), units.size());
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        for (ParameterBlock block : blocks) {
            block.clear(gradients);
        }
        for (int map = 0; map < buffers.samples() * output.channels(); map++) {
            for (int tap = 0; tap < taps.length; tap++) {
                gradients[weightIndex(map, tap)] += correlation(buffers, map, taps[tap]);
            }
            if (biases.isPresent()) {
                gradients[biasIndex(map)] += sum(buffers.delta(), map * mapSize(), (map + 1) * mapSize());
            }
        }
    }

    private double correlation(LayerBuffers buffers, int map, Window.Tap tap) {
        int step = window.stride().columns();
        double[] x = buffers.input();
        double[] delta = buffers.delta();
        double sum = 0;
        for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
            int in = seenFrom(map, row, tap);
            int out = rowStart(map, row);
            for (int column = tap.columns().first(); column < tap.columns().end(); column++) {
                sum += delta[out + column] * x[in + column * step];
            }
        }
        return sum;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        Arrays.fill(inputGradient, 0);
        int step = window.stride().columns();
        double[] delta = buffers.delta();
        for (int map = 0; map < buffers.samples() * output.channels(); map++) {
            for (int index = 0; index < taps.length; index++) {
                Window.Tap tap = taps[index];
                double weight = parameters[weightIndex(map, index)];
                for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
                    int in = seenFrom(map, row, tap);
                    int out = rowStart(map, row);
                    for (int column = tap.columns().first();
                            column < tap.columns().end();
                            column++) {
                        inputGradient[in + column * step] += weight * delta[out + column];
                    }
                }
            }
        }
    }

    private int mapSize() {
        return output.height() * output.width();
    }

    /** Where a row of a map starts. */
    private int rowStart(int map, int row) {
        return map * mapSize() + row * output.width();
    }

    /** What a tap sees for the first column of a row of a map. */
    private int seenFrom(int map, int row, Window.Tap tap) {
        int sample = map / output.channels();
        return sample * inputs() + tap.shift() + row * window.rowStep();
    }

    private int weightIndex(int map, int tap) {
        return weights.offset() + map % output.channels() * taps.length + tap;
    }

    private int biasIndex(int map) {
        return biases.orElseThrow().offset() + map % output.channels();
    }

    private double bias(double[] parameters, int map) {
        return biases.isPresent() ? parameters[biasIndex(map)] : 0;
    }

    @Override
    public String toString() {
        return "conv2d " + inputShape() + " → " + outputShape() + ", kernel " + window + ", " + activation;
    }
}
