package org.chainrule.published;

import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void scoresOfTheFirstSample() {
        double[] scores = {11.53165108, 12.2917344, 13.05181771, 13.81190102, 14.57198434, 15.33206765, 16.09215096};
        Forward pass = net().forward(SAMPLES);
        for (int unit = 0; unit < scores.length; unit++) {
            String name = net().outputs().get(unit);
            assertEquals(scores[unit], pass.preActivation(name, 0), 5.1e-9, name);
        }
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
        double[] x = transposed(spaced(-5.5, 4.5, 15), 5, 3);
        return IntStream.range(0, 3)
                .mapToObj(sample -> Arrays.copyOfRange(x, 5 * sample, 5 * sample + 5))
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
