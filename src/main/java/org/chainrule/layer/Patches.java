package org.chainrule.layer;

import java.util.Arrays;

/**
 * A convolution as products of matrices, for every stride: what the kernel sees is copied into patches, taps × places of the
 * output, one sample at a time.
 */
final class Patches extends Conv2dBuffers {
    private final Window window;
    private final Window.Tap[] taps;
    private final Shape.Image output;
    private final double[] patches;
    private final double[] deltaSums;

    Patches(Conv2d layer, LayerBuffers whole, int from, int to) {
        super(layer, whole, from, to);
        window = layer.window();
        taps = window.taps(window.image().channels());
        output = layer.outputShape();
        patches = new double[taps.length * places()];
        deltaSums = new double[output.size()];
    }

    /** How many places the kernel can stand at. */
    private int places() {
        return output.height() * output.width();
    }

    /** Lays out what the kernel sees; padding stays zero. */
    private void read(int sample) {
        Arrays.fill(patches, 0);
        for (int tap = 0; tap < taps.length; tap++) {
            Window.Span rows = taps[tap].rows();
            for (int row = rows.first(); row < rows.end(); row++) {
                readRow(tap, row, sample * layer.inputs());
            }
        }
    }

    private void readRow(int tap, int row, int start) {
        int from = start + taps[tap].shift() + row * window.rowStep();
        int to = tap * places() + row * output.width();
        int first = taps[tap].columns().first();
        int end = taps[tap].columns().end();
        int step = window.stride().columns();
        if (step == 1 && first < end) { // else the place in the kernel sees nothing but padding
            System.arraycopy(input(), from + first, patches, to + first, end - first);
            return;
        }
        for (int column = first; column < end; column++) {
            patches[to + column] = input()[from + column * step];
        }
    }

    /** Adds what lies in the patches to the values they were read from. */
    private void addBack(int sample, double[] inputGradient) {
        int step = window.stride().columns();
        for (int tap = 0; tap < taps.length; tap++) {
            Window.Span columns = taps[tap].columns();
            for (int row = taps[tap].rows().first(); row < taps[tap].rows().end(); row++) {
                int to = sample * layer.inputs() + taps[tap].shift() + row * window.rowStep();
                int from = tap * places() + row * output.width();
                for (int column = columns.first(); column < columns.end(); column++) {
                    inputGradient[to + column * step] += patches[from + column];
                }
            }
        }
    }

    @Override
    void forward(double[] parameters) {
        for (int sample = first(); sample < end(); sample++) {
            int start = sample * output.size();
            read(sample);
            fillWithBiases(parameters, start);
            product() // z += w · patches
                    .left(parameters, layer.weights().offset(), taps.length)
                    .right(patches, 0, places())
                    .addTo(preActivation(), start, places())
                    .run(output.channels(), places(), taps.length);
        }
    }

    private void fillWithBiases(double[] parameters, int start) {
        for (int filter = 0; filter < output.channels(); filter++) {
            int from = start + filter * places();
            double bias =
                    layer.biases().isPresent() ? parameters[layer.biases().get().offset() + filter] : 0;
            Arrays.fill(preActivation(), from, from + places(), bias);
        }
    }

    @Override
    void gradients(double[] gradients) {
        if (isAtFirst()) {
            layer.weights().clear(gradients);
            Arrays.fill(deltaSums, 0);
        }
        for (int sample = first(); sample < end(); sample++) {
            read(sample);
            addDeltas(sample * output.size());
            product() // dC/dw += δ · patchesᵀ
                    .left(delta(), sample * output.size(), places())
                    .rightTransposed(patches, 0, places())
                    .addTo(gradients, layer.weights().offset(), taps.length)
                    .run(output.channels(), taps.length, places());
        }
        if (isAtLast()) {
            layer.biases().ifPresent(block -> biasGradients(gradients, block.offset()));
        }
    }

    private void addDeltas(int start) {
        for (int i = 0; i < deltaSums.length; i++) {
            deltaSums[i] += delta()[start + i];
        }
    }

    /** Over the samples first, which is fast, then over the places. */
    private void biasGradients(double[] gradients, int offset) {
        for (int filter = 0; filter < output.channels(); filter++) {
            double sum = 0;
            for (int place = 0; place < places(); place++) {
                sum += deltaSums[filter * places() + place];
            }
            gradients[offset + filter] = sum;
        }
    }

    @Override
    void inputGradient(double[] parameters, double[] inputGradient) {
        Arrays.fill(inputGradient, first() * layer.inputs(), end() * layer.inputs(), 0);
        for (int sample = first(); sample < end(); sample++) {
            product() // dC/d patches = wᵀ · δ
                    .leftTransposed(parameters, layer.weights().offset(), taps.length)
                    .right(delta(), sample * output.size(), places())
                    .setTo(patches, 0, places())
                    .run(taps.length, places(), output.channels());
            addBack(sample, inputGradient);
        }
    }
}
