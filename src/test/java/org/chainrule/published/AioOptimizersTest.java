package org.chainrule.published;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;

/**
 * AIO Exercise, module 5, week 4: f(w) = .1·w1² + 2·w2² from (−5, −2).
 *
 * <p>https://github.com/tienhyu/AIO-Exercise-Module-05
 */
class AioOptimizersTest {
    private static final double PRINTED = 5.1e-9;

    @Test
    void adamSteps() {
        Optimizer rule = adam(0.2).epsilon(1e-6);
        assertAfter(rule, 1, -4.8000002, -1.80000002);
        assertAfter(rule, 2, -4.60025478, -1.60082451);
        assertAfter(rule, 3, -4.40094848, -1.40317262);
        assertAfter(rule, 10, -3.03606592, -.15249855);
        assertAfter(rule, 30, -.11386457, .06793529);
    }

    @Test
    void rmspropSteps() {
        Optimizer rule = rmsprop(0.3).epsilon(1e-6).epsilonInsideRoot();
        assertAfter(rule, 1, -4.05132145, -1.05131678);
        assertAfter(rule, 2, -3.43519754, -.59152343);
        assertAfter(rule, 3, -2.95893693, -.3294394);
        assertAfter(rule, 4, -2.56546289, -.17756482);
    }

    @Test
    void gradientDescentSteps() {
        assertAfter(sgd(0.4), 29, -.445468498, 7.36913066e-07);
    }

    private static void assertAfter(Optimizer rule, int steps, double w1, double w2) {
        double[] end = descent(rule, w -> new double[] {0.2 * w[0], 4 * w[1]}, steps, -5, -2)
                .end();
        assertArrayEquals(new double[] {w1, w2}, end, PRINTED, rule + " after " + steps);
    }
}
