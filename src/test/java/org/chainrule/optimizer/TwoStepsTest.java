package org.chainrule.optimizer;

import static java.lang.Math.sqrt;
import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The first two steps from w = 1 with the gradients ½ and −¼ and α = 0.1, worked out by hand. */
class TwoStepsTest {
    private static final double G1 = 0.5;
    private static final double G2 = -0.25;

    @Test
    void gradientDescent() {
        assertSteps(sgd(0.1), 0.95, 0.975);
    }

    @Test
    void momentumForms() {
        assertSteps(momentum(0.1), 0.95, 0.95 - (0.9 * 0.05 - 0.025));
        assertSteps(momentum(0.1).rateOutside(), 0.95, 0.95 - 0.1 * (0.9 * 0.5 - 0.25));
        assertSteps(momentum(0.1).lastChange(), 0.95, 0.95 + 0.025 + 0.9 * (0.95 - 1));
        assertSteps(momentum(0.1).average(), 0.995, 0.995 - 0.1 * (0.9 * 0.05 - 0.1 * 0.25));
        assertSteps(momentum(0.1).momentum(0.5), 0.95, 0.95 - (0.5 * 0.05 - 0.025));
    }

    @Test
    void nesterovLooksAhead() {
        assertSteps(nesterov(0.1), 1 - (0.9 * 0.05 + 0.05), 0.905 - (0.9 * 0.02 - 0.025));
    }

    @Test
    void adagradForms() {
        assertSteps(adagrad(0.1).epsilon(0.5), 1 - 0.05 / (0.5 + 0.5), 0.95 + 0.025 / (sqrt(0.3125) + 0.5));
        assertSteps(
                adagrad(0.1).initialAccumulator(0.5).epsilon(0.25).epsilonInsideRoot(),
                1 - 0.05 / 1,
                0.95 + 0.025 / sqrt(1.0625));
    }

    @Test
    void rmspropForms() {
        double v2 = 0.75 * 0.0625 + 0.25 * 0.0625;
        assertSteps(rmsprop(0.1).decay(0.75).epsilon(0.5), 1 - 0.05 / 0.75, 1 - 0.05 / 0.75 + 0.025 / (sqrt(v2) + 0.5));
        double first = 1 - 0.05 / sqrt(0.0625 + 0.5);
        assertSteps(rmsprop(0.1).decay(0.75).epsilon(0.5).epsilonInsideRoot(), first, first + 0.025 / sqrt(v2 + 0.5));
        double m2 = 0.75 * 0.125 - 0.25 * 0.25;
        double centred = 1 - 0.05 / (sqrt(0.0625 - 0.125 * 0.125) + 0.5);
        assertSteps(
                rmsprop(0.1).decay(0.75).epsilon(0.5).centred(), centred, centred + 0.025 / (sqrt(v2 - m2 * m2) + 0.5));
        double u = 0.05 / 0.75;
        assertSteps(
                rmsprop(0.1).decay(0.75).epsilon(0.5).momentum(0.4),
                1 - u,
                1 - u - (0.4 * u - 0.025 / (sqrt(v2) + 0.5)));
    }

    @Test
    void adadeltaForms() {
        double first = -sqrt(0.25) / sqrt(0.0625 + 0.25) * 0.5;
        double second = sqrt(0.25 * first * first + 0.25) / sqrt(0.0625 + 0.25) * 0.25;
        assertSteps(adadelta().decay(0.75).epsilon(0.25), 1 + first, 1 + first + second);
        assertSteps(adadelta(0.5).decay(0.75).epsilon(0.25), 1 + first / 2, 1 + first / 2 + second / 2);
    }

    /** β1 = ½ and β2 = ¾: m̂ = ½ then 0, for ½·¼ − ½·¼ = 0. */
    @Test
    void adamForms() {
        Adam rule = adam(0.1).beta1(0.5).beta2(0.75).epsilon(0.5);
        assertSteps(rule, 1 - 0.05 / (0.5 + 0.5), 0.95);
        assertSteps(rule.beta1(0), 0.95, 0.95 + 0.025 / (sqrt(0.0625 / 0.4375) + 0.5));
        assertSteps(rule.epsilonInsideRoot().beta1(0.25), 1 - 0.05 / sqrt(0.75), secondAdam(1 - 0.05 / sqrt(0.75)));
        assertSteps(rule.withoutBiasCorrection().beta1(0), 1 - 0.05 / 0.75, 1 - 0.05 / 0.75 + 0.025 / 0.75);
    }

    /** m = ¼·⅜ − ¾·¼ = −3/32, divided by 1 − 1/16; v̂ = 1/16 / (7/16). */
    private static double secondAdam(double before) {
        return before + 0.1 * (3.0 / 32) / (15.0 / 16) / sqrt(1.0 / 7 + 0.5);
    }

    @Test
    void amsgradKeepsTheLargest() {
        AmsGrad rule = amsgrad(0.1).beta1(0).beta2(0.25).epsilon(0.5);
        assertSteps(rule, 0.95, 0.95 + 0.025 / (sqrt(0.1875 / 0.9375) + 0.5));
        AmsGrad paper = rule.withoutBiasCorrection();
        double first = 1 - 0.05 / (sqrt(0.1875) + 0.5);
        assertSteps(paper, first, first + 0.025 / (sqrt(0.1875) + 0.5));
        double small = 0.25 * 0.1875 + 0.75 * 0.0625;
        assertTrue(small < 0.1875, "v itself has become smaller");
    }

    @Test
    void adamwShrinksFirst() {
        AdamW rule = adamw(0.1).weightDecay(0.5).beta1(0).beta2(0.75).epsilon(0.5);
        double first = 0.95 - 0.05;
        assertSteps(rule, first, first * 0.95 + 0.025 / (sqrt(0.0625 / 0.4375) + 0.5));
    }

    @Test
    void adamaxForgetsTheLargestSlowly() {
        AdaMax rule = adamax(0.1).beta1(0).beta2(0.75).epsilon(0.5);
        assertSteps(rule, 0.95, 0.95 + 0.025 / (0.375 + 0.5));
        assertSteps(rule.beta1(0.25), 0.95, 0.95 + 0.1 * (3.0 / 32) / (15.0 / 16) / 0.875);
    }

    @Test
    void nadamByItsFormula() {
        double mu1 = 0.5 * (1 - 0.5 * 0.96);
        double mu2 = 0.5 * (1 - 0.5 * 0.9216);
        double mu3 = 0.5 * (1 - 0.5 * 0.884736);
        double mHat1 = mu2 * 0.25 / (1 - mu1 * mu2) + (1 - mu1) * 0.5 / (1 - mu1);
        double first = 1 - 0.1 * mHat1 / (0.5 + 0.5);
        double mHat2 = mu3 * 0 / (1 - mu1 * mu2 * mu3) - (1 - mu2) * 0.25 / (1 - mu1 * mu2);
        Nadam rule = nadam(0.1).beta1(0.5).beta2(0.75).epsilon(0.5);
        assertSteps(rule, first, first - 0.1 * mHat2 / (sqrt(1.0 / 7) + 0.5));
    }

    /** Each step is the minimum of (u − z)² / 2α + λ1·|u| + λ2/2·u². */
    @Test
    void proximalGradientDescentSolvesThePenalty() {
        ProximalGradientDescent rule = proximalGradientDescent(0.1).l1(2).l2(3);
        double first = argMin(u -> (u - 0.95) * (u - 0.95) / 0.2 + 2 * Math.abs(u) + 1.5 * u * u);
        double z = first + 0.025;
        double second = argMin(u -> (u - z) * (u - z) / 0.2 + 2 * Math.abs(u) + 1.5 * u * u);
        assertSteps(rule, first, second, 1e-7);
        assertSteps(rule.l1(1000), 0, 0);
        assertSteps(proximalGradientDescent(0.1), 0.95, 0.975);
    }

    @Test
    void proximalAdagradSolvesThePenaltyAtItsOwnRate() {
        double own = 0.1 / sqrt(0.35);
        double z = 1 - own * 0.5;
        double first = argMin(u -> (u - z) * (u - z) / (2 * own) + 0.5 * Math.abs(u) + u * u);
        double own2 = 0.1 / sqrt(0.4125);
        double z2 = first + own2 * 0.25;
        double second = argMin(u -> (u - z2) * (u - z2) / (2 * own2) + 0.5 * Math.abs(u) + u * u);
        assertSteps(proximalAdagrad(0.1).l1(0.5).l2(2), first, second, 1e-7);
        assertSteps(proximalAdagrad(0.1).l1(1000), 0, 0);
    }

    /** w is the minimum of S·w + t·λ1·|w| + t·λ2/2·w² + √G/(2α)·w², S the sum of the gradients. */
    @Test
    void dualAveragingMinimisesTheSum() {
        double first = argMin(u -> 0.5 * u + 0.0625 * Math.abs(u) + u * u + sqrt(0.35) / 0.2 * u * u);
        double second = argMin(u -> 0.25 * u + 0.125 * Math.abs(u) + 2 * u * u + sqrt(0.4125) / 0.2 * u * u);
        assertSteps(adagradDualAveraging(0.1).l1(0.0625).l2(2), first, second, 1e-7);
        assertSteps(adagradDualAveraging(0.1), -0.05 / sqrt(0.35), -0.025 / sqrt(0.4125));
    }

    /** w is the minimum of Σ g·w + ½ Σ σ·(w − w before)² + (√n0 + β)/(2α)·w² + λ1·|w| + λ2·w². */
    @Test
    void ftrlMinimisesAllLossesSoFar() {
        double start = (sqrt(0.1) + 0.5) / 0.2;
        double sigma1 = (sqrt(0.35) - sqrt(0.1)) / 0.2;
        double sigma2 = (sqrt(0.4125) - sqrt(0.35)) / 0.2;
        DoubleUnaryOperator fixed = u -> start * u * u + 0.25 * Math.abs(u) + 2 * u * u;
        DoubleUnaryOperator one = u -> 0.5 * u + sigma1 * (u - 1) * (u - 1) + fixed.applyAsDouble(u);
        double first = argMin(one);
        double second = argMin(u -> one.applyAsDouble(u) - 0.25 * u + sigma2 * (u - first) * (u - first));
        assertSteps(ftrl(0.1).l1(0.25).l2(2).beta(0.5), first, second, 1e-7);
        assertTrue(first > 0.05, "a start that the test can see: " + first);
        assertSteps(ftrl(0.1).l1(1000), 0, 0);
    }

    /** With the power 0 the rates stay: w ← w − α·g once the minimum is not held back by the start. */
    @Test
    void ftrlWithThePowerZero() {
        assertSteps(ftrl(0.1).power(0), -0.05, -0.025);
    }

    private static void assertSteps(Optimizer rule, double first, double second) {
        assertSteps(rule, first, second, 1e-15);
    }

    private static void assertSteps(Optimizer rule, double first, double second, double tolerance) {
        Step one = Step.take(rule, rule.initialState(2), new double[] {7, 1}, new double[] {3, G1});
        assertEquals(first, one.newValues()[1], tolerance, rule + " step 1");
        Step two = Step.take(rule, one.state(), one.newValues(), new double[] {-2, G2});
        assertEquals(second, two.newValues()[1], tolerance, rule + " step 2");
    }

    /** The minimum of a convex function between −10 and 10. */
    private static double argMin(DoubleUnaryOperator f) {
        double low = -10;
        double high = 10;
        for (int i = 0; i < 300; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (f.applyAsDouble(left) < f.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
