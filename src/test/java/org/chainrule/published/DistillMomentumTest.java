package org.chainrule.published;

import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.optimizer.Descent;
import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;

/**
 * G. Goh, "Why Momentum Really Works": on f = ½·Σ λ·w² each step of the best rates takes the errors down by a factor that depends on
 * κ = λn/λ1 only; here λ1 = 1 and λn = 100.
 *
 * <p>https://distill.pub/2017/momentum/
 */
class DistillMomentumTest {
    private static final double KAPPA = 100;

    private static Descent down(Optimizer rule, int steps) {
        return descent(rule, w -> new double[] {w[0], KAPPA * w[1]}, steps, 1, 1);
    }

    /** α = 2/(λ1 + λn), rate (κ − 1)/(κ + 1): the flat direction creeps, the steep one jumps to and fro. */
    @Test
    void bestRateOfGradientDescent() {
        double rate = (KAPPA - 1) / (KAPPA + 1);
        Descent way = down(sgd(2 / (1 + KAPPA)), 100);
        for (int k = 0; k <= 100; k++) {
            double error = Math.pow(rate, k);
            assertArrayEquals(new double[] {error, k % 2 == 0 ? error : -error}, way.point(k), 1e-13);
        }
    }

    /** α = (2/(√λ1 + √λn))², β = ((√λn − √λ1)/(√λn + √λ1))², rate (√κ − 1)/(√κ + 1): both directions are critically damped, (1 + c·k)·rate^k. */
    @Test
    void bestRateOfMomentum() {
        double root = Math.sqrt(KAPPA);
        double rate = (root - 1) / (root + 1);
        double alpha = Math.pow(2 / (1 + root), 2);
        Descent way = down(momentum(alpha).momentum(rate * rate).rateOutside(), 100);
        double flat = (1 - alpha) / rate - 1;
        double steep = (1 - alpha * KAPPA) / -rate - 1;
        for (int k = 0; k <= 100; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            assertEquals((1 + flat * k) * Math.pow(rate, k), way.point(k)[0], 1e-13);
            assertEquals(sign * (1 + steep * k) * Math.pow(rate, k), way.point(k)[1], 1e-13);
        }
    }

    /** Gradient descent converges for 0 < αλ < 2, momentum for 0 < αλ < 2 + 2β. */
    @Test
    void momentumAllowsLargerRates() {
        double tooLarge = 2.1 / KAPPA;
        assertTrue(Math.abs(down(sgd(tooLarge), 200).end()[1]) > 1e6);
        assertEquals(
                0, down(momentum(tooLarge).momentum(0.1).rateOutside(), 2000).end()[1], 1e-9);
        double stillTooLarge = 2.21 / KAPPA;
        assertTrue(Math.abs(down(momentum(stillTooLarge).momentum(0.1).rateOutside(), 2000)
                        .end()[1])
                > 1e6);
    }
}
