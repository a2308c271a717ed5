package org.chainrule.published;

import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.huber;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normalization;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.ridge;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.training;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.chainrule.layer.Numbered;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole trainings as PyTorch 2.15 does them in double precision.
 *
 * <p>https://docs.pytorch.org/docs/stable/nn.html, https://docs.pytorch.org/docs/stable/optim.html
 */
class PyTorchTrainingTest {
    private static final double[] LOSSES = {
        1.1503004562331884,
        1.1134434779564253,
        1.0536191604332443,
        0.9821558379460067,
        0.9070209331699234,
        0.8337429655734205,
        0.7657399980149749,
        0.7050793838492679
    };

    /**
     * Eight updates from all samples: convolution with unequal padding, batch normalisation, ReLU, a mean without padding, softmax cross-entropy,
     * an L2 penalty, clipping, momentum and a falling rate.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everythingTogether(int threads) {
        double[][] samples = rows(6, numbers(30, 6 * 54, x -> Math.sin(7 * x)));
        double[][] labels = {{0}, {1}, {2}, {0}, {1}, {2}};
        TrainingRun run = training(net())
                .samples(samples, labels)
                .regularizer(ridge(0.01))
                .clip(clipByGlobalNorm(0.7))
                .optimizer(momentum(exponentialDecay(0.05, 0.9, 1)).rateOutside())
                .epochs(8)
                .threads(threads)
                .run();
        for (int epoch = 0; epoch < LOSSES.length; epoch++) {
            assertEquals(LOSSES[epoch], run.history().loss(epoch), 1e-13);
        }
        // in use, with the running statistics: those of eight batches
        Forward used = run.network().forward(samples);
        assertEquals(0.818633206059225, used.loss(labels), 1e-13);
        double[] logits = used.preActivations().get(4).row(0);
        assertArrayEquals(new double[] {0.14172398786312862, -0.6018734648829912, 0.1660638844488196}, logits, 1e-12);
        double[] statistics = run.network().parameters().toArray();
        assertArrayEquals(
                new double[] {
                    0.00402680725447044,
                    0.0037720849309242246,
                    1.6407958565154248e-05,
                    0.4789148008318923,
                    0.46360575086449557,
                    0.4800246738984841
                },
                Arrays.copyOfRange(statistics, 27, 33),
                1e-13);
    }

    private static Network net() {
        return network()
                .inputs(image(1, 6, 9))
                .conv2d(3, 2, 3)
                .samePadding()
                .activation(identity())
                .weights(rows(3, numbers(5, 18, x -> Math.sin(3 * x) / 2)))
                .biases(0, 0, 0)
                .batchNorm(normalization().unbiasedVariance())
                .activation(relu())
                .averagePool(3, 2)
                .stride(1, 2)
                .padding(0, 1)
                .excludePadding()
                .flatten()
                .layer(3)
                .activation(softmax())
                .weights(rows(3, numbers(9, 180, x -> Math.cos(2 * x) / 5)))
                .biases(0, 0, 0)
                .loss(sparseCategoricalCrossEntropy());
    }

    /** Batches of 4, 4 and 2 sequences through an LSTM that starts from a state, a recurrent and a fully connected layer; Huber loss, clipped values. */
    @Test
    void sequencesInBatches() {
        double[][] sequences = rows(10, numbers(20, 80, x -> Math.sin(5 * x)));
        TrainingRun run = training(recurrent())
                .samples(sequences, rows(10, numbers(9, 10, x -> Math.cos(3 * x))))
                .batchSize(4)
                .clip(clipByValue(0.05))
                .optimizer(sgd(0.3))
                .epochs(3)
                .run();
        double[] losses = {0.24815926223381354, 0.2473908380779222, 0.24731362378205834};
        for (int epoch = 1; epoch <= 3; epoch++) {
            assertEquals(losses[epoch - 1], run.history().loss(epoch), 1e-13);
        }
        double[] predictions = run.network().forward(sequences).prediction().toRowMajor();
        assertArrayEquals(
                new double[] {0.22662367822912682, -0.035234695871950994, 0.023329846241731345, 0.21074703525270438},
                Arrays.copyOf(predictions, 4),
                1e-12);
    }

    private static Network recurrent() {
        return network()
                .inputs(sequence(4, 2))
                .lstm(3)
                .weights(rows(12, numbers(11, 24, x -> Math.sin(2 * x) * 0.6)))
                .recurrentWeights(rows(12, numbers(7, 36, x -> Math.cos(3 * x) / 2)))
                .biases(numbers(5, 12, x -> Math.sin(x) * 0.3))
                .initialState(0.2, -0.1, 0.4)
                .initialCell(-0.3, 0.5, 0.1)
                .allSteps()
                .simpleRnn(2, relu())
                .weights(rows(2, numbers(4, 6, x -> Math.cos(x) * 0.7)))
                .recurrentWeights(rows(2, numbers(3, 4, x -> Math.sin(x) * 0.4)))
                .biases(0.3, 0.5)
                .layer(1)
                .activation(identity())
                .weights(new double[][] {{0.8, -0.6}})
                .biases(0.1)
                .loss(huber(0.5));
    }

    /** A function of evenly spaced numbers from 0 on. */
    private static double[] numbers(double to, int count, DoubleUnaryOperator function) {
        return Arrays.stream(Numbered.linspace(0, to, count)).map(function).toArray();
    }

    private static double[][] rows(int count, double... values) {
        int size = values.length / count;
        double[][] rows = new double[count][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(values, row * size, (row + 1) * size));
        return rows;
    }
}
