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
}
