package org.chainrule.published;

import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * Victor Zhou, "Machine Learning for Beginners: An Introduction to Neural Networks".
 *
 * <p>https://victorzhou.com/blog/intro-to-neural-networks/
 *
 * <p>The page truncates intermediate values: its dL/dy is −.952 and its dL/dw1 .0214, the correctly rounded ones are −.953
 * and .0215.
 */
class VictorZhouTest {
    private static final double EXACT = 1e-12;

    @Test
    void oneNeuron() {
        Network neuron = network()
                .inputs("x1", "x2")
                .layer("y")
                .activation(sigmoid())
                .weights(new double[][] {{0, 1}})
                .biases(4)
                .loss(meanSquaredError());
        assertEquals(0.999088948806, neuron.forward(2, 3).at("y"), EXACT);
    }

    @Test
    void threeNeurons() {
        // the reference digits are cut off after the ninth, not rounded
        assertEquals(0.721632560, net(0, 1).forward(2, 3).at("o1"), 1e-9);
    }

    @Test
    void chainRule() {
        Forward pass = net(1, 1).forward(-2, -1);
        assertEquals(0.0474258731776, pass.at("h1"), EXACT);
        assertEquals(0.523695174084, pass.at("o1"), EXACT);
        Deltas deltas = pass.deltas(y(1));
        assertEquals(-0.952609651832, deltas.outputGradient("o1"), EXACT);
        assertEquals(0.249438538725, deltas.outputGradient("h1") / deltas.outputGradient("o1"), EXACT);
        assertEquals(-0.0903533194618 * deltas.outputGradient("h1"), deltas.gradient("w1_1_1"), EXACT);
        assertEquals(0.0214695352658, deltas.gradient("w1_1_1"), EXACT);
    }

    @Test
    void identityOutputAddsUp() {
        Network sum = network()
                .inputs(2)
                .layer(1)
                .activation(identity())
                .weights(new double[][] {{2, 3}})
                .loss(meanSquaredError());
        assertEquals(2 * 5 + 3 * 7, sum.forward(5, 7).at("h1_1"), 0);
    }

    private static Network net(double first, double second) {
        double[] row = {first, second};
        return network()
                .inputs("x1", "x2")
                .layer("h1", "h2")
                .activation(sigmoid())
                .weights(row, row)
                .biases(0, 0)
                .layer("o1")
                .activation(sigmoid())
                .weights(new double[][] {row})
                .biases(0)
                .loss(meanSquaredError());
    }
}
