package org.chainrule.network;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.leakyRelu;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.softplus;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Softmax;
import org.chainrule.layer.Layer;
import org.chainrule.loss.Loss;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers at the edges: a defined result, or one line that says what is wrong, but never a silent NaN. */
class SaturationTest {
    private static final double[] EDGES = {
        -Double.MAX_VALUE, -1e300, -1e4, -750, -1e-320, 0, Double.MIN_VALUE, 1e-320, 750, 1e4, 1e300, Double.MAX_VALUE
    };

    static Stream<Activation> activations() {
        return Stream.of(identity(), sigmoid(), tanh(), relu(), leakyRelu(), elu(), softplus(), softmax());
    }

    @ParameterizedTest
    @MethodSource("activations")
    void noActivationTurnsAFiniteNumberIntoNoNumber(Activation activation) {
        double[] output = new double[EDGES.length];
        double[] delta = new double[EDGES.length];
        double[] ones = new double[EDGES.length];
        Arrays.fill(ones, 1);
        int units = activation instanceof Softmax ? EDGES.length : 1;
        activation.apply(EDGES, output, units);
        activation.backward(new Activation.Batch(EDGES, output, ones, delta, units), 0, EDGES.length);
        assertTrue(Arrays.stream(output).allMatch(Double::isFinite), () -> Arrays.toString(output));
        assertTrue(Arrays.stream(delta).allMatch(Double::isFinite), () -> Arrays.toString(delta));
    }

    @Test
    void entropiesOfHugePreActivationsAreExact() {
        double[][] logits = {{1000, -1000, 0}};
        assertEntropy(categoricalCrossEntropy(), softmax(), logits, new double[][] {{0, 1, 0}}, 2000, 1, -1, 0);
        assertEntropy(sparseCategoricalCrossEntropy(), softmax(), logits, new double[][] {{0}}, 0, 0, 0, 0);
        assertEntropy(
                binaryCrossEntropy().sum(),
                sigmoid(),
                logits,
                new double[][] {{0, 1, 0.5}},
                2000 + Math.log(2),
                1,
                -1,
                0);
    }

    private static void assertEntropy(
            Loss loss, Activation output, double[][] logits, double[][] targets, double value, double... delta) {
        Deltas deltas = passThrough(output, loss).forward(logits).deltas(targets);
        assertEquals(value, deltas.loss(), 1e-12);
        assertArrayEquals(delta, deltas.deltas().get(0).row(0), 1e-15);
    }

    private static Network passThrough(Activation output, Loss loss) {
        return network()
                .inputs(3)
                .layer(3)
                .activation(output)
                .weights(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
                .loss(loss);
    }

    /** Where the two have no common rule, a probability of 0 that is right must not become 0/0. */
    @Test
    void aCertainProbabilityThatIsRightHasFiniteDeltas() {
        Deltas deltas = passThrough(softmax(), binaryCrossEntropy())
                .forward(new double[][] {{2000, 0, -2000}})
                .deltas(new double[][] {{1, 0, 0}});
        assertTrue(Arrays.stream(deltas.deltas().get(0).row(0)).allMatch(Double::isFinite), deltas::toString);
    }

    @Test
    void recurrentLayersSaturateToo() {
        for (Network net : new Network[] {
            network()
                    .inputs(sequence(3, 1))
                    .lstm(1)
                    .weights(ones(4))
                    .recurrentWeights(ones(4))
                    .biases(1, 1, 1, 1)
                    .loss(halfSquaredError()),
            network()
                    .inputs(sequence(3, 1))
                    .simpleRnn(1)
                    .weights(ones(1))
                    .recurrentWeights(ones(1))
                    .biases(1)
                    .loss(halfSquaredError())
        }) {
            Deltas deltas = net.forward(new double[][] {{1e300, -1e300, 1e300}}).deltas(new double[][] {{0}});
            assertTrue(Arrays.stream(deltas.gradients().toArray()).allMatch(Double::isFinite), deltas::toString);
        }
    }

    private static double[][] ones(int rows) {
        double[][] ones = new double[rows][1];
        Arrays.stream(ones).forEach(row -> row[0] = 1);
        return ones;
    }

    @Test
    void trainingStopsAtTheFirstLossThatIsNoNumberAndKeepsTheLastGoodParameters() {
        TrainingRun run = training(growing())
                .samples(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{0}, {0}, {0}, {0}})
                .batchSize(2)
                .optimizer(sgd(10))
                .epochs(1000)
                .run();
        String words = run.ending().words();
        assertTrue(
                words.matches(
                        "training stopped in epoch \\d+ of 1000, batch [12] of 2, layer 2: the loss was no longer a"
                                + " finite number; .*"),
                words);
        assertFalse(words.contains("\n"));
        assertEquals(run.ending().epoch(), run.history().epochs());
        assertTrue(Double.isFinite(run.loss()), run::toString);
        double[] parameters = run.network().parameters().toArray();
        assertTrue(Arrays.stream(parameters).allMatch(Double::isFinite), words);
        Layer second = run.network().layers().get(1);
        assertEquals("cosh", second.activation().name());
    }

    /** The loss of a batch is that before its update, so it does not tell what the last update of an epoch did. */
    @Test
    void anUpdateThatOverflowsInTheLastBatchIsSeenToo() {
        TrainingRun run = training(growing())
                .samples(new double[][] {{0}, {2}}, new double[][] {{1}, {-9}})
                .batchSize(1)
                .optimizer(sgd(Double.MAX_VALUE))
                .epochs(1)
                .run();
        assertTrue(run.ending().words().startsWith("training stopped in epoch 1 of 1, batch "), run::toString);
        assertEquals(0, run.ending().epoch());
        assertArrayEquals(
                growing().parameters().toArray(), run.network().parameters().toArray());
    }

    /** The first layer stays finite, the second is the first to overflow. */
    private static Network growing() {
        return network()
                .inputs(1)
                .layer(1)
                .activation(tanh())
                .weights(new double[][] {{0.5}})
                .layer(1)
                .activation(activation("cosh", Math::cosh, Math::sinh))
                .weights(new double[][] {{1}})
                .loss(halfSquaredError());
    }

    @Test
    void emptyBatchesAndLabelsOutOfRangeAreRefused() {
        Network net = passThrough(softmax(), sparseCategoricalCrossEntropy());
        assertOneLine(() -> net.forward(new double[0][]), "forward() got no samples");
        Forward pass = net.forward(1, 2, 3);
        for (double label : new double[] {3, -1, 0.5, Double.NaN}) {
            assertOneLine(() -> pass.deltas(new double[][] {{label}}), "deltas() got");
        }
    }

    private static void assertOneLine(Executable call, String start) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.startsWith(start) && !message.contains("\n"), message);
    }
}
