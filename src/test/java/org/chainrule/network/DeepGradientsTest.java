package org.chainrule.network;

import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.constant;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.chainrule.activation.Activation;
import org.chainrule.initializer.Initializer;
import org.chainrule.math.Matrix;
import org.chainrule.math.Seed;
import org.chainrule.training.Training;
import org.junit.jupiter.api.Test;

/** What becomes of values and deltas in many layers, by the choice of activation and initial weights. */
class DeepGradientsTest {
    private static final int WIDTH = 30;
    private static final int DEPTH = 10;

    private interface InitialWeights {
        Initializer of(Seed seed);
    }

    @Test
    void deltasOfSigmoidsVanish() {
        assertTrue(shareThatArrives(sigmoid(), seed -> xavier(seed)) < 1e-4);
    }

    @Test
    void deltasOfReluArrive() {
        double share = shareThatArrives(relu(), seed -> he(seed));
        assertTrue(share > 0.1 && share < 10, () -> "share " + share);
    }

    @Test
    void deltasExplodeWithLargeWeights() {
        assertTrue(shareThatArrives(identity(), seed -> normal(1, seed)) > 1e4);
    }

    /** The size of the deltas of the first layer in relation to those of the last but one. */
    private static double shareThatArrives(Activation activation, InitialWeights weights) {
        Network net = deep(activation, weights);
        double[][] inputs = standardNormal(40);
        var deltas = net.forward(inputs).deltas(new double[40][1]).deltas();
        return Math.sqrt(meanSquare(deltas.get(0)) / meanSquare(deltas.get(DEPTH - 1)));
    }

    private static Network deep(Activation activation, InitialWeights weights) {
        NextLayerStep net =
                network().inputs(WIDTH).layer(WIDTH).activation(activation).init(weights.of(seed(0)));
        for (int i = 1; i < DEPTH; i++) {
            net = net.layer(WIDTH).activation(activation).init(weights.of(seed(i)));
        }
        return net.layer(1).activation(identity()).init(xavier(seed(DEPTH))).loss(halfSquaredError());
    }

    /** Var(u) = M · Var(w) · E(z²) for independent weights around 0. */
    @Test
    void varianceOfASumOfProducts() {
        Network net = network()
                .inputs(WIDTH)
                .layer(400)
                .activation(identity())
                .init(normal(0.2, seed(1)))
                .loss(halfSquaredError());
        double[][] inputs = standardNormal(100);
        double expected = WIDTH * 0.2 * 0.2 * meanSquare(Matrix.of(inputs));
        assertEquals(expected, meanSquare(net.forward(inputs).preActivations().get(0)), 0.05 * expected);
    }

    /** He weights keep E(z²) through layers of ReLU. */
    @Test
    void heKeepsTheVariance() {
        var outputs =
                deep(relu(), seed -> he(seed)).forward(standardNormal(200)).preActivations();
        double ratio = meanSquare(outputs.get(DEPTH - 1)) / meanSquare(outputs.get(0));
        assertTrue(ratio > 0.2 && ratio < 5, () -> "ratio " + ratio);
    }

    @Test
    void equalWeightsStayEqual() {
        Network net = network()
                .inputs(2)
                .layer(2)
                .activation(sigmoid())
                .init(constant(0.5))
                .layer(1)
                .activation(identity())
                .init(constant(0.5))
                .loss(halfSquaredError());
        Network trained = training(net)
                .samples(new double[][] {{1, 2}, {0, 1}}, new double[][] {{3}, {1}})
                .optimizer(sgd(0.1))
                .epochs(50)
                .run()
                .network();
        Forward pass = trained.forward(1, 2);
        assertTrue(Math.abs(pass.at("h1_1") - net.forward(1, 2).at("h1_1")) > 0.01, "it learns");
        assertEquals(pass.at("h1_1"), pass.at("h1_2"), 0);
    }

    @Test
    void clippingHoldsWhatWouldExplode() {
        double[][] targets = Arrays.stream(standardNormal(40))
                .map(row -> new double[] {row[0]})
                .toArray(double[][]::new);
        Training training = training(deep(relu(), seed -> he(seed)))
                .samples(standardNormal(40), targets)
                .optimizer(sgd(5))
                .epochs(20);
        assertTrue(training.run().ending().words().contains("no longer a finite number"));
        var clipped = training.clip(clipByGlobalNorm(0.01)).run();
        assertEquals(20, clipped.history().epochs());
        assertTrue(clipped.loss() < 10 * clipped.history().loss(0));
    }

    private static double[][] standardNormal(int samples) {
        Random random = new Random(4);
        return IntStream.range(0, samples)
                .mapToObj(i -> random.doubles(WIDTH, 0, 1)
                        .map(u -> random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double meanSquare(Matrix values) {
        return Arrays.stream(values.toRowMajor()).map(v -> v * v).average().orElseThrow();
    }
}
