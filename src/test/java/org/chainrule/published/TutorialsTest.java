package org.chainrule.published;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.mae;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.value;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.chainrule.check.Scalar;
import org.chainrule.math.Matrix;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;

/** The numbers of well-known courses and tutorials, computed as their readers would. */
class TutorialsTest {
    /**
     * J. Brownlee, "How to Code a Neural Network with Backpropagation In Python (from scratch)": ten flowers, one after the other, twenty
     * times; the weights are those of Python's random.seed(1). https://machinelearningmastery.com/implement-backpropagation-algorithm-scratch-python/
     */
    @Test
    void brownleeErrorsOfTwentyEpochs() {
        double[][] inputs = {
            {2.7810836, 2.550537003},
            {1.465489372, 2.362125076},
            {3.396561688, 4.400293529},
            {1.38807019, 1.850220317},
            {3.06407232, 3.005305973},
            {7.627531214, 2.759262235},
            {5.332441248, 2.088626775},
            {6.922596716, 1.77106367},
            {8.675418651, -0.242068655},
            {7.673756466, 3.508563011}
        };
        double[][] targets = new double[10][];
        Arrays.setAll(targets, i -> i < 5 ? new double[] {1, 0} : new double[] {0, 1});
        Network net = network()
                .inputs(2)
                .layer(2)
                .activation(sigmoid())
                .weights(new double[][] {
                    {0.13436424411240122, 0.8474337369372327}, {0.2550690257394217, 0.49543508709194095}
                })
                .biases(0.763774618976614, 0.4494910647887381)
                .layer(2)
                .activation(sigmoid())
                .weights(new double[][] {
                    {0.651592972722763, 0.7887233511355132}, {0.02834747652200631, 0.8357651039198697}
                })
                .biases(0.0938595867742349, 0.43276706790505337)
                .loss(halfSquaredError());
        TrainingRun run = training(net)
                .samples(inputs, targets)
                .batchSize(1)
                .optimizer(sgd(0.5))
                .epochs(20)
                .run();
        double[] errors = {
            6.350, 5.531, 5.221, 4.951, 4.519, 4.173, 3.835, 3.506, 3.192, 2.898, 2.626, 2.377, 2.153, 1.953, 1.774,
            1.614, 1.472, 1.346, 1.233, 1.132
        };
        for (int epoch = 1; epoch <= 20; epoch++) {
            // the page adds up whole squares over ten samples, each before its update
            assertEquals(errors[epoch - 1], 20 * run.history().loss(epoch), 5.1e-4);
        }
        assertEquals(-1.4688375095432327, run.network().parameters().at("w1_1_1"), 1e-13);
        assertEquals(0.4238308646758276, run.network().parameters().at("b2_2"), 1e-13);
        assertArrayEquals(
                new double[] {0.6629970129852887, 0.7253160725279748},
                network()
                        .inputs(2)
                        .layer(1)
                        .activation(sigmoid())
                        .weights(new double[] {0.13436424411240122, 0.8474337369372327})
                        .biases(0.763774618976614)
                        .layer(2)
                        .activation(sigmoid())
                        .weights(new double[][] {{0.2550690257394217}, {0.4494910647887381}})
                        .biases(0.49543508709194095, 0.651592972722763)
                        .loss(halfSquaredError())
                        .forward(1, 0)
                        .prediction()
                        .row(0),
                1e-15);
    }

    /** A. Trask, "A Neural Network in 11 lines of Python", https://iamtrask.github.io/2015/07/12/basic-python-network/ , weights from NumPy's seed 1. */
    @Test
    void traskElevenLines() {
        double[][] inputs = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
        Network two = network()
                .inputs(3)
                .layer(1)
                .activation(sigmoid())
                .weights(new double[] {-0.165955990594852, 0.4406489868843162, -0.9997712503653102})
                .loss(halfSquaredError().sum());
        Network trained = training(two)
                .samples(inputs, new double[][] {{0}, {0}, {1}, {1}})
                .optimizer(sgd(1))
                .epochs(9_999) // the page prints what the last iteration started from
                .run()
                .network();
        assertArrayEquals(
                new double[] {0.00966449, 0.00786506, 0.99358898, 0.99211957},
                trained.forward(inputs).prediction().toRowMajor(),
                5.1e-9);
        Network three = network()
                .inputs(3)
                .layer(4)
                .activation(sigmoid())
                .weights(new double[][] {
                    {-0.165955990594852, -0.7064882183657739, -0.20646505153866013},
                    {0.4406489868843162, -0.8153228104624044, 0.07763346800671389},
                    {-0.9997712503653102, -0.6274795772446582, -0.1616109711934104},
                    {-0.39533485473632046, -0.3088785459139045, 0.370439000793519}
                })
                .layer(1)
                .activation(sigmoid())
                .weights(new double[] {-0.5910955005369651, 0.7562348727818908, -0.9452248136041477, 0.34093502035680445
                })
                .loss(halfSquaredError().sum());
        double[][] exclusiveOr = {{0}, {1}, {1}, {0}};
        assertEquals(0.4964100319027255, meanError(three.forward(inputs), exclusiveOr), 1e-15);
        Network longer = training(three)
                .samples(inputs, exclusiveOr)
                .optimizer(sgd(1))
                .epochs(10_000)
                .run()
                .network();
        assertEquals(0.00858452565325, meanError(longer.forward(inputs), exclusiveOr), 5.1e-14);
    }

    private static double meanError(Forward pass, double[][] targets) {
        return mae().of(pass.prediction(), Matrix.of(targets));
    }

    /** Udacity, MiniFlow: Linear, Sigmoid and MSE of two equal samples; gradients of inputs, weights and bias. */
    @Test
    void miniFlowQuiz() {
        Deltas deltas = network()
                .inputs(2)
                .layer(1)
                .activation(sigmoid())
                .weights(new double[] {2, 3})
                .biases(-3)
                .loss(meanSquaredError())
                .forward(new double[][] {{-1, -2}, {-1, -2}})
                .deltas(new double[][] {{1}, {2}});
        assertArrayEquals(
                new double[] {-3.34017280e-05, -5.01025919e-05, -6.68040138e-05, -1.00206021e-04},
                deltas.trace().inputGradients().toRowMajor(),
                5e-13);
        assertEquals(5.01028709e-05, deltas.gradient("w1_1_1"), 5.1e-14);
        assertEquals(1.00205742e-04, deltas.gradient("w1_1_2"), 5.1e-13);
        assertEquals(-5.01028709e-05, deltas.gradient("b1_1"), 5.1e-14);
        assertArrayEquals(
                new double[] {-0.9999833, -1.9999833},
                deltas.outputGradients().get(0).toRowMajor(),
                5.1e-8);
    }

    /**
     * The same course, an earlier quiz, whose printed gradients were of other targets than its own, while its grader took any answer:
     * https://github.com/udacity/sdc-issue-reports/issues/74 , https://github.com/udacity/sdc-issue-reports/issues/94
     */
    @Test
    void miniFlowPrintedOtherGradients() {
        Network net = network()
                .inputs(2)
                .layer(2)
                .activation(sigmoid())
                .weights(new double[][] {{2, 2}, {-3, -3}})
                .biases(-3, -5)
                .loss(halfSquaredError().scale(2));
        double[][] samples = {{-1, -2}, {-1, -2}};
        double[] ideal = {1.23394576e-04, 9.82013790e-01};
        Deltas deltas = net.forward(samples).deltas(new double[][] {ideal, ideal});
        double[] right = {
            6.79488741e-18, 1.35897748e-17, -2.67826355e-12, -5.35652711e-12, -6.79488741e-18, 2.67826355e-12
        };
        double[] printed = {
            6.08973702e-08, 1.21794740e-07, 6.93800843e-02, 1.38760169e-01, -6.08973702e-08, -6.93800843e-02
        };
        double[] gradients = deltas.gradients().toArray();
        for (int i = 0; i < right.length; i++) {
            // differences of nearly equal numbers: eleven of sixteen digits are gone
            assertEquals(1, gradients[i] / right[i], 1e-4);
            assertNotEquals(printed[i], gradients[i], 1e-8);
        }
        double[] towardsZero =
                net.forward(samples).deltas(new double[2][2]).gradients().toArray();
        for (int i = 0; i < printed.length; i++) {
            assertEquals(
                    -printed[i], towardsZero[i], Math.abs(printed[i]) * 1e-8, "of the target 0, with the wrong sign");
        }
    }

    /** deeplearning.ai, "Neural Networks and Deep Learning", week 2: logistic regression on three samples, 100 updates. */
    @Test
    void ngLogisticRegression() {
        double[][] inputs = {{1, 3}, {2, 4}, {-1, -3.2}};
        double[][] targets = {{1}, {0}, {1}};
        Network net = network()
                .inputs("x1", "x2")
                .layer("a")
                .activation(sigmoid())
                .into("a", w("w1", 1), w("w2", 2))
                .bias("a", b("b", 2))
                .loss(binaryCrossEntropy());
        Deltas deltas = net.forward(inputs).deltas(targets);
        // theirs loses digits in ln(1 − a), where a is nearly 1
        assertEquals(5.801545319394553, deltas.loss(), 1e-12);
        assertEquals(0.99845601, deltas.gradient("w1"), 5.1e-9);
        assertEquals(2.39507239, deltas.gradient("w2"), 5.1e-9);
        assertEquals(0.00145557813678, deltas.gradient("b"), 5.1e-15);
        Network trained = training(net)
                .samples(inputs, targets)
                .optimizer(sgd(0.009))
                .epochs(100)
                .run()
                .network();
        assertEquals(0.19033591, trained.parameters().at("w1"), 5.1e-9);
        assertEquals(0.12259159, trained.parameters().at("w2"), 5.1e-9);
        assertEquals(1.92535983008, trained.parameters().at("b"), 5.1e-12);
    }

    /** Coursera, "Machine Learning", exercise 3: regularised logistic regression, λ/(2m)·Σθ² without the bias; our l2(λ/m). */
    @Test
    void ngRegularizedLogisticRegression() {
        double[][] inputs = {{.1, .6, 1.1}, {.2, .7, 1.2}, {.3, .8, 1.3}, {.4, .9, 1.4}, {.5, 1.0, 1.5}};
        double[][] targets = {{1}, {0}, {1}, {0}, {1}};
        Network net = network()
                .inputs(3)
                .layer("h")
                .activation(sigmoid())
                .into("h", w("θ1", -1), w("θ2", 1), w("θ3", 2))
                .bias("h", b("θ0", -2))
                .loss(binaryCrossEntropy());
        var adjusted = net.forward(inputs).deltas(targets).regularizer(l2(3.0 / 5));
        assertEquals(0.146561, adjusted.gradients().at("θ0"), 5.1e-7);
        assertEquals(-0.548558, adjusted.gradients().at("θ1"), 5.1e-7);
        assertEquals(0.724722, adjusted.gradients().at("θ2"), 5.1e-7);
        assertEquals(1.398003, adjusted.gradients().at("θ3"), 5.1e-7);
        assertEquals(2.534819, adjusted.loss(), 5.1e-7);
    }

    /** A. Karpathy, "The spelled-out intro to neural networks and backpropagation: building micrograd": the neuron of the lecture, twice. */
    @Test
    void karpathyNeuron() {
        Scalar sum = value("x1", 2).times(value("w1", -3)).plus(value("x2", 0).times(value("w2", 1)));
        var graph = sum.plus(value("b", 6.8813735870195432)).tanh().backward();
        assertEquals(-1.5, graph.gradient("x1"), 1e-15);
        assertEquals(1, graph.gradient("w1"), 1e-15);
        assertEquals(0.5, graph.gradient("x2"), 1e-15);
        assertEquals(0, graph.gradient("w2"), 0);
        Deltas deltas = network()
                .inputs("x1", "x2")
                .layer("o")
                .activation(tanh())
                .into("o", w("w1", -3), w("w2", 1))
                .bias("o", b("b", 6.8813735870195432))
                .loss(halfSquaredError())
                .forward(2, 0)
                .deltas(y(Math.sqrt(0.5) - 1)); // so that dC/do is 1, as the lecture starts from
        assertEquals(0.7071, deltas.forward().at("o"), 5.1e-5);
        assertEquals(0.5, deltas.delta("o"), 1e-15);
        assertEquals(1, deltas.gradient("w1"), 1e-15);
        assertEquals(-1.5, deltas.inputGradient("x1", 0), 1e-15);
        assertEquals(0.5, deltas.inputGradient("x2", 0), 1e-15);
    }
}
