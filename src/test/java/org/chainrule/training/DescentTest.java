package org.chainrule.training;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
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
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aFrozenParameterStays() {
        Network net = network()
                .inputs(300)
                .layer(200)
                .activation(tanh())
                .init(xavier(seed(1)))
                .layer(12)
                .activation(softmax())
                .init(xavier(seed(2)))
                .sharedBias(b("b2", 0.5).frozen())
                .loss(categoricalCrossEntropy());
        Network trained = describe(net, SAMPLES, 64).run().network();
        assertEquals(0.5, trained.parameters().at("b2"));
        assertTrue(trained.parameters().at(0) != net.parameters().at(0), "the others move");
    }

    /** A rule for the gradients that leaves them as they are, so that they are needed. */
    private static void hasTheSameBits(Network net, int threads) {
        hasTheSameBits(describe(net, SAMPLES, 64).threads(threads));
    }

    private static void hasTheSameBits(Training training) {
        assertTrue(training.network().parameters().size() > 50_000, "is large");
        TrainingRun atOnce = training.run();
        TrainingRun after = training.clip(clipByValue(1e300)).run();
        assertArrayEquals(
                after.network().parameters().toArray(),
                atOnce.network().parameters().toArray());
        assertEquals(after.history().losses(), atOnce.history().losses());
        assertEquals(after.state(), atOnce.state());
        assertTrue(atOnce.loss() < atOnce.history().loss(0), "learns");
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
