package org.chainrule.layer;

import static org.chainrule.Chainrule.accuracy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chainrule.loss.Loss;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;

class TimeDistributedDenseTest {
    private static final double[][] INPUTS = {{1, 2, -1, .5, .3, -.8}, {0, 1, 2, -1, -.4, .6}};
    private static final double[][] LABELS = {{0, 2, 1}, {1, 1, 0}};
    private static final double[][] ONE_HOT = {{1, 0, 0, 0, 0, 1, 0, 1, 0}, {0, 1, 0, 0, 1, 0, 1, 0, 0}};

    /** Two steps by hand: y_t = 2·x_t + 1, so 3 and 7; errors 3 − 1 and 7 − 10. */
    @Test
    void byHand() {
        Network net = network()
                .inputs(sequence(2, 1))
                .layer(1)
                .activation(identity())
                .weights(new double[] {2})
                .biases(1)
                .loss(halfSquaredError().sum());
        Forward pass = net.forward(1, 3);
        assertArrayEquals(new double[] {3, 7}, pass.prediction().row(0));
        Deltas deltas = pass.deltas(y(1, 10));
        assertEquals(0.5 * (4 + 9), deltas.loss());
        assertArrayEquals(new double[] {2, -3}, deltas.deltas().get(0).row(0));
        assertEquals(2 * 1 - 3 * 3, deltas.gradient("w1_1_1"));
        assertEquals(2 - 3, deltas.gradient("b1_1"));
        assertEquals(4, deltas.inputGradient("x1_1", 0));
        assertEquals(-6, deltas.inputGradient("x2_1", 0));
    }

    /** A step counts as a sample, as in the means of PyTorch and Keras: two steps of two outputs are a mean over four. */
    @Test
    void theMeanIsOverSamplesAndSteps() {
        for (Loss loss : new Loss[] {meanSquaredError(), halfSquaredError()}) {
            Network net = network()
                    .inputs(sequence(2, 1))
                    .layer(2)
                    .activation(identity())
                    .weights(new double[] {1}, new double[] {1})
                    .loss(loss);
            double squares = 1 + 4 + 9 + 16;
            double expected = loss.equals(meanSquaredError()) ? squares / 4 : squares / 2 / 2;
            assertEquals(expected, net.forward(0, 0).loss(y(1, 2, 3, 4)), 1e-15);
        }
    }

    private static Network reader(Loss loss) {
        return network()
                .inputs(sequence(3, 2))
                .simpleRnn(2)
                .weights(new double[][] {{.5, -.3}, {.2, .4}})
                .recurrentWeights(new double[][] {{.1, .6}, {-.7, .2}})
                .biases(.1, -.2)
                .allSteps()
                .layer(3)
                .activation(softmax())
                .weights(new double[][] {{.3, -.5}, {.8, .1}, {-.6, .9}})
                .biases(.05, 0, -.1)
                .loss(loss);
    }

    /** {@code torch.nn.RNN}, {@code torch.nn.Linear} and {@code torch.nn.functional.cross_entropy} over all steps, PyTorch 2 in double precision. */
    @Test
    void backThroughTimeFromTheLossOfEveryStepAsInPyTorch() {
        Forward pass = reader(sparseCategoricalCrossEntropy()).forward(INPUTS);
        assertArrayEquals(
                new double[] {
                    0.217507518536716, 0.308171202271719, 0.474321279191565,
                    0.364347023159939, 0.308782743710728, 0.326870233129332,
                    0.433194385054187, 0.409280652949429, 0.157524961996384
                },
                pass.prediction().row(0),
                1e-14);
        Deltas deltas = pass.deltas(LABELS);
        assertEquals(1.024296412505799, deltas.loss(), 1e-14);
        assertArrayEquals(
                new double[] {
                    -0.09776331699417405,
                    0.18529108041975603,
                    0.2191075981110423,
                    0.1965091131536741,
                    0.005272004823284,
                    0.08794996427717673,
                    0.052881938484067116,
                    -0.11232266380795118,
                    0.01963527439560416,
                    -0.029492533715946394,
                    0.08066070830957686,
                    -0.05703279153770318,
                    -0.10713692670261028,
                    0.014930096773996166,
                    0.026476218393033435,
                    0.042102694763707024,
                    0.025641522513799427,
                    -0.1449109413096037,
                    0.11926941879580424
                },
                deltas.gradients().toArray(),
                1e-14);
        assertArrayEquals(
                new double[] {
                    0.062759468482073,
                    0.01673933688551615,
                    0.032491834207348115,
                    -0.10567842973934852,
                    -0.034235886911793696,
                    0.010377806115379501
                },
                deltas.trace().inputGradients().row(0),
                1e-14);
    }

    @Test
    void equalLabelsHaveEqualNumbers() {
        Deltas sparse = reader(sparseCategoricalCrossEntropy()).forward(INPUTS).deltas(LABELS);
        Deltas oneHot = reader(categoricalCrossEntropy()).forward(INPUTS).deltas(ONE_HOT);
        assertEquals(oneHot.loss(), sparse.loss(), 1e-15);
        assertArrayEquals(oneHot.gradients().toArray(), sparse.gradients().toArray(), 1e-16);
    }

    /** The largest probabilities of the steps are at 2, 0, 0 and 2, 1, 0; two of six are right. */
    @Test
    void accuracyIsThatOfTheSteps() {
        Network net = reader(sparseCategoricalCrossEntropy());
        assertEquals(2 / 6.0, accuracy().of(net, dataset(INPUTS, LABELS)));
        assertEquals(2 / 6.0, accuracy().of(net, dataset(INPUTS, ONE_HOT)));
    }

    @Test
    void learnsToRememberTheStepBefore() {
        double[][] inputs = new double[8][];
        double[][] targets = new double[8][];
        for (int i = 0; i < 8; i++) {
            inputs[i] = new double[] {i & 1, i >> 1 & 1, i >> 2 & 1};
            targets[i] = new double[] {0, i & 1, i >> 1 & 1};
        }
        TrainingRun run = training(network()
                        .inputs(sequence(3, 1))
                        .simpleRnn(4)
                        .init(xavier(seed(1)))
                        .allSteps()
                        .layer(1)
                        .activation(identity())
                        .init(xavier(seed(2)))
                        .loss(meanSquaredError()))
                .samples(inputs, targets)
                .batchSize(3)
                .optimizer(sgd(0.2))
                .epochs(1500)
                .run();
        assertTrue(run.loss() < 1e-3, () -> Double.toString(run.loss()));
    }

    @Test
    void targetsNeedAValueForEveryStep() {
        Network net = reader(sparseCategoricalCrossEntropy());
        assertEquals(
                "deltas() got 1 target value, but the network has 3 targets [label1, label2, label3].",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> net.forward(INPUTS[0]).deltas(y(1)))
                        .getMessage());
        assertEquals(
                "deltas() got the target 3.0, but sparse categorical cross-entropy needs labels from 0 to 2.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> net.forward(INPUTS[0]).deltas(y(1, 3, 0)))
                        .getMessage());
    }

    @Test
    void aSequenceWithoutLayersHasNoLoss() {
        assertEquals(
                "loss() came, but the network has no layers yet; add .layer(…), .simpleRnn(…) or .lstm(…).",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> network().inputs(sequence(2, 1)).loss(halfSquaredError()))
                        .getMessage());
    }

    @Test
    void nothingGoesFromStepToStep() {
        Network net = reader(sparseCategoricalCrossEntropy());
        double[] changed = Arrays.copyOf(INPUTS[0], 6);
        changed[4] = 5;
        double[] before = net.forward(INPUTS[0]).prediction().row(0);
        double[] after = net.forward(changed).prediction().row(0);
        assertArrayEquals(Arrays.copyOf(before, 6), Arrays.copyOf(after, 6));
    }
}
