package org.chainrule.published;

import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;

/**
 * Zhang, Lipton, Li and Smola, "Dive into Deep Learning", chapter "Optimization Algorithms": the saved outputs.
 *
 * <p>https://d2l.ai/chapter_optimization/
 */
class D2lOptimizersTest {
    private static final double PRINTED = 5.1e-7;

    /** f(x) = x² from 10, ten steps. */
    @Test
    void gradientDescentInOneDimension() {
        assertEquals(.060466, square(0.2), PRINTED);
        assertEquals(3.486784, square(0.05), PRINTED);
        assertEquals(61.917364, square(1.1), PRINTED);
    }

    private static double square(double rate) {
        return descent(sgd(rate), p -> new double[] {2 * p[0]}, 10, 10).end()[0];
    }

    /** f(x) = x·cos(cx) with c = .15π has many valleys. */
    @Test
    void aLocalMinimum() {
        double c = 0.15 * Math.PI;
        double end = descent(sgd(2), p -> new double[] {Math.cos(c * p[0]) - c * p[0] * Math.sin(c * p[0])}, 10, 10)
                .end()[0];
        assertEquals(-1.528166, end, PRINTED);
    }

    /** f(x) = x1² + 2·x2² from (−5, −2), 20 steps. */
    @Test
    void gradientDescentInTwoDimensions() {
        double[] end = descent(sgd(0.1), p -> new double[] {2 * p[0], 4 * p[1]}, 20, -5, -2)
                .end();
        assertArrayEquals(new double[] {-.057646, -.000073}, end, PRINTED);
    }

    /** f(x) = .1·x1² + 2·x2² from (−5, −2), 20 steps: a ravine. */
    @Test
    void theRavine() {
        assertRavine(sgd(0.4), -.943467, -.000073);
        assertRavine(sgd(0.6), -.387814, -1673.365109);
        assertRavine(momentum(0.6).momentum(0.5).rateOutside(), .007188, .002553);
        assertRavine(momentum(0.6).momentum(0.25).rateOutside(), -.126340, -.186632);
        assertRavine(adagrad(0.4).epsilon(1e-6).epsilonInsideRoot(), -2.382563, -.158591);
        assertRavine(adagrad(2).epsilon(1e-6).epsilonInsideRoot(), -.002295, 0);
        assertRavine(rmsprop(0.4).epsilon(1e-6).epsilonInsideRoot(), -.010599, 0);
    }

    /** Six digits tell the two places of ε apart. */
    @Test
    void epsilonBesideTheRootIsAnotherNumber() {
        assertRavine(rmsprop(0.4).epsilon(1e-6), -.010598, 0);
    }

    private static void assertRavine(Optimizer rule, double x1, double x2) {
        double[] end = descent(rule, p -> new double[] {0.2 * p[0], 4 * p[1]}, 20, -5, -2)
                .end();
        assertArrayEquals(new double[] {x1, x2}, end, PRINTED, rule.toString());
    }
}
