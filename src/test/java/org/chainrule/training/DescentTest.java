package org.chainrule.training;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.maxNorm;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Function;
import org.chainrule.network.Network;
import org.chainrule.network.WeightsStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large layers step while they compute their gradients, if nothing stands between these and the step; the bits stay the same. */
class DescentTest {
    private static final int SAMPLES = 2 * 64 + 23;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void denseLayersHaveTheBitsOfAStepAfterTheGradients(int threads) {
        hasTheSameBits(dense(), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void imageLayersToo(int threads) {
        hasTheSameBits(
                network()
                        .inputs(image(1, 15, 20))
                        .conv2d(20, 3)
                        .activation(relu())
                        .init(he(seed(1)))
                        .flatten()
                        .layer(12)
                        .activation(softmax())
                        .init(xavier(seed(2)))
                        .loss(categoricalCrossEntropy()),
                threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLargeBatchToo(int threads) {
        hasTheSameBits(describe(dense(), 350, 250).threads(threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSharedBiasToo(int threads) {
        hasTheSameBits(wide(step -> step.sharedBias("b1", 0.5)), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void layersWithoutBiasesToo(int threads) {
        hasTheSameBits(wide(WeightsStep::withoutBias), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFrozenParameterStays(int threads) {
        Network net = wide(step -> step.sharedBias(b("b1", 0.5).frozen()));
        Network trained = hasTheSameBits(net, threads).network();
        assertEquals(0.5, trained.parameters().at("b1"));
        assertTrue(trained.parameters().at(0) != net.parameters().at(0), "the others move");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void weightsStayWithinTheirLimit(int threads) {
        Training limited = describe(dense(), SAMPLES, 64).threads(threads).constraint(maxNorm(0.9));
        Network trained = hasTheSameBits(limited).network();
        double[] weights = trained.parameters().toArray();
        double largest = 0;
        for (int unit = 0; unit < 170; unit++) {
            double sum = 0;
            for (int i = unit * 300; i < (unit + 1) * 300; i++) {
                sum += weights[i] * weights[i];
            }
            largest = Math.max(largest, Math.sqrt(sum));
        }
        assertEquals(0.9, largest, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRunThatIsResumedToo(int threads) {
        Training training = describe(dense(), SAMPLES, 64).threads(threads);
        TrainingRun whole = hasTheSameBits(training);
        TrainingRun resumed = training.epochs(1).run().resume().epochs(2).run();
        assertSame(whole, resumed);
    }

    /** The rate explodes in the third epoch: what is left is the state after the second, as if no more had been asked for. */
    @ParameterizedTest
    @CsvSource({"1, 64", "2, 64", "1, 151", "2, 151"})
    void aRunWhoseLossIsNoLongerFiniteToo(int threads, int batch) {
        int updates = (SAMPLES + batch - 1) / batch;
        Training training = describe(exploding(), SAMPLES, batch)
                .threads(threads)
                .optimizer(sgd(piecewiseConstant(1e-4).after(2 * updates - 1, 1e200)))
                .epochs(9);
        TrainingRun diverged = hasTheSameBits(training);
        assertEquals(2, diverged.history().epochs());
        assertTrue(
                diverged.ending().words().startsWith("training stopped in epoch"),
                diverged.ending().words());
        assertSame(training.epochs(2).run(), diverged);
    }

    /** A rule for the gradients that leaves them as they are, so that they are needed. */
    private static TrainingRun hasTheSameBits(Network net, int threads) {
        return hasTheSameBits(describe(net, SAMPLES, 64).threads(threads));
    }

    private static TrainingRun hasTheSameBits(Training training) {
        assertTrue(training.network().parameters().size() > 50_000, "is large");
        TrainingRun atOnce = training.run();
        TrainingRun after = training.clip(clipByValue(1e300)).run();
        assertSame(after, atOnce);
        assertEquals(after.ending(), atOnce.ending());
        assertTrue(atOnce.loss() < atOnce.history().loss(0), "learns");
        return atOnce;
    }

    private static void assertSame(TrainingRun expected, TrainingRun actual) {
        assertArrayEquals(
                expected.network().parameters().toArray(),
                actual.network().parameters().toArray());
        assertEquals(expected.history().losses(), actual.history().losses());
        assertEquals(expected.state(), actual.state());
    }

    private static Training describe(Network net, int samples, int batch) {
        Random random = new Random(3);
        double[][] inputs = new double[samples][];
        double[][] targets = new double[samples][12];
        for (int i = 0; i < samples; i++) {
            inputs[i] = random.doubles(300).toArray();
            targets[i][i % 12] = 1;
        }
        return training(net)
                .samples(inputs, targets)
                .batchSize(batch, seed(8))
                .optimizer(sgd(exponentialDecay(0.05, 0.9, 2)))
                .epochs(3);
    }

    /** Two layers, the biases of the first chosen; a bias that units of a softmax share would have no gradient. */
    private static Network wide(Function<WeightsStep, WeightsStep> biases) {
        WeightsStep first = network().inputs(300).layer(200).activation(tanh()).init(xavier(seed(1)));
        return biases.apply(first)
                .layer(12)
                .activation(softmax())
                .init(xavier(seed(2)))
                .loss(categoricalCrossEntropy());
    }

    private static Network exploding() {
        return network()
                .inputs(300)
                .layer(200)
                .activation(relu())
                .init(he(seed(1)))
                .layer(12)
                .activation(identity())
                .init(he(seed(2)))
                .loss(halfSquaredError());
    }

    private static Network dense() {
        return network()
                .inputs(300)
                .layer(170)
                .activation(tanh())
                .init(xavier(seed(1)))
                .layer(41)
                .activation(relu())
                .init(he(seed(2)))
                .layer(12)
                .activation(softmax())
                .init(xavier(seed(3)))
                .loss(categoricalCrossEntropy());
    }
}
