package org.chainrule.layer;

import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.normalization;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.tanh;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.check.GradientCheck;
import org.chainrule.check.GradientCheck.Verdict;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer on random shapes, parameters and batches: gradients of parameters and inputs against central differences. */
class LayerGradientTest {
    private static final int SEEDS = 6;

    /** A network of random size around one layer. */
    record Case(String name, Function<Random, Network> network, int seed) {
        @Override
        public String toString() {
            return name + " " + seed;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                        of("dense", LayerGradientTest::dense),
                        of("conv2d", LayerGradientTest::convolution),
                        of("max pooling", r -> pooling(r, true)),
                        of("average pooling", r -> pooling(r, false)),
                        of("batch normalisation", LayerGradientTest::batchNorm),
                        of("batch normalisation of images", LayerGradientTest::imageBatchNorm),
                        of("batch normalisation before activations", LayerGradientTest::normsBeforeActivations),
                        of("batch normalisation, slide's form", LayerGradientTest::slideBatchNorm),
                        of("dropout", LayerGradientTest::dropout),
                        of("maxout", LayerGradientTest::maxout),
                        of("simple RNN", r -> recurrent(r, false)),
                        of("LSTM", r -> recurrent(r, true)),
                        of("all together", LayerGradientTest::deep))
                .flatMap(cases -> IntStream.range(0, SEEDS).mapToObj(cases::apply));
    }

    private static Function<Integer, Case> of(String name, Function<Random, Network> network) {
        return seed -> new Case(name, network, seed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parametersAgree(Case layer) {
        Random random = new Random(layer.seed());
        Network net = varied(layer.network().apply(random), random);
        int samples = 2 + random.nextInt(3);
        double[][] inputs = uniform(random, samples, net.inputs().size());
        double[][] targets = probabilities(random, samples, net.outputs().size());
        for (GradientCheck check : new GradientCheck[] {
            GradientCheck.of(net, inputs, targets),
            GradientCheck.ofTraining(net, 1 + random.nextInt(9), inputs, targets)
        }) {
            for (GradientCheck.Row row : check.rows()) {
                assertTrue(
                        close(row.analytic(), row.numeric()) || row.verdict() == Verdict.NOT_DIFFERENTIABLE,
                        () -> layer + " " + row);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inputsAgree(Case layer) {
        Random random = new Random(layer.seed());
        Network net = varied(layer.network().apply(random), random);
        int samples = 2 + random.nextInt(3);
        double[][] inputs = uniform(random, samples, net.inputs().size());
        double[][] targets = probabilities(random, samples, net.outputs().size());
        Forward pass = net.trainingForward(5, inputs);
        var analytic = pass.deltas(targets).trace().inputGradients();
        int agreeing = 0;
        for (int sample = 0; sample < samples; sample++) {
            for (int i = 0; i < inputs[sample].length; i++) {
                double x = inputs[sample][i];
                double h = 1e-5;
                inputs[sample][i] = x + h;
                double above = net.trainingForward(5, inputs).loss(targets);
                inputs[sample][i] = x - h;
                double below = net.trainingForward(5, inputs).loss(targets);
                inputs[sample][i] = x;
                agreeing += close(analytic.get(sample, i), (above - below) / (2 * h)) ? 1 : 0;
            }
        }
        // a kink within a step is rare, a wrong rule is not
        assertTrue(agreeing >= 0.97 * samples * net.inputs().size(), layer + " " + agreeing);
    }

    private static boolean close(double analytic, double numeric) {
        double size = Math.max(Math.abs(analytic), Math.abs(numeric));
        return Math.abs(analytic - numeric) <= Math.max(1e-7 * size, 2e-10);
    }

    /** Every parameter moved off its start, so that γ is not 1, β and the biases not 0, the statistics not those of no data. */
    private static Network varied(Network net, Random random) {
        double[] values = net.parameters().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.3 * random.nextDouble();
        }
        return net.with(values);
    }

    private static Network dense(Random random) {
        return network()
                .inputs(2 + random.nextInt(4))
                .layer(2 + random.nextInt(4))
                .activation(tanh())
                .init(normal(0.5, seed(random.nextLong())))
                .layer(3)
                .activation(softmax())
                .init(normal(0.5, seed(random.nextLong())))
                .loss(categoricalCrossEntropy());
    }

    private static Network convolution(Random random) {
        int kernel = 1 + random.nextInt(3);
        return network()
                .inputs(image(1 + random.nextInt(3), 3 + random.nextInt(4), 3 + random.nextInt(4)))
                .conv2d(1 + random.nextInt(3), kernel, 1 + random.nextInt(3))
                .stride(1 + random.nextInt(3), 1 + random.nextInt(2))
                .padding(random.nextInt(3), random.nextInt(2))
                .activation(random.nextBoolean() ? elu() : relu())
                .init(normal(0.5, seed(random.nextLong())))
                .conv2d(2, 2)
                .padding(1)
                .activation(identity())
                .init(normal(0.5, seed(random.nextLong())))
                .flatten()
                .loss(halfSquaredError());
    }

    private static Network pooling(Random random, boolean max) {
        var image = network()
                .inputs(image(1 + random.nextInt(2), 4 + random.nextInt(3), 4 + random.nextInt(3)))
                .conv2d(2, 2)
                .activation(tanh())
                .init(normal(0.8, seed(random.nextLong())));
        int size = 2 + random.nextInt(2);
        var pooled = max ? image.maxPool(size) : image.averagePool(size);
        return pooled.stride(1 + random.nextInt(3))
                .padding(random.nextInt(2))
                .flatten()
                .loss(halfSquaredError());
    }

    private static Network batchNorm(Random random) {
        return network()
                .inputs(3)
                .layer(2 + random.nextInt(3))
                .activation(tanh())
                .init(normal(0.8, seed(random.nextLong())))
                .batchNorm(normalization().epsilon(1e-2))
                .layer(2)
                .activation(identity())
                .init(normal(0.8, seed(random.nextLong())))
                .loss(halfSquaredError());
    }

    private static Network imageBatchNorm(Random random) {
        return network()
                .inputs(image(1 + random.nextInt(2), 3, 2 + random.nextInt(3)))
                .conv2d(1 + random.nextInt(3), 2)
                .activation(identity())
                .init(normal(0.8, seed(random.nextLong())))
                .batchNorm()
                .conv2d(1, 2)
                .padding(1)
                .activation(tanh())
                .init(normal(0.8, seed(random.nextLong())))
                .flatten()
                .loss(halfSquaredError());
    }

    private static Network normsBeforeActivations(Random random) {
        return network()
                .inputs(image(2, 3, 3))
                .conv2d(2, 2)
                .activation(identity())
                .init(normal(0.8, seed(random.nextLong())))
                .batchNorm(normalization().epsilon(0.1))
                .activation(tanh())
                .flatten()
                .layer(3)
                .activation(identity())
                .init(normal(0.8, seed(random.nextLong())))
                .batchNorm(normalization().epsilon(0.1))
                .activation(softmax())
                .loss(categoricalCrossEntropy());
    }

    private static Network slideBatchNorm(Random random) {
        return network()
                .inputs(3)
                .batchNorm(normalization().epsilonOutsideRoot().epsilon(0.1))
                .layer(2 + random.nextInt(3))
                .activation(tanh())
                .init(normal(0.8, seed(random.nextLong())))
                .loss(halfSquaredError());
    }

    private static Network dropout(Random random) {
        return network()
                .inputs(4)
                .dropout(0.2, seed(random.nextLong()))
                .layer(5)
                .activation(tanh())
                .init(normal(0.8, seed(random.nextLong())))
                .dropout(0.5, seed(random.nextLong()))
                .layer(2)
                .activation(identity())
                .init(normal(0.8, seed(random.nextLong())))
                .loss(halfSquaredError());
    }

    private static Network maxout(Random random) {
        return network()
                .inputs(2 + random.nextInt(3))
                .maxout(1 + random.nextInt(4), 2 + random.nextInt(2))
                .init(normal(1, seed(random.nextLong())))
                .maxout(2, 2)
                .init(normal(1, seed(random.nextLong())))
                .loss(halfSquaredError());
    }

    private static Network recurrent(Random random, boolean lstm) {
        var input = network().inputs(sequence(1 + random.nextInt(4), 1 + random.nextInt(3)));
        int units = 1 + random.nextInt(3);
        var all = (lstm ? input.lstm(units) : input.simpleRnn(units))
                .init(normal(0.8, seed(random.nextLong())))
                .allSteps();
        var last = (lstm ? all.lstm(2) : all.simpleRnn(2, elu())).init(normal(0.8, seed(random.nextLong())));
        return random.nextBoolean()
                ? last.loss(halfSquaredError())
                : last.allSteps().flatten().loss(halfSquaredError());
    }

    private static Network deep(Random random) {
        return network()
                .inputs(image(1, 6, 6))
                .conv2d(2, 3)
                .padding(1)
                .activation(relu())
                .init(normal(0.5, seed(random.nextLong())))
                .batchNorm(normalization().epsilon(0.1))
                .maxPool(2)
                .dropout(0.3, seed(random.nextLong()))
                .flatten()
                .maxout(4, 2)
                .init(normal(0.5, seed(random.nextLong())))
                .batchNorm(normalization().epsilon(0.1))
                .layer(3)
                .activation(softmax())
                .init(normal(0.5, seed(random.nextLong())))
                .loss(categoricalCrossEntropy());
    }

    private static double[][] uniform(Random random, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(i -> random.doubles(columns, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /** Rows that add up to 1, which every loss here can take. */
    private static double[][] probabilities(Random random, int rows, int columns) {
        double[][] values = uniform(random, rows, columns);
        for (double[] row : values) {
            double sum = 0;
            for (int i = 0; i < columns; i++) {
                row[i] = 1 + row[i];
                sum += row[i];
            }
            for (int i = 0; i < columns; i++) {
                row[i] /= sum;
            }
        }
        return values;
    }
}
