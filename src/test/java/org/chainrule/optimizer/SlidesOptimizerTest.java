package org.chainrule.optimizer;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where the slides' formulas differ from the published ones, on f(w) = ½w² from 1: both numbers. */
class SlidesOptimizerTest {
    private static final double PRINTED = 5.1e-7;

    /** "Deep Learning: Optimization" sums (dL/dw)² of one step t times; the sum runs over all steps. */
    @Test
    void adagradSumsTheSquaresOfAllSteps() {
        assertWay(adagrad(0.1), .9, .833104, .780456);
    }

    /** What the slides call AdaDelta is RMSProp; AdaDelta has a second average and no rate. */
    @Test
    void adadeltaIsNotRmsprop() {
        assertWay(rmsprop(0.1), .683772, .498871, .369181);
        assertWay(adadelta().decay(0.9).epsilon(1e-6), .996838, .993598, .990309);
    }

    /** Without bias correction the first step is √10 times too big. */
    @Test
    void adamWithAndWithoutBiasCorrection() {
        assertWay(adam(0.01), .990000);
        assertWay(adam(0.01).withoutBiasCorrection(), .968377);
    }

    /** ε inside or outside the root, 1e-8 or 1e-5, at a gradient of 1e-6: steps from 1e-4 to 3e-2. */
    @Test
    void thePlaceOfEpsilonDecidesForTinyGradients() {
        assertEquals(1.0e-4, tinyStep(rmsprop(0.01).epsilon(1e-8).epsilonInsideRoot()), 5.1e-6);
        assertEquals(3.07e-2, tinyStep(rmsprop(0.01).epsilon(1e-8)), 5.1e-5);
        assertEquals(9.7e-4, tinyStep(rmsprop(0.01).epsilon(1e-5)), 5.1e-6);
    }

    private static double tinyStep(Optimizer rule) {
        return 0
                - Step.take(rule, rule.initialState(1), new double[] {0}, new double[] {1e-6})
                        .newValues()[0];
    }

    @Test
    void theMomentumFormsAreOneAtAConstantRate() {
        assertEquals(-.256608, sixSteps(momentum(0.1)), 1e-12);
        assertEquals(-.256608, sixSteps(momentum(0.1).rateOutside()), 1e-12);
        assertEquals(-.256608, sixSteps(momentum(0.1).lastChange()), 1e-12);
        assertEquals(-.256608, sixSteps(momentum(1.0).average()), 1e-12);
    }

    /** The rate drops to a tenth after three steps: with the rate outside, the old velocity is scaled down too. */
    @Test
    void theMomentumFormsDifferWhenTheRateDrops() {
        var rate = piecewiseConstant(0.1).after(2, 0.01);
        assertEquals(-.103776, sixSteps(momentum(rate)), PRINTED);
        assertEquals(.402694, sixSteps(momentum(rate).rateOutside()), PRINTED);
        assertEquals(-.103776, sixSteps(momentum(rate).lastChange()), PRINTED);
    }

    /** The velocity of a constant gradient g grows to g / (1 − μ), ten times g, and not beyond. */
    @Test
    void theVelocityIsBounded() {
        Descent way = descent(momentum(0.1).rateOutside(), w -> new double[] {1}, 1000, 1);
        double velocity = way.steps().get(999).state().at("v", 0);
        assertEquals(10, velocity, 1e-12);
    }

    /** f = x² − y²: on the ridge, y = 0, descent stops in the saddle; a touch beside it is left, and by momentum sooner. */
    @Test
    void theSaddleHoldsOnlyWhoComesStraight() {
        UnaryOperator<double[]> saddle = p -> new double[] {2 * p[0], -2 * p[1]};
        assertArrayEquals(
                new double[] {Math.pow(0.8, 200), 0},
                descent(sgd(0.1), saddle, 200, 1, 0).end(),
                1e-30);
        double[] beside = descent(sgd(0.1), saddle, 60, 1, 1e-6).end();
        assertEquals(1e-6 * Math.pow(1.2, 60), beside[1], 1e-14);
        assertEquals(Math.pow(0.8, 60), beside[0], 1e-15);
        // y grows as the roots of r² = (1 + 2α + μ)·r − μ: by 1.2 without momentum, by 1.5 with μ = 0.9
        double[] late = descent(momentum(0.1), saddle, 61, 1, 1e-6).end();
        double[] later = descent(momentum(0.1), saddle, 62, 1, 1e-6).end();
        assertEquals(1.5, later[1] / late[1], 1e-9);
    }

    private static double sixSteps(Optimizer rule) {
        return descent(rule, w -> w, 6, 1).end()[0];
    }

    private static void assertWay(Optimizer rule, double... expected) {
        Descent way = descent(rule, w -> w, expected.length, 1);
        for (int step = 1; step <= expected.length; step++) {
            assertEquals(expected[step - 1], way.point(step)[0], PRINTED, rule + " step " + step);
        }
    }
}
