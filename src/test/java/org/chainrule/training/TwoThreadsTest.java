package org.chainrule.training;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.Pass;
import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwoThreadsTest {
    /** Three full batches and a short one, whose halves have different sizes. */
    private static final int SAMPLES = 3 * 70 + 37;

    private static final int BATCH = 70;

    @Test
    void fusedLossHasTheBitsOfOneThread() {
        hasTheBitsOfOneThread(classifier(softmax(), categoricalCrossEntropy()));
    }

    @Test
    void plainLossHasTheBitsOfOneThread() {
        hasTheBitsOfOneThread(classifier(sigmoid(), meanSquaredError()));
    }

    @Test
    void imagesHaveTheBitsOfOneThread() {
        hasTheBitsOfOneThread(network()
                .inputs(image(1, 6, 10))
                .conv2d(9, 3)
                .padding(1)
                .activation(relu())
                .init(he(seed(1)))
                .maxPool(2)
                .stride(1)
                .conv2d(8, 2)
                .stride(2)
                .activation(tanh())
                .init(he(seed(2)))
                .averagePool(2)
                .flatten()
                .layer(10)
                .activation(softmax())
                .init(xavier(seed(3)))
                .loss(categoricalCrossEntropy()));
    }

    @Test
    void largeLayersHaveTheBitsOfOneThread() {
        hasTheBitsOfOneThread(network()
                .inputs(60)
                .layer(901)
                .activation(relu())
                .init(he(seed(1)))
                .layer(67)
                .activation(sigmoid())
                .init(xavier(seed(2)))
                .sharedBias("b2", 0.25)
                .layer(10)
                .activation(softmax())
                .init(xavier(seed(3)))
                .loss(categoricalCrossEntropy()));
    }

    static List<Optimizer> optimizers() {
        return List.of(
                sgd(0.01),
                momentum(0.01),
                nesterov(0.01),
                adagrad(0.01),
                rmsprop(0.001),
                rmsprop(0.001).centred().momentum(0.5),
                adadelta(1),
                adamax(0.002),
                nadam(0.002),
                amsgrad(0.002),
                adamw(0.002),
                ftrl(0.1),
                proximalGradientDescent(0.01).l1(0.001),
                proximalAdagrad(0.01),
                adagradDualAveraging(0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerHasTheBitsOfOneThread(Optimizer optimizer) {
        Network net = classifier(softmax(), categoricalCrossEntropy());
        hasTheBitsOfOneThread(describe(net).optimizer(optimizer).epochs(2));
    }

    private static void hasTheBitsOfOneThread(Network net) {
        assertTrue(new Pass(net, BATCH).paysOnTwoThreads(BATCH), "runs on two threads");
        hasTheBitsOfOneThread(describe(net));
    }

    private static void hasTheBitsOfOneThread(Training training) {
        TrainingRun one = training.threads(1).run();
        TrainingRun two = training.threads(2).run();
        assertArrayEquals(
                one.network().parameters().toArray(), two.network().parameters().toArray());
        assertEquals(one.history().losses(), two.history().losses());
        assertEquals(one.state(), two.state());
        assertTrue(one.loss() < one.history().loss(0), "learns");
    }

    @Test
    void theSecondThreadEndsWithTheTraining() {
        describe(classifier(softmax(), categoricalCrossEntropy())).run();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("chainrule-second-half")) {
                assertTrue(endsWithin10Seconds(thread), "still runs: " + thread);
            }
        }
    }

    private static boolean endsWithin10Seconds(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return !thread.isAlive();
    }

    @Test
    void threadsAreOneOrTwo() {
        Training training = describe(classifier(softmax(), categoricalCrossEntropy()));
        assertEquals(
                "threads() got 3, but a training runs on 1 or 2.",
                assertThrows(IllegalArgumentException.class, () -> training.threads(3))
                        .getMessage());
    }

    private static Training describe(Network net) {
        Random random = new Random(5);
        double[][] inputs = new double[SAMPLES][];
        double[][] targets = new double[SAMPLES][10];
        for (int i = 0; i < SAMPLES; i++) {
            inputs[i] = random.doubles(60).toArray();
            targets[i][i % 10] = 1;
        }
        return training(net)
                .samples(inputs, targets)
                .batchSize(BATCH, seed(8))
                .optimizer(adam(0.01))
                .epochs(4);
    }

    private static Network classifier(Activation output, Loss loss) {
        return network()
                .inputs(60)
                .layer(123)
                .activation(relu())
                .init(xavier(seed(1)))
                .layer(41)
                .activation(tanh())
                .init(xavier(seed(2)))
                .layer(7)
                .activation(identity())
                .init(xavier(seed(3)))
                .layer(10)
                .activation(output)
                .init(xavier(seed(4)))
                .loss(loss);
    }
}
