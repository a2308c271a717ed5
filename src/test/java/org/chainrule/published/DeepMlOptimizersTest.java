package org.chainrule.published;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.network.Network;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.Step;
import org.chainrule.schedule.Plateau;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;

/**
 * Deep-ML open problems, by their numbers.
 *
 * <p>https://github.com/Open-Deep-ML/DML-OpenProblem
 */
class DeepMlOptimizersTest {
    @Test
    void problem25SingleNeuron() {
        TrainingRun run =
                neuron(0.1, -0.2, new double[][] {{1, 2}, {2, 1}, {-1, -2}}, new double[][] {{1}, {0}, {0}}, 2);
        assertEquals(.103574399968, run.network().parameters().at("w1"), 1e-12);
        assertEquals(-.142543955647, run.network().parameters().at("w2"), 1e-12);
        assertEquals(-.016719880375, run.network().parameters().at("b"), 1e-12);
        assertEquals(.303322803414, run.history().loss(0), 1e-12);
        assertEquals(.294223262182, run.history().loss(1), 1e-12);
    }

    @Test
    void problem25SecondSet() {
        TrainingRun run = neuron(0.5, -0.2, new double[][] {{1, 2}, {2, 3}, {3, 1}}, new double[][] {{1}, {0}, {1}}, 3);
        assertEquals(.4892, run.network().parameters().at("w1"), 5.1e-5);
        assertEquals(-.2301, run.network().parameters().at("w2"), 5.1e-5);
        assertEquals(.0029, run.network().parameters().at("b"), 5.1e-5);
        assertEquals(.21, run.history().loss(0), 5.1e-5);
        assertEquals(.2087, run.history().loss(1), 5.1e-5);
        assertEquals(.2076, run.history().loss(2), 5.1e-5);
    }

    private static TrainingRun neuron(double w1, double w2, double[][] inputs, double[][] targets, int epochs) {
        Network net = network()
                .inputs("x1", "x2")
                .layer("out")
                .activation(sigmoid())
                .into("out", w("w1", w1), w("w2", w2))
                .bias("out", b("b", 0))
                .loss(meanSquaredError());
        return training(net)
                .samples(inputs, targets)
                .optimizer(sgd(0.1))
                .epochs(epochs)
                .run();
    }

    @Test
    void problem49Adam() {
        assertArrayEquals(new double[] {.99000325, .99000325}, tenAdamSteps(1, 1), 5.1e-9);
        assertArrayEquals(new double[] {.19001678, 12.29000026}, tenAdamSteps(0.2, 12.3), 5.1e-9);
    }

    private static double[] tenAdamSteps(double... start) {
        return descent(adam(0.001), p -> new double[] {2 * p[0], 2 * p[1]}, 10, start)
                .end();
    }

    @Test
    void problem145AdaGrad() {
        Step step = step(adagrad(0.01), 0, Map.of("Σg²", new double[] {1}), 0.5);
        assertEquals(.99553, step.newValues()[0], 5.1e-6);
        assertEquals(1.25, step.state().at("Σg²", 0), 0);
    }

    @Test
    void problem146Momentum() {
        Step step = step(momentum(0.01), 0, Map.of("v", new double[] {0.1}), 0.1);
        assertEquals(.909, step.newValues()[0], 1e-12);
        assertEquals(.091, step.state().at("v", 0), 1e-12);
    }

    @Test
    void problem148AdaMax() {
        Step step = step(adamax(0.002), 0, vectors("m", 1, "u", 1), 0.1);
        assertEquals(.98178, step.newValues()[0], 5.1e-6);
        assertEquals(.91, step.state().at("m", 0), 1e-12);
        assertEquals(.999, step.state().at("u", 0), 1e-12);
    }

    @Test
    void problem149AdaDelta() {
        Step step = step(adadelta(), 0, vectors("v", 1, "u", 1), 0.1);
        assertEquals(.89743, step.newValues()[0], 5.1e-6);
        assertEquals(.9505, step.state().at("v", 0), 1e-12);
        assertEquals(.95053, step.state().at("u", 0), 5.1e-6);
    }

    /** The gradient is the parameter itself; the rule keeps the point ahead, θ − μ·v, so that is where it is asked. */
    @Test
    void problem150NesterovAcceleratedGradient() {
        double v = 0.1;
        double ahead = 1 - 0.9 * v;
        OptimizerState state = new OptimizerState(0, Plateau.NONE, Map.of("v", new double[] {v}));
        Step step = Step.take(nesterov(0.01), state, new double[] {ahead}, new double[] {ahead});
        double velocity = step.state().at("v", 0);
        assertEquals(.0991, velocity, 1e-12);
        assertEquals(.9009, step.newValues()[0] + 0.9 * velocity, 1e-12);
    }

    private static Step step(Optimizer rule, long steps, Map<String, double[]> vectors, double gradient) {
        OptimizerState state = new OptimizerState(steps, Plateau.NONE, vectors);
        return Step.take(rule, state, new double[] {1}, new double[] {gradient});
    }

    private static Map<String, double[]> vectors(String first, double a, String second, double b) {
        Map<String, double[]> vectors = new LinkedHashMap<>();
        vectors.put(first, new double[] {a});
        vectors.put(second, new double[] {b});
        return vectors;
    }
}
