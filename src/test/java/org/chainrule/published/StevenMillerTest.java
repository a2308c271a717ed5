package org.chainrule.published;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.junit.jupiter.api.Test;

/**
 * Steven Miller, "Mind: How to Build a Neural Network (Part One)".
 *
 * <p>https://stevenmiller888.github.io/mind-how-to-build-a-neural-network/
 *
 * <p>The forward pass of the page is right, up to a sum made of rounded values. Its update is wrong: it divides the delta by what
 * a weight multiplies, where the chain rule multiplies with it, so none of its nine new weights is right.
 */
class StevenMillerTest {
    private static final double EXACT = 1e-12;

    private static Network net() {
        return network()
                .inputs("x1", "x2")
                .layer("h1", "h2", "h3")
                .activation(sigmoid())
                .into("h1", w("w1", .8), w("w4", .2))
                .into("h2", w("w2", .4), w("w5", .9))
                .into("h3", w("w3", .3), w("w6", .5))
                .layer("out")
                .activation(sigmoid())
                .into("out", w("w7", .3), w("w8", .5), w("w9", .9))
                .loss(halfSquaredError());
    }

    @Test
    void forwardPass() {
        Forward pass = net().forward(1, 1);
        assertEquals(1.0, pass.preActivation("h1"), EXACT);
        assertEquals(1.3, pass.preActivation("h2"), EXACT);
        assertEquals(.8, pass.preActivation("h3"), EXACT);
        assertEquals(.73105857863, pass.at("h1"), 5.1e-12);
        assertEquals(.78583498304, pass.at("h2"), 5.1e-12);
        assertEquals(.68997448112, pass.at("h3"), 1e-11);
        // the page has 1.235 and .7747, from outputs rounded to two places
        assertEquals(1.233212098125, pass.preActivation("out"), EXACT);
        assertEquals(.774380272053, pass.at("out"), EXACT);
    }

    @Test
    void deltasAreProducts() {
        Deltas deltas = net().forward(1, 1).deltas(y(0));
        assertEquals(.135296210332, deltas.delta("out"), EXACT);
        assertEquals(.007980254842, deltas.delta("h1"), EXACT);
        assertEquals(.011385065324, deltas.delta("h2"), EXACT);
        assertEquals(.026047054163, deltas.delta("h3"), EXACT);
        assertEquals(.098909455219, deltas.gradient("w7"), EXACT);
        assertEquals(.106320495152, deltas.gradient("w8"), EXACT);
        assertEquals(.093350932522, deltas.gradient("w9"), EXACT);
    }

    @Test
    void noneOfTheNewWeightsIsThatOfThePage() {
        Update step = net().forward(1, 1).deltas(y(0)).update(sgd(1));
        double[] right = {
            .792019745158,
            .388614934676,
            .273952945837,
            .192019745158,
            .888614934676,
            .473952945837,
            .201090544781,
            .393679504848,
            .806649067478
        };
        double[] printed = {.712, .3548, .2681, .112, .8548, .4681, .1162, .329, .708};
        for (int i = 0; i < right.length; i++) {
            double weight = step.network().parameters().at("w" + (i + 1));
            assertEquals(right[i], weight, EXACT);
            assertNotEquals(printed[i], weight, 1e-3);
        }
        assertEquals(.731395621596, step.network().forward(1, 1).at("out"), EXACT);
    }
}
