package org.chainrule.published;

import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.value;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.check.Scalar;
import org.chainrule.check.ScalarGraph;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * CS231n, "Backpropagation, intuitions": the circuits of the page.
 *
 * <p>https://cs231n.github.io/optimization-2/
 */
class Cs231nBackpropagationTest {
    @Test
    void sumTimesNumber() {
        Scalar f = value("x", -2).plus(value("y", 5)).times(value("z", -4));
        ScalarGraph graph = f.backward();
        assertEquals(-12, f.value());
        assertEquals(-4, graph.gradient("x"));
        assertEquals(-4, graph.gradient("y"));
        assertEquals(3, graph.gradient("z"));
    }

    /** f = 1 / (1 + e^−(w0·x0 + w1·x1 + w2)), once as one gate and once taken apart into its smallest steps. */
    @Test
    void sigmoidNeuron() {
        Scalar sum = value("w0", 2)
                .times(value("x0", -1))
                .plus(value("w1", -3).times(value("x1", -2)))
                .plus(value("w2", -3));
        Scalar one = value("one", 1);
        assertNeuron(sum.sigmoid());
        assertNeuron(one.over(sum.times(-1).exp().plus(1)));
    }

    private static void assertNeuron(Scalar f) {
        ScalarGraph graph = f.backward();
        assertEquals(0.73, f.value(), 5e-3);
        assertEquals(0.731058578630005, f.value(), 1e-15);
        // the figure cuts after two decimals
        assertEquals(-0.20, graph.gradient("w0"), 1e-2);
        assertEquals(-0.39, graph.gradient("w1"), 1e-2);
        assertEquals(0.20, graph.gradient("w2"), 1e-2);
        assertEquals(0.39, graph.gradient("x0"), 1e-2);
        assertEquals(-0.59, graph.gradient("x1"), 1e-2);
        double slope = 0.196611933241482;
        assertEquals(-slope, graph.gradient("w0"), 1e-14);
        assertEquals(-2 * slope, graph.gradient("w1"), 1e-14);
        assertEquals(slope, graph.gradient("w2"), 1e-14);
        assertEquals(2 * slope, graph.gradient("x0"), 1e-14);
        assertEquals(-3 * slope, graph.gradient("x1"), 1e-14);
    }

    /** The gradient of softmax and cross-entropy for the probabilities .2, .3, .5 when the second class is right. */
    @Test
    void softmaxTakesOneFromTheRightClass() {
        Deltas deltas = network()
                .inputs(1)
                .layer(3)
                .activation(softmax())
                .weights(new double[3][1])
                .biases(Math.log(.2), Math.log(.3), Math.log(.5))
                .loss(sparseCategoricalCrossEntropy())
                .forward(0)
                .deltas(y(1));
        assertArrayEquals(new double[] {.2, -.7, .5}, deltas.deltas().get(0).row(0), 1e-15);
    }

    /** https://cs231n.github.io/linear-classify/ : the figure that compares softmax and the hinge loss, on one image of four pixels. */
    @Test
    void softmaxClassifierOfTheLinearClassifyNotes() {
        Network net = network()
                .inputs(4)
                .layer(3)
                .activation(softmax())
                .weights(new double[][] {{.01, -.05, .1, .05}, {.7, .2, .05, .16}, {0, -.45, -.2, .03}})
                .biases(0, .2, -.3)
                .loss(sparseCategoricalCrossEntropy());
        Forward pass = net.forward(-15, 22, -44, 56);
        assertArrayEquals(
                new double[] {-2.85, .86, .28}, pass.preActivations().get(0).row(0), 1e-14);
        assertArrayEquals(
                new double[] {.016, .631, .353}, pass.prediction().row(0), 6e-4, "the figure rounds .0154 up to .016");
        assertEquals(1.04, pass.loss(y(2)), 5.1e-3);
        assertEquals(1.0401905694301092, pass.loss(y(2)), 1e-14);
        assertEquals(1.58, hinge(1, .28, -2.85, .86), 1e-14);
    }

    /** The same notes: scores 13, −7, 11 of which the first is right, with a margin of 10. */
    @Test
    void hingeLossOfTheLinearClassifyNotes() {
        assertEquals(8, hinge(10, 13, -7, 11), 0);
    }

    private static double hinge(double margin, double right, double... others) {
        Scalar sum = value("none", 0);
        for (double other : others) {
            sum = sum.plus(value("other", other)
                    .minus(value("right", right))
                    .plus(margin)
                    .relu());
        }
        return sum.value();
    }

    /** The same notes: logits 1, −2, 0 and, after more regularisation, half of them. */
    @Test
    void softmaxGetsMoreDiffuse() {
        double[] p = new double[3];
        softmax().apply(new double[] {1, -2, 0}, p, 3);
        assertArrayEquals(new double[] {.7, .04, .26}, p, 6e-3);
        softmax().apply(new double[] {.5, -1, 0}, p, 3);
        assertArrayEquals(new double[] {.55, .12, .33}, p, 6e-3);
    }
}
