package org.chainrule.published;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.chainrule.Examples;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.junit.jupiter.api.Test;

/**
 * Matt Mazur, "A Step by Step Backpropagation Example" (2015).
 *
 * <p>https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
 *
 * <p>The post's loss after one update, .291027924, is that of a program that computed the hidden deltas from weights that
 * were already updated; its .0000351085 is the loss after 9,999 updates. The true values stand here.
 */
class MazurTest {
    private static final double EXACT = 1e-12;
    private final Network net = Examples.mazur();
    private final Forward pass = net.forward(0.05, 0.10);
    private final Deltas deltas = pass.deltas(y(0.01, 0.99));

    @Test
    void forwardPass() {
        assertEquals(0.3775, pass.preActivation("h1"), EXACT);
        assertEquals(0.3925, pass.preActivation("h2"), EXACT);
        assertEquals(0.593269992107187, pass.at("h1"), EXACT);
        assertEquals(0.596884378259767, pass.at("h2"), EXACT);
        assertEquals(1.10590596705977, pass.preActivation("o1"), EXACT);
        assertEquals(1.22492140409647, pass.preActivation("o2"), EXACT);
        assertEquals(0.751365069552316, pass.at("o1"), EXACT);
        assertEquals(0.772928465321463, pass.at("o2"), EXACT);
        assertEquals(0.298371108760003, deltas.loss(), EXACT);
    }

    @Test
    void deltasAndGradients() {
        assertEquals(0.741365069552, deltas.outputGradient("o1"), EXACT);
        assertEquals(0.138498561628557, deltas.delta("o1"), EXACT);
        assertEquals(-0.0380982365165562, deltas.delta("o2"), EXACT);
        assertEquals(0.036350306, deltas.outputGradient("h1"), 5e-10);
        assertEquals(0.00877135468948693, deltas.delta("h1"), EXACT);
        assertEquals(0.00995425470521720, deltas.delta("h2"), EXACT);
        double[] gradients = {
            0.000438567734474347,
            0.000877135468948693,
            0.000497712735260860,
            0.000995425470521720,
            0.0821670405642308,
            0.0826676278475332,
            -0.0226025404774751,
            -0.0227402422159782
        };
        for (int i = 0; i < gradients.length; i++) {
            assertEquals(gradients[i], deltas.gradient("w" + (i + 1)), EXACT, "w" + (i + 1));
        }
    }

    @Test
    void oneUpdate() {
        Update step = deltas.update(sgd(0.5));
        double[] updated = {
            0.149780716132763,
            0.199561432265526,
            0.249751143632370,
            0.299502287264739,
            0.358916479717885,
            0.408666186076233,
            0.511301270238738,
            0.561370121107989
        };
        for (int i = 0; i < updated.length; i++) {
            assertEquals(updated[i], step.newValue("w" + (i + 1)), EXACT, "w" + (i + 1));
        }
        assertEquals(0.35, step.newValue("b1"), 0);
        assertEquals(0.60, step.newValue("b2"), 0);
    }

    @Test
    void lossesWithFrozenBiases() {
        assertEquals(0.291027773693599, lossAfter(net, 1), EXACT);
        assertEquals(0.283547133122420, lossAfter(net, 2), EXACT);
        assertEquals(0.220918592053904, lossAfter(net, 10), EXACT);
        assertEquals(0.0000351018778298, lossAfter(net, 10_000), 1e-15);
        assertEquals(3.51085481e-5, lossAfter(net, 9_999), 5e-14);
        assertNotEquals(0.291027924, lossAfter(net, 1), 1e-9);
    }

    @Test
    void outputsAfterTenThousandUpdates() {
        Forward trained = trained(net, 10_000).forward(0.05, 0.10);
        assertEquals(0.0159136204436, trained.at("o1"), 1e-12);
        assertEquals(0.984064273515, trained.at("o2"), 1e-12);
    }

    @Test
    void sharedBiasesHaveTheSumOfTheDeltas() {
        Network shared = Examples.mazur(b("b1", 0.35), b("b2", 0.60));
        Deltas sums = shared.forward(0.05, 0.10).deltas(y(0.01, 0.99));
        assertEquals(0.0187256093947041, sums.gradient("b1"), EXACT);
        assertEquals(0.100400325112001, sums.gradient("b2"), EXACT);
        assertEquals(0.285750886699296, lossAfter(shared, 1), EXACT);
        assertEquals(0.175238010775, lossAfter(shared, 10), EXACT);
        assertEquals(4.35532e-06, lossAfter(shared, 10_000), 5e-12);
    }

    @Test
    void eachUnitWithABiasOfItsOwn() {
        Network own = network()
                .inputs("i1", "i2")
                .layer("h1", "h2")
                .activation(sigmoid())
                .weights(new double[][] {{.15, .20}, {.25, .30}})
                .biases(.35, .35)
                .layer("o1", "o2")
                .activation(sigmoid())
                .weights(new double[][] {{.40, .45}, {.50, .55}})
                .biases(.60, .60)
                .loss(halfSquaredError());
        assertEquals(0.280471446791430, lossAfter(own, 1), EXACT);
        assertEquals(0.125527038044, lossAfter(own, 10), EXACT);
        assertEquals(2.44756e-06, lossAfter(own, 10_000), 5e-12);
    }

    /** Hidden deltas from weights that are already updated, as in the program behind the post's .291027924. */
    @Test
    void thePostsLossIsThatOfWeightsUpdatedTooEarly() {
        Network outputsFirst = net;
        for (int i = 5; i <= 8; i++) {
            outputsFirst = outputsFirst.with("w" + i, deltas.update(sgd(0.5)).newValue("w" + i));
        }
        Network both = outputsFirst;
        for (int i = 1; i <= 4; i++) {
            double fromHidden = (i <= 2 ? hiddenDelta("h1", "w5", "w7", both) : hiddenDelta("h2", "w6", "w8", both))
                    * (i % 2 == 1 ? 0.05 : 0.10);
            both = both.with("w" + i, net.parameters().at("w" + i) - 0.5 * fromHidden);
        }
        assertEquals(0.291027923905442, both.forward(0.05, 0.10).loss(y(0.01, 0.99)), EXACT);
    }

    private double hiddenDelta(String unit, String first, String second, Network updated) {
        double handedBack = deltas.delta("o1") * updated.parameters().at(first)
                + deltas.delta("o2") * updated.parameters().at(second);
        return handedBack * pass.at(unit) * (1 - pass.at(unit));
    }

    private static double lossAfter(Network start, int updates) {
        return trained(start, updates).forward(0.05, 0.10).loss(y(0.01, 0.99));
    }

    private static Network trained(Network start, int updates) {
        return training(start)
                .sample(x(0.05, 0.10), y(0.01, 0.99))
                .optimizer(sgd(0.5))
                .epochs(updates)
                .run()
                .network();
    }

    /** A copy of the post (zhwhong, "BP理论推导") takes the total .298371109 for the first error and adds the second once more: .321931135. */
    @Test
    void theTotalCountsEachErrorOnce() {
        double first = Math.pow(.01 - pass.at("o1"), 2) / 2;
        double second = Math.pow(.99 - pass.at("o2"), 2) / 2;
        assertEquals(.274811083, first, 5e-10);
        assertEquals(.0235600255838477, second, EXACT);
        assertEquals(first + second, deltas.loss(), EXACT);
        assertEquals(.321931135, deltas.loss() + .023560026, 5e-9);
        assertNotEquals(.321931135, deltas.loss(), 1e-3);
    }

    /**
     * primelearnpoint.com, "backpropagation solved numerical 2x2", has the same weights. Its sums .3825, .3900, .5359 and .5955 come from
     * hidden biases of .355 and .3475 that it does not state and from w6 and w7 exchanged; so no weight it prints is that of this network.
     */
    @Test
    void anotherPageExchangesTwoWeights() {
        Network page = network()
                .inputs("i1", "i2")
                .layer("h1", "h2")
                .activation(sigmoid())
                .weights(new double[][] {{.15, .20}, {.25, .30}})
                .biases(.355, .3475)
                .layer("o1", "o2")
                .activation(sigmoid())
                .weights(new double[][] {{.40, .50}, {.45, .55}})
                .loss(halfSquaredError());
        Forward printed = page.forward(.05, .10);
        assertEquals(.3825, printed.preActivation("h1"), EXACT);
        assertEquals(.3900, printed.preActivation("h2"), EXACT);
        assertEquals(.5359, printed.preActivation("o1"), 5e-5);
        assertEquals(.5955, printed.preActivation("o2"), 5e-5);
        assertNotEquals(.5359 + .6, pass.preActivation("o1"), 1e-2);
        assertNotEquals(.5955 + .6, pass.preActivation("o2"), 1e-2);
    }
}
