package org.chainrule.layer;

import java.util.Arrays;
import org.chainrule.parameter.Names;

/**
 * Average pooling: of every window the mean goes on, channel by channel.
 *
 * <pre>
 * forward    output_r,c = 1/n · Σ_i,j x_(r·s + i − p),(c·s + j − p)     n = height · width of the window
 * backward   dC/d x_a,b = Σ 1/n · dC/d output_r,c over the windows that see x_a,b
 * </pre>
 *
 * <p>Padding counts as zeros; or it is left out of the mean, and n is how many values of the image the window sees. Shapes: input samples × (channels·H·W), output samples × (channels·rows·columns), see {@link Window}.
 */
public final class AveragePool2d extends Pool2d {
    private final boolean countsPadding;
    private final int[] counts;

    /**
     * A layer without parameters.
     *
     * @param window the size of the window, and how it slides
     * @param units the names of the outputs
     * @param countsPadding whether padding counts as zeros; else it is left out
     */
    public AveragePool2d(Window window, Names units, boolean countsPadding) {
        super(window, units);
        this.countsPadding = countsPadding;
        this.counts = counts();
    }

    /** n of each output in a channel. */
    private int[] counts() {
        int[] counts = new int[output.height() * output.width()];
        for (Window.Tap tap : taps) {
            for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
                for (int column = tap.columns().first(); column < tap.columns().end(); column++) {
                    counts[row * output.width() + column]++;
                }
            }
        }
        if (countsPadding) {
            Arrays.fill(counts, taps.length);
        }
        return counts;
    }

    /**
     * Whether padding counts as zeros.
     *
     * @return false if it is left out of the mean
     */
    public boolean countsPadding() {
        return countsPadding;
    }

    /**
     * What the sum of an output is divided by.
     *
     * @param unit from 0
     * @return how many values the window has, or how many of the image it sees
     */
    public int count(int unit) {
        return counts[unit % counts.length];
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new LayerBuffers(samples, input, units.size(), false);
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        int step = window.stride().columns();
        double[] x = buffers.input();
        double[] mean = buffers.output();
        Arrays.fill(mean, buffers.first() * units.size(), buffers.end() * units.size(), 0);
        for (int map = firstMap(buffers); map < endMap(buffers); map++) {
            for (Window.Tap tap : taps) {
                for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
                    int in = seenFrom(map, row, tap);
                    int out = rowStart(map, row);
                    for (int column = tap.columns().first();
                            column < tap.columns().end();
                            column++) {
                        mean[out + column] += x[in + column * step];
                    }
                }
            }
        }
        for (int map = firstMap(buffers); map < endMap(buffers); map++) {
            for (int place = 0; place < counts.length; place++) {
                mean[map * counts.length + place] /= counts[place];
            }
        }
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        int step = window.stride().columns();
        double[] delta = buffers.delta();
        Arrays.fill(inputGradient, buffers.first() * inputs(), buffers.end() * inputs(), 0);
        for (int map = firstMap(buffers); map < endMap(buffers); map++) {
            for (Window.Tap tap : taps) {
                for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
                    int in = seenFrom(map, row, tap);
                    int out = rowStart(map, row);
                    for (int column = tap.columns().first();
                            column < tap.columns().end();
                            column++) {
                        inputGradient[in + column * step] +=
                                delta[out + column] / counts[row * output.width() + column];
                    }
                }
            }
        }
    }

    /** A map is one channel of one sample. */
    private int firstMap(LayerBuffers buffers) {
        return buffers.first() * output.channels();
    }

    private int endMap(LayerBuffers buffers) {
        return buffers.end() * output.channels();
    }

    /** What a tap sees for the first column of a row. */
    private int seenFrom(int map, int row, Window.Tap tap) {
        return map * imageSize() + row * window.rowStep() + tap.shift();
    }

    private int rowStart(int map, int row) {
        return (map * output.height() + row) * output.width();
    }

    @Override
    public String toString() {
        return "average pooling " + inputShape() + " → " + outputShape() + ", window " + window
                + (countsPadding ? "" : ", padding left out of the mean");
    }
}
