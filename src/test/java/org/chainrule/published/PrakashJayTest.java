package org.chainrule.published;

import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.gradientCheck;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * Prakash Jay, "Back-Propagation is very simple. Who made it Complicated?": ReLU, sigmoid and softmax layers.
 *
 * <p>https://medium.com/@14prakash/back-propagation-is-very-simple-who-made-it-complicated-97b794c97e5c
 *
 * <p>The page's output .26980 .32235 .40784 is not a softmax; its correction .19858 .28559 .51583 is of rounded values.
 */
class PrakashJayTest {
    private static final double EXACT = 1e-12;
    private final Network net = network()
            .inputs(3)
            .layer("h1", "h2", "h3")
            .activation(relu())
            .weights(new double[] {.1, .3, .4}, new double[] {.2, .2, .3}, new double[] {.3, .7, .9})
            .biases(1, 1, 1)
            .layer("s1", "s2", "s3")
            .activation(sigmoid())
            .weights(new double[] {.2, .3, .6}, new double[] {.3, .5, .4}, new double[] {.5, .7, .8})
            .biases(1, 1, 1)
            .layer("p1", "p2", "p3")
            .activation(softmax())
            .weights(new double[] {.1, .3, .5}, new double[] {.4, .7, .2}, new double[] {.8, .2, .9})
            .biases(1, 1, 1)
            .loss(categoricalCrossEntropy());
    private final Deltas deltas = net.forward(.1, .2, .7).deltas(y(1, 0, 0));

    @Test
    void forwardPass() {
        assertUnits(new double[] {1.35, 1.27, 1.8}, "h");
        assertUnits(new double[] {.938831289487, .940475634023, .982084304812}, "s");
        assertUnits(new double[] {.198446894233, .285355530425, .516197575342}, "p");
        assertEquals(1.617233750000, deltas.loss(), EXACT);
    }

    @Test
    void deltasOfAllLayers() {
        assertDeltas(new double[] {-.801553105767, .285355530425, .516197575342}, "p");
        assertDeltas(new double[] {.025666752737, .003500083027, .002126715893}, "s");
        assertDeltas(new double[] {.007246733402, .010938768460, .018501457567}, "h");
    }

    @Test
    void gradientsAgreeWithCentralDifferences() {
        assertTrue(gradientCheck(net, x(.1, .2, .7), y(1, 0, 0)).passes());
    }

    private void assertUnits(double[] expected, String layer) {
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], deltas.forward().at(layer + (i + 1)), EXACT, layer + (i + 1));
        }
    }

    private void assertDeltas(double[] expected, String layer) {
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], deltas.delta(layer + (i + 1)), EXACT, layer + (i + 1));
        }
    }
}
