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
        return new Patches(samples, input);
    }

    /** What every place of the kernel sees, for one sample: taps × places of the output. The products run on that. */
    private final class Patches extends LayerBuffers {
        private final double[] patches = new double[taps.length * places()];
        private final double[] deltaSums = new double[units.size()];

        Patches(int samples, double[] input) {
            super(samples, input, units.size());
        }

        /** Lays out what the kernel sees; padding stays zero. */
        void read(int sample) {
            Arrays.fill(patches, 0);
            for (int tap = 0; tap < taps.length; tap++) {
                Window.Span rows = taps[tap].rows();
                for (int row = rows.first(); row < rows.end(); row++) {
                    readRow(tap, row, sample * inputs());
                }
            }
        }

        private void readRow(int tap, int row, int start) {
            int from = start + taps[tap].shift() + row * window.rowStep();
            int to = tap * places() + row * output.width();
            int first = taps[tap].columns().first();
            int end = taps[tap].columns().end();
            int step = window.stride().columns();
            if (step == 1) {
                System.arraycopy(input(), from + first, patches, to + first, end - first);
                return;
            }
            for (int column = first; column < end; column++) {
                patches[to + column] = input()[from + column * step];
            }
        }

        /** Adds what lies in the patches to the values they were read from. */
        void addBack(int sample, double[] inputGradient) {
            int step = window.stride().columns();
            for (int tap = 0; tap < taps.length; tap++) {
                Window.Span columns = taps[tap].columns();
                for (int row = taps[tap].rows().first(); row < taps[tap].rows().end(); row++) {
                    int to = sample * inputs() + taps[tap].shift() + row * window.rowStep();
                    int from = tap * places() + row * output.width();
                    for (int column = columns.first(); column < columns.end(); column++) {
                        inputGradient[to + column * step] += patches[from + column];
                    }
                }
            }
        }
    }

    /** How many places the kernel can stand at. */
    private int places() {
        return output.height() * output.width();
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Patches own = (Patches) buffers;
        for (int sample = 0; sample < own.samples(); sample++) {
            int start = sample * units.size();
            own.read(sample);
            fillWithBiases(parameters, own.preActivation(), start);
            own.product() // z += w · patches
                    .left(parameters, weights.offset(), taps.length)
                    .right(own.patches, 0, places())
                    .addTo(own.preActivation(), start, places())
                    .run(output.channels(), places(), taps.length);
        }
        activation.apply(buffers.preActivation(), buffers.output(), units.size());
    }

    private void fillWithBiases(double[] parameters, double[] z, int start) {
        for (int filter = 0; filter < output.channels(); filter++) {
            double bias = biases.isPresent() ? parameters[biases.get().offset() + filter] : 0;
            int from = start + filter * places();
            Arrays.fill(z, from, from + places(), bias);
        }
    }

    @Override
    public void delta(double[] parameters, LayerBuffers buffers) {
        activation.backward(buffers.batch(), buffers.delta(), units.size());
    }

    @Override
    public void gradients(LayerBuffers buffers, double[] gradients) {
        Patches own = (Patches) buffers;
        weights.clear(gradients);
        for (int sample = 0; sample < own.samples(); sample++) {
            own.read(sample);
            own.product() // dC/dw += δ · patchesᵀ
                    .left(own.delta(), sample * units.size(), places())
                    .rightTransposed(own.patches, 0, places())
                    .addTo(gradients, weights.offset(), taps.length)
                    .run(output.channels(), taps.length, places());
        }
        biases.ifPresent(block -> biasGradients(own, gradients, block.offset()));
    }

    /** Over the samples first, which is fast, then over the places. */
    private void biasGradients(Patches own, double[] gradients, int offset) {
        Arrays.fill(own.deltaSums, 0);
        for (int start = 0; start < own.delta().length; start += units.size()) {
            for (int i = 0; i < own.deltaSums.length; i++) {
                own.deltaSums[i] += own.delta()[start + i];
            }
        }
        for (int filter = 0; filter < output.channels(); filter++) {
            double sum = 0;
            for (int place = 0; place < places(); place++) {
                sum += own.deltaSums[filter * places() + place];
            }
            gradients[offset + filter] = sum;
        }
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        Patches own = (Patches) buffers;
        Arrays.fill(inputGradient, 0);
        for (int sample = 0; sample < own.samples(); sample++) {
            Arrays.fill(own.patches, 0);
            own.product() // dC/d patches = wᵀ · δ
                    .leftTransposed(parameters, weights.offset(), taps.length)
                    .right(own.delta(), sample * units.size(), places())
                    .addTo(own.patches, 0, places())
                    .run(taps.length, places(), output.channels());
            own.addBack(sample, inputGradient);
        }
    }

    @Override
    public String toString() {
        return "conv2d " + inputShape() + " → " + outputShape() + ", kernel " + window + ", " + activation;
    }
}
