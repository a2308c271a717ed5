package org.chainrule.layer;

import java.util.Arrays;
import java.util.Map;
import org.chainrule.math.Kernels;
import org.chainrule.math.Matrix;
import org.chainrule.math.MaxPooling;
import org.chainrule.math.Planes;
import org.chainrule.parameter.Names;

/**
 * Max pooling: of every window only the largest value goes on, channel by channel.
 *
 * <pre>
 * forward    output_r,c = max_i,j x_(r·s + i − p),(c·s + j − p)
 * backward   dC/d x_a,b = Σ dC/d output_r,c over the windows that x_a,b has won
 * </pre>
 *
 * <p>Among equal values the first wins. Padding never wins: it counts as −∞. The winner of each output is recorded, by its place in
 * the row of the input. Shapes: input samples × (channels·H·W), output samples × (channels·rows·columns), see {@link Window}.
 */
public final class MaxPool2d extends Pool2d {
    private final int[] firstSeen;

    /**
     * A layer without parameters.
     *
     * @param window the size of the window, and how it slides
     * @param units the names of the outputs
     */
    public MaxPool2d(Window window, Names units) {
        super(window, units);
        this.firstSeen = firstSeen();
    }

    /** The first value of the image that each window sees. */
    private int[] firstSeen() {
        int[] first = new int[output.height() * output.width()];
        for (int tap = taps.length - 1; tap >= 0; tap--) {
            Window.Tap seen = taps[tap];
            for (int row = seen.rows().first(); row < seen.rows().end(); row++) {
                for (int column = seen.columns().first();
                        column < seen.columns().end();
                        column++) {
                    int in = seen.shift()
                            + row * window.rowStep()
                            + column * window.stride().columns();
                    first[row * output.width() + column] = in;
                }
            }
        }
        return first;
    }

    @Override
    public LayerBuffers newBuffers(int samples, double[] input) {
        return new Winners(samples, input);
    }

    @Override
    public LayerBuffers part(LayerBuffers whole, int from, int to) {
        return new Winners((Winners) whole, from, to);
    }

    /** Which input each output took, as an index into the batch. */
    private final class Winners extends LayerBuffers {
        private final int[] winners;
        private final MaxPooling pooling = Kernels.fastest()
                .maxPooling(new Planes(
                        window.image().channels(),
                        window.image().height(),
                        window.image().width()));

        Winners(int samples, double[] input) {
            super(samples, input, units.size(), false);
            winners = new int[samples * units.size()];
        }

        Winners(Winners whole, int from, int to) {
            super(whole, from, to);
            winners = whole.winners;
        }

        @Override
        public Map<String, Matrix> forwardDetails() {
            double[] places =
                    Arrays.stream(winners).mapToDouble(i -> i % inputs()).toArray();
            return Map.of("winner", Matrix.ofRowMajor(samples(), places));
        }
    }

    @Override
    public void forward(double[] parameters, LayerBuffers buffers) {
        Winners own = (Winners) buffers;
        if (isHalving()) {
            halve(own);
            return;
        }
        Arrays.fill(own.output(), own.first() * units.size(), own.end() * units.size(), Double.NEGATIVE_INFINITY);
        for (int map = own.first() * output.channels(); map < own.end() * output.channels(); map++) {
            for (int place = 0; place < firstSeen.length; place++) {
                own.winners[map * firstSeen.length + place] = map * imageSize() + firstSeen[place];
            }
            for (Window.Tap tap : taps) {
                compete(own, map, tap);
            }
        }
    }

    /** Whether the window is the most frequent one. */
    private boolean isHalving() {
        Extent two = Extent.square(2);
        return window.size().equals(two)
                && window.stride().equals(two)
                && window.padding().equals(Padding.NONE);
    }

    private void halve(Winners own) {
        for (int sample = own.first(); sample < own.end(); sample++) {
            own.pooling.of(own.input(), sample * inputs()).into(own.output(), own.winners, sample * units.size());
        }
    }

    private void compete(Winners own, int map, Window.Tap tap) {
        double[] x = own.input();
        double[] largest = own.output();
        int[] winners = own.winners;
        int step = window.stride().columns();
        for (int row = tap.rows().first(); row < tap.rows().end(); row++) {
            int from = map * imageSize() + tap.shift() + row * window.rowStep();
            int to = map * firstSeen.length + row * output.width();
            for (int column = tap.columns().first(); column < tap.columns().end(); column++) {
                // without branches, which could not be predicted; the maximum keeps NaN
                int in = from + column * step;
                int out = to + column;
                winners[out] = x[in] > largest[out] ? in : winners[out];
                largest[out] = Math.max(largest[out], x[in]);
            }
        }
    }

    @Override
    public void backwardToInput(double[] parameters, LayerBuffers buffers, double[] inputGradient) {
        Winners own = (Winners) buffers;
        int[] winners = own.winners;
        double[] delta = own.delta();
        for (int sample = own.first(); sample < own.end(); sample++) {
            Arrays.fill(inputGradient, sample * inputs(), (sample + 1) * inputs(), 0);
            for (int i = sample * units.size(); i < (sample + 1) * units.size(); i++) {
                inputGradient[winners[i]] += delta[i];
            }
        }
    }

    @Override
    public String toString() {
        return "max pooling " + inputShape() + " → " + outputShape() + ", window " + window;
    }
}
