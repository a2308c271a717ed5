package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final int UNITS = 1000;

    private static Network dropping(double rate, long seed) {
        return network().inputs(UNITS).dropout(rate, seed(seed)).loss(halfSquaredError());
    }

    private static double[][] ones() {
        double[] row = new double[UNITS];
        Arrays.fill(row, 1);
        return new double[][] {row};
    }

    @Test
    void inferenceLetsEverythingThrough() {
        Forward pass = dropping(0.5, 7).forward(ones());
        assertArrayEquals(ones()[0], pass.prediction().row(0));
        assertArrayEquals(ones()[0], pass.detail(1, "mask").row(0));
    }

    @Test
    void keptUnitsAreScaledUp() {
        Forward pass = dropping(0.2, 7).trainingForward(1, ones());
        double[] output = pass.prediction().row(0);
        assertTrue(Arrays.stream(output).allMatch(v -> v == 0 || v == 1 / 0.8));
        assertArrayEquals(output, pass.detail(1, "mask").row(0));
    }

    /** Erratum of the slides: without the scaling the expected activation halves (0.5007), with it it stays (1.0014). */
    @Test
    void theExpectedOutputStays() {
        double rate = 0.5;
        Network net = dropping(rate, 7);
        double sum = 0;
        int passes = 200;
        for (int iteration = 1; iteration <= passes; iteration++) {
            sum += Arrays.stream(
                            net.trainingForward(iteration, ones()).prediction().row(0))
                    .sum();
        }
        int draws = passes * UNITS;
        double fourSigmas = 4 * Math.sqrt(rate / (1 - rate) / draws);
        assertEquals(1, sum / draws, fourSigmas);
        assertEquals(0.5, sum / draws * (1 - rate), fourSigmas / 2);
    }

    @Test
    void sameSeedAndIterationGiveTheSameMask() {
        double[] first = mask(dropping(0.5, 7), 3);
        assertArrayEquals(first, mask(dropping(0.5, 7), 3));
        assertFalse(Arrays.equals(first, mask(dropping(0.5, 7), 4)));
        assertFalse(Arrays.equals(first, mask(dropping(0.5, 8), 3)));
    }

    private static double[] mask(Network net, long iteration) {
        return net.trainingForward(iteration, ones()).detail(1, "mask").row(0);
    }

    @Test
    void layersWithTheSameSeedDrawDifferentMasks() {
        Network net = network()
                .inputs(UNITS)
                .dropout(0.5, seed(7))
                .dropout(0.5, seed(7))
                .loss(halfSquaredError());
        Forward pass = net.trainingForward(1, ones());
        assertFalse(Arrays.equals(
                pass.detail(1, "mask").row(0), pass.detail(2, "mask").row(0)));
    }

    @Test
    void lossAndDeltasGoByTheSameMask() {
        Network net = dropping(0.5, 7);
        Forward pass = net.trainingForward(1, ones());
        double[] mask = pass.detail(1, "mask").row(0);
        double[][] zeros = {new double[UNITS]};
        assertEquals(Arrays.stream(mask).map(m -> m * m / 2).sum(), pass.loss(zeros), 1e-9);
        double[] gradient = pass.deltas(zeros).trace().inputGradients().row(0);
        assertArrayEquals(Arrays.stream(mask).map(m -> m * m).toArray(), gradient, 1e-15);
    }

    @Test
    void samplesHaveMasksOfTheirOwn() {
        double[][] two = {ones()[0], ones()[0]};
        var masks = dropping(0.5, 7).trainingForward(1, two).detail(1, "mask");
        assertFalse(Arrays.equals(masks.row(0), masks.row(1)));
    }

    /** Erratum of the slides "Deep Neural Networks": C(100, 2)² keeps 2 of 100 neurons, not half of them. */
    @Test
    void networksThatHideInOne() {
        assertEquals("36", Dropout.thinnedNetworks(4, 2, 2).toString());
        assertEquals("24502500", Dropout.thinnedNetworks(100, 2, 2).toString());
        assertEquals(1.018e58, Dropout.thinnedNetworks(100, 50, 2).doubleValue(), 0.001e58);
        assertEquals("1", Dropout.thinnedNetworks(5, 5, 3).toString());
    }
}
