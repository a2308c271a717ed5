package org.chainrule.published;

import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.elasticNet;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.l1;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.pca;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.standardize;
import static org.chainrule.Chainrule.training;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.chainrule.data.Dataset;
import org.chainrule.loss.Loss;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;
import org.chainrule.regularizer.Regularizer;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;

/**
 * Deep-ML open problems that train a small model or take one forward, by their numbers.
 *
 * <p>https://github.com/Open-Deep-ML/DML-OpenProblem, build/15.json and so on
 */
class DeepMlModelsTest {
    private static final double FOUR_DIGITS = 5.1e-5;

    /** Least squares, the first input being 1 for the intercept. */
    @Test
    void problem15LinearRegression() {
        double[][] line = {{1, 1}, {1, 2}, {1, 3}};
        assertArrayEquals(
                new double[] {0.1107, 0.9513}, linear(halfSquaredError(), 0.01, 1000, line, 1, 2, 3), FOUR_DIGITS);
        double[][] steep = {{1, 5}, {1, 7}, {1, 9}};
        assertArrayEquals(
                new double[] {0.0211, 1.9971}, linear(halfSquaredError(), 0.01, 5000, steep, 10, 14, 18), FOUR_DIGITS);
        double[][] dependent = {{1, 1, 0}, {1, 2, 1}, {1, 3, 2}, {1, 4, 3}};
        assertArrayEquals(
                new double[] {3, 2, -1}, linear(halfSquaredError(), 0.05, 2000, dependent, 5, 6, 7, 8), FOUR_DIGITS);
    }

    /** Of standardised features; each component may point either way. */
    @Test
    void problem19PrincipalComponents() {
        Dataset data = dataset(new double[][] {{4, 2, 1}, {5, 6, 7}, {9, 12, 1}, {4, 6, 7}}, new int[4]);
        Matrix vectors = pca(standardize(data).apply(data), 2).components();
        assertArrayEquals(new double[] {0.6855, 0.6202, -0.3814}, vectors.row(0), FOUR_DIGITS);
        assertArrayEquals(new double[] {0.0776, 0.4586, 0.8853}, vectors.row(1), FOUR_DIGITS);
    }

    /** Sigmoid and mean squared error. */
    @Test
    void problem24SingleNeuron() {
        var pass = neuron(-0.1, 0.7, -0.4).forward(new double[][] {{0.5, 1}, {-1.5, -2}, {2, 1.5}});
        assertArrayEquals(
                new double[] {0.4626, 0.4134, 0.6682}, pass.prediction().toRowMajor(), FOUR_DIGITS);
        assertEquals(0.3349, pass.loss(new double[][] {{0}, {1}, {0}}), FOUR_DIGITS);
        var second = neuron(0, 0.5, -0.2).forward(new double[][] {{1, 2}, {2, 3}, {3, 1}});
        assertArrayEquals(
                new double[] {0.525, 0.5987, 0.7858}, second.prediction().toRowMajor(), FOUR_DIGITS);
        assertEquals(0.21, second.loss(new double[][] {{1}, {0}, {1}}), FOUR_DIGITS);
    }

    private static Network neuron(double bias, double... weights) {
        return network()
                .inputs(2)
                .layer(1)
                .activation(sigmoid())
                .weights(new double[][] {weights})
                .biases(bias)
                .loss(meanSquaredError());
    }

    /** A batch of all, of one and of two samples in their order, two over N in front of the gradient. */
    @Test
    void problem47VariantsOfGradientDescent() {
        double[][] rows = {{1, 1}, {2, 1}, {3, 1}, {4, 1}};
        double[][] expected = {{1.0507814, 0.83659454}, {1.10334065, 0.68329431}, {1.14905239, 0.56176776}};
        for (int i = 0; i < 3; i++) {
            TrainingRun run = training(model(meanSquaredError(), 2, false))
                    .samples(rows, columns(2, 3, 4, 5))
                    .batchSize(1 << i)
                    .optimizer(sgd(0.01))
                    .epochs(100)
                    .run();
            assertArrayEquals(expected[i], run.network().parameters().toArray(), 5.1e-9);
        }
    }

    @Test
    void problem50Lasso() {
        double[][] same = {{0, 0}, {1, 1}, {2, 2}};
        assertArrayEquals(
                new double[] {0.42371644, 0.42371644, 0.15385068459377865},
                penalized(l1(0.1), 1000, same, 0, 1, 2),
                5.1e-9);
        double[][] steps = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}};
        assertArrayEquals(
                new double[] {0.27280148, 0.68108784, 0.4082863608718005},
                penalized(l1(0.1), 1000, steps, 1, 2, 3, 4, 5),
                5.1e-9);
    }

    /** Their penalty of the squares has no ½, and they end after 164 updates, where the gradient of the weights is small. */
    @Test
    void problem139ElasticNet() {
        double[][] same = {{0, 0}, {1, 1}, {2, 2}};
        assertArrayEquals(new double[] {0.37, 0.37, 0.25}, penalized(elasticNet(0.1, 0.2), 164, same, 0, 1, 2), 5.1e-3);
        double[][] steps = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}};
        assertArrayEquals(
                new double[] {0.43, 0.48, 0.69}, penalized(elasticNet(0.1, 0.2), 2000, steps, 1, 2, 3, 4, 5), 5.1e-3);
    }

    /** Ten updates from zeros; the losses are sums, each before its update. The printed ones belong to inputs of more digits than are printed. */
    @Test
    void problem105SoftmaxRegression() {
        double[][] rows = {
            {2.5257, 2.3333, 1.7730, 0.4106, -1.6648},
            {1.5101, 1.3023, 1.3198, 1.3608, 0.4638},
            {-2.0969, -1.3596, -1.0403, -2.2548, -0.3235},
            {-0.9666, -0.6068, -0.7201, -1.7325, -1.1281},
            {-0.3809, -0.2485, 0.1878, 0.5235, 1.3072},
            {0.5482, 0.3315, 0.1067, 0.3069, -0.3755},
            {-3.0339, -2.0196, -0.6546, -0.9033, 2.8918},
            {0.2860, -0.1265, -0.5220, 0.2830, -0.5865},
            {-0.2626, 0.7601, 1.8409, -0.2324, 1.8071},
            {0.3028, -0.4023, -1.2955, -0.1422, -1.7812}
        };
        Network zeros = network()
                .inputs(5)
                .layer(4)
                .activation(softmax())
                .weights(new double[4][5])
                .biases(new double[4])
                .loss(sparseCategoricalCrossEntropy().sum());
        TrainingRun run = training(zeros)
                .samples(rows, columns(2, 3, 0, 0, 1, 3, 0, 1, 2, 1))
                .optimizer(sgd(0.03))
                .epochs(10)
                .run();
        double[] losses = {13.8629, 10.7201, 9.3163, 8.4942, 7.9132, 7.4598, 7.0854, 6.7653, 6.4851, 6.2358};
        for (int epoch = 0; epoch < 10; epoch++) {
            assertEquals(losses[epoch], run.history().loss(epoch), 2.1e-4);
        }
        double[] parameters = run.network().parameters().toArray();
        assertArrayEquals(
                new double[] {-0.5693, -0.3651, -0.2423, -0.5344, 0.0339}, Arrays.copyOf(parameters, 5), FOUR_DIGITS);
        assertArrayEquals(
                new double[] {-0.0841, 0.2566, -0.1318, -0.0407}, Arrays.copyOfRange(parameters, 20, 24), FOUR_DIGITS);
    }

    /** The first random numbers of NumPy for the seed 42, times 0.01. */
    @Test
    void problem130ConvolutionalNetwork() {
        double[] kernel = {
            0.0049671415301123267,
            -0.0013826430117118466,
            0.006476885381006925,
            0.015230298564080254,
            -0.0023415337472333597,
            -0.0023413695694918055,
            0.015792128155073915,
            0.007674347291529088,
            -0.004694743859349521
        };
        Network net = network()
                .inputs(image(1, 3, 3))
                .conv2d(1, 3)
                .activation(relu())
                .weights(kernel)
                .biases(0)
                .flatten()
                .layer(2)
                .activation(softmax())
                .weights(new double[][] {{0.005425600435859647}, {-0.0046341769281246226}})
                .biases(0, 0)
                .loss(categoricalCrossEntropy());
        TrainingRun run = training(net)
                .samples(new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}}, new double[][] {{1, 0}})
                .optimizer(sgd(0.01))
                .epochs(1)
                .run();
        assertArrayEquals(
                new double[] {
                    0.00501739,
                    -0.00128214,
                    0.00662764,
                    0.01543131,
                    -0.00209028,
                    -0.00203986,
                    0.01614389,
                    0.00807636,
                    -0.00424248,
                    5.02517066e-05,
                    0.00635715,
                    -0.00556573,
                    0.00499531,
                    -0.00499531
                },
                run.network().parameters().toArray(),
                5.1e-9);
    }

    private static double[] linear(Loss loss, double rate, int epochs, double[][] rows, double... targets) {
        return training(model(loss, rows[0].length, false))
                .samples(rows, columns(targets))
                .optimizer(sgd(rate))
                .epochs(epochs)
                .run()
                .network()
                .parameters()
                .toArray();
    }

    /** Weights, then the bias, which has no penalty. */
    private static double[] penalized(Regularizer penalty, int epochs, double[][] rows, double... targets) {
        return training(model(halfSquaredError(), 2, true))
                .samples(rows, columns(targets))
                .regularizer(penalty)
                .optimizer(sgd(0.01))
                .epochs(epochs)
                .run()
                .network()
                .parameters()
                .toArray();
    }

    /** From zeros. */
    private static Network model(Loss loss, int inputs, boolean withBias) {
        var weights = network().inputs(inputs).layer(1).activation(identity()).weights(new double[1][inputs]);
        return (withBias ? weights.biases(0) : weights.withoutBias()).loss(loss);
    }

    private static double[][] columns(double... values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }
}
