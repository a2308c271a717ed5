package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class SimpleRnnTest {
    /** https://github.com/Open-Deep-ML/DML-OpenProblem, build/54.json (its prose says 0.9993 for the first, its test 0.9759). */
    @Test
    void deepMlForward() {
        Network one = network()
                .inputs(sequence(3, 1))
                .simpleRnn(1)
                .weights(new double[] {0.5})
                .recurrentWeights(new double[] {0.8})
                .biases(0)
                .loss(halfSquaredError());
        Forward pass = one.forward(1, 2, 3);
        assertEquals(0.9759, pass.at("h1_1"), 5e-5);
        double first = Math.tanh(0.5);
        double second = Math.tanh(1 + 0.8 * first);
        double third = Math.tanh(1.5 + 0.8 * second);
        assertArrayEquals(
                new double[] {first, second, third}, pass.detail(1, "h").row(0), 1e-15);

        Network two = network()
                .inputs(sequence(2, 3))
                .simpleRnn(2)
                .weights(new double[][] {{0.1, 0.2, 0.3}, {0.4, 0.5, 0.6}})
                .recurrentWeights(new double[][] {{0.7, 0.8}, {0.9, 1.0}})
                .biases(0.1, 0.2)
                .loss(halfSquaredError());
        Forward more = two.forward(0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        assertEquals(0.7474, more.at("h1_1"), 5e-5);
        assertEquals(0.9302, more.at("h1_2"), 5e-5);
    }

    /** Three steps by hand: z = x + 2h, no squashing, so that h = 1, 4, 11 and dC/dh = (11 − 10)·(4, 2, 1). */
    @Test
    void backThroughTimeByHand() {
        Network net = network()
                .inputs(sequence(3, 1))
                .simpleRnn(1, identity())
                .weights(new double[] {1})
                .recurrentWeights(new double[] {2})
                .biases(0)
                .loss(halfSquaredError());
        Forward pass = net.forward(1, 2, 3);
        assertArrayEquals(new double[] {1, 4, 11}, pass.detail(1, "h").row(0));
        Deltas deltas = pass.deltas(y(10));
        assertArrayEquals(new double[] {4, 2, 1}, deltas.detail(1, "h").row(0));
        assertEquals(4 * 1 + 2 * 2 + 1 * 3, deltas.gradient("w1_1_1"));
        assertEquals(2 * 1 + 1 * 4, deltas.gradient("u1_1_1"));
        assertEquals(7, deltas.gradient("b1_1"));
        assertArrayEquals(
                new double[] {4, 2, 1}, deltas.trace().inputGradients().row(0));
    }

    /**
     * https://github.com/Open-Deep-ML/DML-OpenProblem, build/62.json: 100 epochs of back-propagation through time, weights drawn
     * by NumPy's legacy generator from seed 42, times 0.01.
     */
    @Test
    void deepMlTraining() {
        double[] drawn = {
            0.4967141530112327,
            -0.13826430117118466,
            0.6476885381006925,
            1.5230298564080254,
            -0.23415337472333597,
            -0.23413695694918055,
            1.5792128155073915,
            0.7674347291529088,
            -0.4694743859349521,
            0.5425600435859647,
            -0.46341769281246226,
            -0.46572975357025687,
            0.24196227156603412,
            -1.913280244657798,
            -1.7249178325130328,
            -0.5622875292409727,
            -1.0128311203344238,
            0.3142473325952739,
            -0.9080240755212109,
            -1.4123037013352915,
            1.465648768921554,
            -0.22577630048653566,
            0.06752820468792384,
            -1.4247481862134568,
            -0.5443827245251827,
            0.11092258970986608,
            -1.1509935774223028,
            0.37569801834567196,
            -0.600638689918805,
            -0.2916937497932768,
            -0.6017066122293969,
            1.8522781845089378,
            -0.013497224737933921,
            -1.0577109289559004,
            0.822544912103189
        };
        Network net = network()
                .inputs(sequence(4, 1))
                .simpleRnn(5)
                .weights(rows(drawn, 0, 5, 1))
                .recurrentWeights(rows(drawn, 5, 5, 5))
                .biases(0, 0, 0, 0, 0)
                .allSteps()
                .layer(1)
                .activation(identity())
                .weights(rows(drawn, 30, 1, 5))
                .biases(0)
                .loss(halfSquaredError().sum());
        for (int epoch = 1; epoch < 100; epoch++) {
            net = net.forward(1, 2, 3, 4)
                    .deltas(y(2, 3, 4, 5))
                    .update(sgd(0.01))
                    .network();
        }
        assertArrayEquals(
                new double[] {2.24143915, 3.18450265, 4.04305928, 4.57419398},
                net.forward(1, 2, 3, 4).prediction().row(0),
                5e-9);
    }

    private static double[][] rows(double[] drawn, int from, int rows, int columns) {
        double[][] weights = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            weights[i / columns][i % columns] = 0.01 * drawn[from + i];
        }
        return weights;
    }
}
