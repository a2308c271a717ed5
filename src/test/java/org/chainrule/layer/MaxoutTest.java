package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** max(w₁ᵀx + b₁, w₂ᵀx + b₂) of the slides "Training a NNet", by hand. */
class MaxoutTest {
    private static final Network NET = network()
            .inputs("x1", "x2")
            .maxout(2, 2)
            .weights(new double[][] {{1, 2}, {-1, 3}, {0.5, 0.5}, {2, -1}})
            .biases(0.1, -0.2, 0, 1)
            .loss(halfSquaredError());

    @Test
    void theLargestPieceIsTheOutput() {
        Forward pass = NET.forward(1, 2);
        assertArrayEquals(
                new double[] {5.1, 4.8, 1.5, 1}, pass.detail(1, "pieces").row(0), 1e-15);
        assertEquals(5.1, pass.at("h1_1"), 1e-15);
        assertEquals(1.5, pass.at("h1_2"), 1e-15);
        assertArrayEquals(new double[] {0, 0}, pass.detail(1, "winner").row(0));
    }

    @Test
    void anotherInputHasAnotherWinner() {
        Forward pass = NET.forward(2, -1);
        assertArrayEquals(
                new double[] {0.1, -5.2, 0.5, 6}, pass.detail(1, "pieces").row(0), 1e-15);
        assertArrayEquals(new double[] {0, 1}, pass.detail(1, "winner").row(0));
    }

    @Test
    void onlyTheWinnerLearns() {
        Deltas deltas = NET.forward(2, -1).deltas(y(1, 5));
        // δ of the outputs: 0.1 − 1 and 6 − 5
        assertArrayEquals(
                new double[] {-0.9, 0, 0, 1}, deltas.detail(1, "pieces").row(0), 1e-15);
        assertEquals(-1.8, deltas.gradient("w1_1_1_1"), 1e-15);
        assertEquals(0.9, deltas.gradient("w1_1_1_2"), 1e-15);
        assertEquals(0, deltas.gradient("w1_1_2_1"));
        assertEquals(0, deltas.gradient("w1_2_1_1"));
        assertEquals(2, deltas.gradient("w1_2_2_1"), 1e-15);
        assertEquals(-1, deltas.gradient("w1_2_2_2"), 1e-15);
        assertEquals(1, deltas.gradient("b1_2_2"), 1e-15);
        assertEquals(0, deltas.gradient("b1_2_1"));
        // dC/dx1 = −0.9·1 + 1·2, dC/dx2 = −0.9·2 + 1·(−1)
        assertEquals(1.1, deltas.inputGradient("x1", 0), 1e-15);
        assertEquals(-2.8, deltas.inputGradient("x2", 0), 1e-15);
    }
}
