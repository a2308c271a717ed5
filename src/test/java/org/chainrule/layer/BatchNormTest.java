package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normalization;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.chainrule.Chainrule;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private static Network of(int inputs, Normalization normalization) {
        return network().inputs(inputs).batchNorm(normalization).loss(halfSquaredError());
    }

    /** Erratum of the slides "Deep Learning: Optimization": the mean is over the samples, not over the neurons of a layer. */
    @Test
    void meanIsOverTheSamples() {
        double[][] batch = {{1, 2, 8, 6}, {5, 3, 4, 5}, {3, 5, 4, 3}};
        Forward pass = of(4, normalization()).trainingForward(1, batch);
        assertArrayEquals(
                new double[] {3, 10 / 3.0, 16 / 3.0, 14 / 3.0},
                pass.detail(1, "mean").row(0),
                1e-15);
        double[] variance = {8 / 3.0, 14 / 9.0, 32 / 9.0, 14 / 9.0};
        assertArrayEquals(variance, pass.detail(1, "variance").row(0), 1e-14);
        double expected = (1 - 3) / Math.sqrt(8 / 3.0 + 1e-5);
        assertEquals(expected, pass.detail(1, "normalized").get(0, 0), 1e-15);
        assertEquals(expected, pass.at("h1_1", 0), 1e-15);
    }

    /** Erratum: σ + ε is not √(σ² + ε); with σ = ε = 0.001 they are 0.002 and 0.031639. */
    @Test
    void epsilonInsideAndOutsideTheRoot() {
        Normalization usual = normalization().epsilon(1e-3);
        assertEquals(0.031639, usual.divisor(1e-6), 5e-7);
        assertEquals(0.002, usual.epsilonOutsideRoot().divisor(1e-6), 1e-18);
        double[][] batch = {{-0.001}, {0.001}};
        assertEquals(0.001 / 0.0316385, of(1, usual).trainingForward(1, batch).at("h1_1", 1), 1e-6);
        Forward slide = of(1, usual.epsilonOutsideRoot()).trainingForward(1, batch);
        assertEquals(0.5, slide.at("h1_1", 1), 1e-14);
    }

    /** Two samples are always ±1 (but for ε), whatever they are, and no gradient passes. */
    @Test
    void twoSamplesLoseTheirValues() {
        Forward pass = of(1, normalization().epsilon(1e-12)).trainingForward(1, new double[][] {{7}, {-400}});
        assertArrayEquals(new double[] {1, -1}, pass.prediction().toRowMajor(), 1e-12);
        double[][] targets = {{5}, {3}};
        assertArrayEquals(
                new double[] {0, 0},
                pass.deltas(targets).trace().inputGradients().toRowMajor(),
                1e-12);
    }

    @Test
    void oneSampleGivesTheShift() {
        Network net = of(2, normalization()).with("beta1_2", 0.25);
        Forward pass = net.trainingForward(1, new double[][] {{3, 4}});
        assertArrayEquals(new double[] {0, 0.25}, pass.prediction().row(0));
        double[][] target = {{1, 1}};
        assertArrayEquals(
                new double[] {0, 0},
                pass.deltas(target).trace().inputGradients().row(0));
    }

    /**
     * https://github.com/Open-Deep-ML/DML-OpenProblem, build/115.json: images of two channels, drawn by NumPy's legacy generator
     * from the seeds 42 and 101.
     */
    @Test
    void deepMlImages() {
        double[][] batch = {
            {
                0.4967141530112327,
                -0.13826430117118466,
                0.6476885381006925,
                1.5230298564080254,
                -0.23415337472333597,
                -0.23413695694918055,
                1.5792128155073915,
                0.7674347291529088
            },
            {
                -0.4694743859349521,
                0.5425600435859647,
                -0.46341769281246226,
                -0.46572975357025687,
                0.24196227156603412,
                -1.913280244657798,
                -1.7249178325130328,
                -0.5622875292409727
            }
        };
        Network net = network().inputs(image(2, 2, 2)).batchNorm().flatten().loss(halfSquaredError());
        assertArrayEquals(
                new double[] {
                    0.42859934,
                    -0.51776438,
                    0.65360963,
                    1.95820707,
                    0.02353721,
                    0.02355215,
                    1.67355207,
                    0.93490043,
                    -1.01139563,
                    0.49692747,
                    -1.00236882,
                    -1.00581468,
                    0.45676349,
                    -1.50433085,
                    -1.33293647,
                    -0.27503802
                },
                net.trainingForward(1, batch).prediction().toRowMajor(),
                5e-9);
    }

    @Test
    void deepMlScaleAndShift() {
        double[][] batch = {
            {
                2.706849839399938,
                0.6281327087844596,
                0.9079694464765431,
                0.5038257538223936,
                0.6511179479432686,
                -0.31931804459303326,
                -0.8480769834036315,
                0.6059653494949336
            },
            {
                -2.018168244037392,
                0.7401220570561068,
                0.5288134940893595,
                -0.5890005332865824,
                0.18869530944922425,
                -0.758872056210466,
                -0.9332372163009188,
                0.9550565092637361
            }
        };
        Network net = network()
                .inputs(image(2, 2, 2))
                .batchNorm()
                .flatten()
                .loss(halfSquaredError())
                .with("gamma1_1", 0.5)
                .with("gamma1_2", 0.5)
                .with("beta1_1", 1)
                .with("beta1_2", 1);
        assertArrayEquals(
                new double[] {
                    1.90886582, 1.08052048, 1.19203227, 1.03098556, 1.50216466, 0.81430022, 0.43950531, 1.4701596,
                    0.02599939, 1.12514697, 1.04094289, 0.59550661, 1.17439025, 0.50273554, 0.37914203, 1.71760239
                },
                net.trainingForward(1, batch).prediction().toRowMajor(),
                5e-9);
    }

    @Test
    void runningStatisticsServeInference() {
        Network net = of(1, normalization().momentum(0.75));
        double[][] batch = {{2}, {6}};
        double[][] targets = {{0}, {1}};
        Network next = net.trainingForward(1, batch)
                .deltas(targets)
                .update(Chainrule.sgd(0))
                .network();
        // 0.75·0 + 0.25·4 and 0.75·1 + 0.25·4
        assertEquals(1, next.parameters().at("mean1_1"), 1e-15);
        assertEquals(1.75, next.parameters().at("variance1_1"), 1e-15);
        assertEquals((5 - 1) / Math.sqrt(1.75 + 1e-5), next.forward(5).at("h1_1"), 1e-15);
        assertEquals(0, net.parameters().at("mean1_1"), "the network before stays as it is");
    }

    @Test
    void noOptimizerMovesTheStatistics() {
        Network net = of(1, normalization());
        double[][] batch = {{2}, {6}};
        double[][] targets = {{0}, {1}};
        double expected = net.trainingForward(1, batch).trace().parameters().at("variance1_1");
        for (var rule : new org.chainrule.optimizer.Optimizer[] {
            Chainrule.sgd(0.5), Chainrule.adam(0.5), Chainrule.adamw(0.5), Chainrule.ftrl(0.5)
        }) {
            Network next =
                    net.trainingForward(1, batch).deltas(targets).update(rule).network();
            assertEquals(expected, next.parameters().at("variance1_1"), rule.toString());
            Network trained = Chainrule.training(net)
                    .samples(batch, targets)
                    .optimizer(rule)
                    .epochs(2)
                    .run()
                    .network();
            // two updates; that the loss is looked at once more in the end counts for nothing
            assertEquals(4 - 3 * Math.pow(0.9, 2), trained.parameters().at("variance1_1"), 1e-12, rule.toString());
        }
    }

    /** Sigmoid and cross-entropy have a rule for δ in common, which leaves out that of the layer. */
    @Test
    void theStatisticsOfTheLastLayerMoveToo() {
        Network net = network()
                .inputs(1)
                .batchNorm(normalization())
                .activation(Chainrule.sigmoid())
                .loss(Chainrule.binaryCrossEntropy());
        double[][] batch = {{2}, {6}};
        double[][] targets = {{0}, {1}};
        Network trained = Chainrule.training(net)
                .samples(batch, targets)
                .optimizer(Chainrule.sgd(0.5))
                .epochs(2)
                .run()
                .network();
        assertEquals(4 * (1 - Math.pow(0.9, 2)), trained.parameters().at("mean1_1"), 1e-12);
        assertEquals(4 - 3 * Math.pow(0.9, 2), trained.parameters().at("variance1_1"), 1e-12);
    }

    @Test
    void normalisesBeforeAnActivation() {
        Network net = network()
                .inputs(1)
                .batchNorm(normalization().epsilon(1e-12))
                .activation(Chainrule.relu())
                .loss(halfSquaredError());
        double[][] batch = {{2}, {6}};
        Forward pass = net.trainingForward(1, batch);
        assertArrayEquals(new double[] {-1, 1}, pass.preActivations().get(0).toRowMajor(), 1e-12);
        assertArrayEquals(new double[] {0, 1}, pass.prediction().toRowMajor(), 1e-12);
        double[][] targets = {{5}, {3}};
        var deltas = pass.deltas(targets);
        assertArrayEquals(new double[] {0, -1}, deltas.deltas().get(0).toRowMajor(), 1e-12, "a mean over two samples");
        assertEquals(-1, deltas.gradient("gamma1_1"), 1e-12);
    }

    @Test
    void nonsenseIsRefused() {
        assertEquals(
                "network() got -1.0 for variance1_2, but a variance cannot be negative.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> of(2, normalization()).with("variance1_2", -1))
                        .getMessage());
        assertEquals(
                "normalization() got epsilon 0.0, but it needs a positive, finite number.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> normalization().epsilon(0))
                        .getMessage());
        assertEquals(
                "normalization() got momentum 1.5, but it needs a number from 0 to 1.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> normalization().momentum(1.5))
                        .getMessage());
    }
}
