package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
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

/** Published long short-term memories, forward and backward through time. */
class LstmTest {
    /**
     * Aidan Gomez, "Backpropogating an LSTM: A Numerical Example",
     * https://blog.aidangomez.ca/2016/04/17/Backpropogating-an-LSTM-A-Numerical-Example/ : two steps of two features.
     */
    private static Network gomez() {
        return network()
                .inputs(sequence(2, 2))
                .lstm(1)
                .weights(new double[][] {{0.45, 0.25}, {0.95, 0.8}, {0.7, 0.45}, {0.6, 0.4}})
                .recurrentWeights(new double[][] {{0.15}, {0.8}, {0.1}, {0.25}})
                .biases(0.2, 0.65, 0.15, 0.1)
                .allSteps()
                .flatten()
                .loss(halfSquaredError());
    }

    @Test
    void gomezForward() {
        Forward pass = gomez().forward(1, 2, 0.5, 3);
        assertStep(pass, "a", 0.817754077970, 0.849804022319);
        assertStep(pass, "i", 0.960834277203, 0.981183968325);
        assertStep(pass, "f", 0.851952801968, 0.870301969855);
        assertStep(pass, "o", 0.817574476194, 0.849933342802);
        assertStep(pass, "c", 0.785726148437, 1.517633097669);
        assertStep(pass, "h", 0.536313397882, 0.771981105759);
        assertEquals(0.536313397882, pass.at("h1_1_1"), 1e-12);
        assertEquals(0.771981105759, pass.at("h1_2_1"), 1e-12);
    }

    @Test
    void gomezBackward() {
        Deltas deltas = gomez().forward(1, 2, 0.5, 3).deltas(y(0.5, 1.25));
        assertStep(deltas, "h", 0.018038142544, -0.478018894241);
        assertStep(deltas, "c", -0.053483684341, -0.071107714758);
        assertStep(deltas, "a", -0.017024044729, -0.019384347508);
        assertStep(deltas, "i", -0.001645881900, -0.001115614070);
        assertStep(deltas, "f", 0, -0.006306541742);
        assertStep(deltas, "o", 0.001764802307, -0.055377831125);
    }

    @Test
    void gomezUpdate() {
        Network next = gomez().forward(1, 2, 0.5, 3)
                .deltas(y(0.5, 1.25))
                .update(sgd(0.1))
                .network();
        assertParameters(
                next, "wa1_1_1 0.452671621848 wa1_1_2 0.259220113198 wi1_1_1 0.950220368893 wi1_1_2 0.800663860601");
        assertParameters(
                next, "wf1_1_1 0.700315327087 wf1_1_2 0.451891962523 wo1_1_1 0.602592411326 wo1_1_2 0.416260388876");
        assertParameters(next, "ba1_1 0.203640839224 bi1_1 0.650276149597 bf1_1 0.150630654174 bo1_1 0.105361302882");
        assertParameters(
                next, "ua1_1_1 0.151039608528 ui1_1_1 0.800059831877 uf1_1_1 0.100338228283 uo1_1_1 0.252969987278");
    }

    private static void assertStep(Forward pass, String name, double... steps) {
        assertArrayEquals(steps, pass.detail(1, name).row(0), 1e-12, name);
    }

    private static void assertStep(Deltas deltas, String name, double... steps) {
        assertArrayEquals(steps, deltas.detail(1, name).row(0), 1e-12, name);
    }

    private static void assertParameters(Network net, String namesAndValues) {
        String[] words = namesAndValues.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            assertEquals(Double.parseDouble(words[i + 1]), net.parameters().at(words[i]), 1e-12, words[i]);
        }
    }

    /** https://github.com/Open-Deep-ML/DML-OpenProblem, build/59.json, one unit. */
    @Test
    void deepMlOneUnit() {
        Network net = network()
                .inputs(sequence(3, 1))
                .lstm(1)
                .weights(new double[][] {{0.3}, {0.5}, {0.5}, {0.5}})
                .recurrentWeights(new double[][] {{0.3}, {0.5}, {0.5}, {0.5}})
                .biases(0.1, 0.1, 0.1, 0.1)
                .loss(halfSquaredError());
        assertEquals(0.73698596, net.forward(1, 2, 3).at("h1_1"), 5e-9);
    }

    /** https://github.com/Open-Deep-ML/DML-OpenProblem, build/59.json, two units: all four gates have the same weights. */
    @Test
    void deepMlTwoUnits() {
        double[][] fromState = {{0.1, 0.2}, {0.5, 0.6}};
        double[][] fromInput = {{0.3, 0.4}, {0.7, 0.8}};
        Network net = network()
                .inputs(sequence(2, 2))
                .lstm(2)
                .weights(fourTimes(fromInput))
                .recurrentWeights(fourTimes(fromState))
                .biases(0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2)
                .loss(halfSquaredError());
        Forward pass = net.forward(0.1, 0.2, 0.3, 0.4);
        assertEquals(0.16613133, pass.at("h1_1"), 5e-9);
        assertEquals(0.40299449, pass.at("h1_2"), 5e-9);
    }

    private static double[][] fourTimes(double[][] rows) {
        return new double[][] {rows[0], rows[1], rows[0], rows[1], rows[0], rows[1], rows[0], rows[1]};
    }
}
