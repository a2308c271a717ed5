package org.chainrule.training;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.clipByAverageNorm;
import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.clipByNorm;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.cosineDecay;
import static org.chainrule.Chainrule.elasticNet;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.huber;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.inverseTimeDecay;
import static org.chainrule.Chainrule.l1;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.l2Norm;
import static org.chainrule.Chainrule.leakyRelu;
import static org.chainrule.Chainrule.maxNorm;
import static org.chainrule.Chainrule.meanAbsoluteError;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.naturalExponentialDecay;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.polynomialDecay;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.chainrule.Chainrule.reduceOnPlateau;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.ridge;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.softplus;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.warmUp;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chainrule.network.Network;
import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A training allocates when it starts and the order of the samples per epoch, but no arrays per batch. Told in a JVM without the
 * vector module, since vectors are objects until the JIT compiler thinks otherwise.
 */
@DisabledIfSystemProperty(named = "chainrule.test.kernels", matches = "VectorKernels")
class AllocationTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int EPOCHS = 5;
    private static final int BATCHES = 64;
    private static final int BATCH_SIZE = 40;
    private static final int SAMPLES = BATCHES * BATCH_SIZE;

    /**
     * Bytes per epoch that pass: the order of the samples, and per batch less than an array of two numbers per sample, or of one
     * per parameter, takes. Iterators and what {@code StrictMath.pow} makes may stay or go, as the JIT compiler likes.
     */
    private static final double PER_EPOCH = 4 * SAMPLES + BATCHES * 600;

    private static final long PATIENCE = 10_000_000_000L;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(
                        "dense",
                        network()
                                .inputs(8)
                                .layer(6)
                                .activation(tanh())
                                .init(xavier(seed(1)))
                                .layer(5)
                                .activation(relu())
                                .init(xavier(seed(2)))
                                .layer(4)
                                .activation(leakyRelu())
                                .init(xavier(seed(3)))
                                .layer(4)
                                .activation(softmax())
                                .init(xavier(seed(4)))
                                .loss(meanSquaredError())),
                Arguments.of(
                        "large enough to step while it computes gradients",
                        network()
                                .inputs(8)
                                .layer(6000)
                                .activation(relu())
                                .init(xavier(seed(1)))
                                .layer(2)
                                .activation(identity())
                                .init(xavier(seed(2)))
                                .loss(meanSquaredError())),
                Arguments.of(
                        "convolution",
                        network()
                                .inputs(image(2, 2, 2))
                                .conv2d(3, 2)
                                .padding(1)
                                .activation(elu())
                                .init(xavier(seed(1)))
                                .maxPool(2)
                                .stride(1)
                                .averagePool(2)
                                .flatten()
                                .layer(2)
                                .activation(sigmoid())
                                .init(xavier(seed(2)))
                                .loss(binaryCrossEntropy())),
                Arguments.of(
                        "batch normalisation, dropout, maxout",
                        network()
                                .inputs(8)
                                .dropout(0.3, seed(1))
                                .layer(6)
                                .activation(softplus())
                                .init(xavier(seed(2)))
                                .batchNorm()
                                .dropout(0.5, seed(3))
                                .maxout(4, 3)
                                .init(xavier(seed(4)))
                                .loss(huber())),
                Arguments.of(
                        "simple RNN",
                        network()
                                .inputs(sequence(4, 2))
                                .simpleRnn(3)
                                .init(xavier(seed(1)))
                                .allSteps()
                                .simpleRnn(3)
                                .init(xavier(seed(2)))
                                .loss(meanAbsoluteError())),
                Arguments.of(
                        "dense at every step",
                        network()
                                .inputs(sequence(4, 2))
                                .layer(3)
                                .activation(sigmoid())
                                .init(xavier(seed(1)))
                                .simpleRnn(3)
                                .init(xavier(seed(2)))
                                .loss(meanAbsoluteError())),
                Arguments.of(
                        "LSTM",
                        network()
                                .inputs(sequence(4, 2))
                                .lstm(3)
                                .init(xavier(seed(1)))
                                .layer(3)
                                .activation(softmax())
                                .init(xavier(seed(2)))
                                .loss(categoricalCrossEntropy())),
                Arguments.of(
                        "sparse labels",
                        network()
                                .inputs(8)
                                .layer(3)
                                .activation(softmax())
                                .init(xavier(seed(2)))
                                .loss(sparseCategoricalCrossEntropy())));
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                sgd(0.01),
                momentum(0.01),
                nesterov(0.01),
                adagrad(0.01),
                rmsprop(0.01),
                rmsprop(0.01).centred(),
                rmsprop(0.01).momentum(0.9),
                adadelta(),
                adam(0.01),
                adamax(0.01),
                nadam(0.01),
                amsgrad(0.01),
                adamw(0.01),
                ftrl(0.01),
                proximalGradientDescent(0.01),
                proximalAdagrad(0.01),
                adagradDualAveraging(0.01),
                sgd(exponentialDecay(0.1, 0.9, 10)),
                sgd(inverseTimeDecay(0.1, 0.9, 10)),
                sgd(naturalExponentialDecay(0.1, 0.9, 10)),
                sgd(piecewiseConstant(0.1).after(10, 0.01).after(200, 0.001)),
                sgd(polynomialDecay(0.1, 0.01, 10).cycling()),
                sgd(cosineDecay(0.1, 100)),
                sgd(warmUp(10, 0.1)),
                sgd(reduceOnPlateau(0.1)));
    }

    static Stream<UnaryOperator<Training>> adjustments() {
        return Stream.of(
                plan -> plan.regularizer(l1(0.01)),
                plan -> plan.regularizer(l2(0.01)),
                plan -> plan.regularizer(ridge(0.01)),
                plan -> plan.regularizer(l2Norm(0.01)),
                plan -> plan.regularizer(elasticNet(0.01, 0.01)),
                plan -> plan.constraint(maxNorm(1)),
                plan -> plan.clip(clipByValue(0.1)),
                plan -> plan.clip(clipByNorm(0.1)),
                plan -> plan.clip(clipByAverageNorm(0.1)),
                plan -> plan.clip(clipByGlobalNorm(0.1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void networksAllocateNothingPerBatch(String name, Network net) {
        assertNothingPerBatch(net, plan -> plan.optimizer(sgd(0.01)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void optimizersAllocateNothingPerBatch(Optimizer rule) {
        assertNothingPerBatch(dense(), plan -> plan.optimizer(rule));
    }

    @ParameterizedTest
    @MethodSource("adjustments")
    void adjustmentsAllocateNothingPerBatch(UnaryOperator<Training> adjusted) {
        assertNothingPerBatch(dense(), plan -> adjusted.apply(plan.optimizer(sgd(0.01))));
    }

    /** Without recording a training stays below {@link #PER_EPOCH}, see above; with it, it allocates what it keeps. */
    @Test
    void recordingParametersCostsAsMuchAsTheParametersAre() {
        Network net = network()
                .inputs(100)
                .layer(50)
                .activation(tanh())
                .init(xavier(seed(1)))
                .loss(meanSquaredError());
        Training off = samples(training(net)).batchSize(SAMPLES / 4).optimizer(sgd(0.01));
        Training on = off.record(Recording.PARAMETERS);
        double kept = 8.0 * net.parameters().size();
        long end = System.nanoTime() + PATIENCE;
        double once;
        do {
            once = bytesPerEpoch(on) - bytesPerEpoch(off);
        } while ((once < kept || once > 4 * kept) && System.nanoTime() < end);
        double found = once;
        assertTrue(found >= kept && found <= 4 * kept, () -> found + " bytes per epoch to keep " + kept);
    }

    private static Network dense() {
        return (Network) networks()
                .filter(net -> net.get()[0].equals("dense"))
                .findFirst()
                .get()
                .get()[1];
    }

    /** Until the JIT compiler has seen that iterators and the like need no memory. */
    private static void assertNothingPerBatch(Network net, UnaryOperator<Training> plan) {
        Training training = plan.apply(samples(training(net)).batchSize(BATCH_SIZE, seed(1)));
        long end = System.nanoTime() + PATIENCE;
        double bytes;
        do {
            bytes = bytesPerEpoch(training);
        } while (bytes > PER_EPOCH && System.nanoTime() < end);
        double found = bytes;
        assertTrue(bytes <= PER_EPOCH, () -> found + " bytes per epoch");
    }

    private static Training samples(Training training) {
        Network net = training.network();
        Random random = new Random(1);
        double[][] inputs = new double[SAMPLES][net.inputs().size()];
        double[][] targets =
                new double[SAMPLES][net.loss().targetColumns(net.outputs().size())];
        for (int i = 0; i < inputs.length; i++) {
            Arrays.setAll(inputs[i], j -> random.nextDouble());
            targets[i][0] = 1;
        }
        return training.samples(inputs, targets);
    }

    private static double bytesPerEpoch(Training training) {
        return (bytes(training.epochs(2 * EPOCHS)) - bytes(training.epochs(EPOCHS))) / EPOCHS;
    }

    private static double bytes(Training training) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        training.run();
        return THREAD.getCurrentThreadAllocatedBytes() - before;
    }
}
