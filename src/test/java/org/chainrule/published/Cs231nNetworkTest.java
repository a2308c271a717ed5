package org.chainrule.published;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.math.Matrix;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.training.History;
import org.junit.jupiter.api.Test;

/**
 * CS231n, assignment 2, FullyConnectedNets: the two-layer net 5-50-7 on evenly spaced numbers.
 *
 * <p>https://cs231n.github.io/assignments2016/assignment2/
 */
class Cs231nNetworkTest {
    private static final double[][] SAMPLES = samples();
    private static final double[][] LABELS = {{0}, {5}, {1}};

    @Test
    void scores() {
        double[][] scores = {
            {11.53165108, 12.2917344, 13.05181771, 13.81190102, 14.57198434, 15.33206765, 16.09215096},
            {12.05769098, 12.74614105, 13.43459113, 14.1230412, 14.81149128, 15.49994135, 16.18839143},
            {12.58373087, 13.20054771, 13.81736455, 14.43418138, 15.05099822, 15.66781506, 16.2846319}
        };
        Forward pass = net().forward(SAMPLES);
        for (int sample = 0; sample < scores.length; sample++) {
            double[] row = pass.preActivations().get(1).row(sample);
            assertArrayEquals(scores[sample], row, 5.1e-9);
        }
    }

    /** {@code affine_forward}: two samples of 4×5×6 values, three units. */
    @Test
    void affineLayer() {
        Network net = network()
                .inputs(120)
                .layer(3)
                .activation(identity())
                .weights(rows(transposed(spaced(-.2, .3, 360), 120, 3), 3))
                .biases(spaced(-.3, .1, 3))
                .loss(halfSquaredError());
        Matrix out = net.forward(rows(spaced(-.1, .5, 240), 2)).prediction();
        assertArrayEquals(new double[] {1.49834967, 1.70660132, 1.91485297}, out.row(0), 5.1e-9);
        assertArrayEquals(new double[] {3.25553199, 3.5141327, 3.77273342}, out.row(1), 5.1e-9);
    }

    /** {@code relu_forward}. */
    @Test
    void reluLayer() {
        double[] z = spaced(-.5, .5, 12);
        double[] out = new double[12];
        relu().apply(z, out, 4);
        double[] expected = {0, 0, 0, 0, 0, 0, .04545455, .13636364, .22727273, .31818182, .40909091, .5};
        assertArrayEquals(expected, out, 5.1e-9);
    }

    /** Their penalty is ½ · reg · Σw² over the weights: our l2. */
    @Test
    void softmaxLossWithAndWithoutThePenalty() {
        assertEquals(3.4702243556, net().forward(SAMPLES).loss(LABELS), 5.1e-11);
        History history = training(net())
                .samples(SAMPLES, LABELS)
                .regularizer(l2(1.0))
                .optimizer(sgd(1e-3))
                .epochs(1)
                .run()
                .history();
        assertEquals(26.5948426952, history.loss(0), 5.1e-11);
        assertEquals(3.4702243556, history.parts(0).data(), 5.1e-11);
    }

    /** Theirs has inputs in rows and units in columns, ours units in rows. */
    private static Network net() {
        Network shape = network()
                .inputs(5)
                .layer(50)
                .activation(relu())
                .init(xavier(seed(1)))
                .layer(7)
                .activation(softmax())
                .init(xavier(seed(1)))
                .loss(sparseCategoricalCrossEntropy());
        double[] values = Stream.of(
                        transposed(spaced(-.7, .3, 250), 5, 50),
                        spaced(-.1, .9, 50),
                        transposed(spaced(-.3, .4, 350), 50, 7),
                        spaced(-.9, .1, 7))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return shape.with(values);
    }

    private static double[][] samples() {
        return rows(transposed(spaced(-5.5, 4.5, 15), 5, 3), 3);
    }

    private static double[][] rows(double[] values, int rows) {
        int columns = values.length / rows;
        return IntStream.range(0, rows)
                .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
                .toArray(double[][]::new);
    }

    private static double[] spaced(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + i * (to - from) / (count - 1))
                .toArray();
    }

    private static double[] transposed(double[] matrix, int rows, int columns) {
        double[] result = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            result[i % columns * rows + i / columns] = matrix[i];
        }
        return result;
    }
}
