package org.chainrule.regularizer;

import static org.chainrule.Chainrule.elasticNet;
import static org.chainrule.Chainrule.l1;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.l2Norm;
import static org.chainrule.Chainrule.maxNorm;
import static org.chainrule.Chainrule.ridge;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.chainrule.Examples;
import org.chainrule.network.Network;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.training.History;
import org.chainrule.training.Training;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegularizerTest {
    private final Network net = Examples.worked();

    static Stream<Regularizer> all() {
        return Stream.of(l1(0.3), l2(0.3), ridge(0.3), l2Norm(0.3), elasticNet(0.2, 0.4), Regularizer.NONE)
                .flatMap(rule -> Stream.of(rule, rule.includingBiases()));
    }

    /** Weights .1 .1 .2 .2 and .3 .4, biases 1 and .5: Σ|w| = 1.3, Σw² = .1 + .25, biases 1.5 and 1.25. */
    @Test
    void penaltiesOfTheWorkedExample() {
        assertPenalty(0.1 * 1.3, l1(0.1));
        assertPenalty(0.1 * 2.8, l1(0.1).includingBiases());
        assertPenalty(0.05 * 0.35, l2(0.1));
        assertPenalty(0.05 * 1.6, l2(0.1).includingBiases());
        assertPenalty(0.1 * 0.35, ridge(0.1));
        assertPenalty(0.1 * 1.6, ridge(0.1).includingBiases());
        assertPenalty(0.05 * (Math.sqrt(0.1) + 0.5), l2Norm(0.1));
        assertPenalty(0.1 * 1.3 + 0.2 * 0.35, elasticNet(0.1, 0.4));
        assertPenalty(0, Regularizer.NONE);
    }

    private void assertPenalty(double expected, Regularizer rule) {
        assertEquals(expected, rule.penalty(net.parameters()), 1e-15, rule.toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGradientIsThatOfACentralDifference(Regularizer rule) {
        ParameterLayout layout = net.parameters().layout();
        double[] point = {0.4, -0.7, 1.3, -2, 0.9, 0.3, -0.2, -1.1};
        double[] gradient = new double[point.length];
        rule.addGradient(point, gradient, layout);
        for (int i = 0; i < point.length; i++) {
            double h = 1e-5;
            double up = rule.penalty(moved(point, i, h), layout);
            double down = rule.penalty(moved(point, i, -h), layout);
            assertEquals((up - down) / (2 * h), gradient[i], 1e-9, rule + " parameter " + i);
        }
    }

    private static double[] moved(double[] point, int index, double by) {
        double[] moved = point.clone();
        moved[index] += by;
        return moved;
    }

    /** At W = (3, −4) the printed λ/2‖W‖ has the gradient (.3, −.4), the meant λ/2‖W‖² has (3, −4). */
    @Test
    void theNormIsNotItsSquare() {
        assertArrayEquals(new double[] {.3, -.4}, gradientAt(l2Norm(1), 3, -4), 1e-15);
        assertArrayEquals(new double[] {3, -4}, gradientAt(l2(1), 3, -4), 1e-15);
        assertArrayEquals(new double[] {6, -8}, gradientAt(ridge(1), 3, -4), 1e-15);
    }

    /** Where |w| and ‖W‖ have a kink, 0 stands for the gradient. */
    @Test
    void theGradientAtZeroIsZero() {
        assertArrayEquals(new double[2], gradientAt(l1(1), 0, 0), 0);
        assertArrayEquals(new double[2], gradientAt(l2Norm(1), 0, 0), 0);
        assertArrayEquals(new double[] {1, 0}, gradientAt(l1(1), 1e-300, 0), 0);
    }

    private static double[] gradientAt(Regularizer rule, double... weights) {
        double[] gradient = new double[weights.length];
        rule.addGradient(weights, gradient, 0, weights.length);
        return gradient;
    }

    /** The gradient of data + penalty, by hand from the parts, is what one step of a training follows. */
    @Test
    void aTrainingFollowsBothParts() {
        Training training = worked().regularizer(elasticNet(0.1, 0.4)).epochs(1);
        double[] gradient = net.forward(1, 2).deltas(y(3)).gradients().toArray();
        elasticNet(0.1, 0.4)
                .addGradient(
                        net.parameters().toArray(), gradient, net.parameters().layout());
        double[] expected = net.parameters().toArray();
        for (int i = 0; i < expected.length; i++) {
            expected[i] -= 0.5 * gradient[i];
        }
        assertArrayEquals(expected, training.run().network().parameters().toArray(), 0);
    }

    @Test
    void theHistoryShowsDataAndPenaltyApart() {
        TrainingRun run = worked().regularizer(l2(0.1)).epochs(10).run();
        History history = run.history();
        assertEquals(2.544040352493, history.parts(0).data(), 1e-12);
        assertEquals(0.0175, history.parts(0).penalty(), 1e-15);
        assertEquals(history.parts(0).total(), history.loss(0), 0);
        assertEquals(run.network().forward(1, 2).loss(y(3)), history.parts(10).data(), 0);
        assertEquals(
                l2(0.1).penalty(run.network().parameters()), history.parts(10).penalty(), 0);
        assertTrue(run.toString().contains("2.561540 → " + history.parts(10)), run.toString());
        assertTrue(history.parts(10).toString().contains(" = data "), run.toString());
    }

    @Test
    void withoutARegularizerThePenaltyIsZero() {
        History history = worked().epochs(1).run().history();
        assertEquals(0, history.parts(1).penalty(), 0);
        assertEquals(history.loss(1), history.parts(1).data(), 0);
    }

    @Test
    void strongPenaltiesShrinkTheWeights() {
        double free = Math.abs(worked().epochs(200).run().network().parameters().at("w5"));
        double held = Math.abs(worked().regularizer(l2(0.5))
                .epochs(200)
                .run()
                .network()
                .parameters()
                .at("w5"));
        assertTrue(held < 0.5 * free, held + " of " + free);
    }

    @Test
    void maxNormScalesTheWeightsOfAUnitBack() {
        TrainingRun run = worked().constraint(maxNorm(0.25)).epochs(1).run();
        var parameters = run.network().parameters();
        assertEquals(0.25, Math.hypot(parameters.at("w5"), parameters.at("w6")), 1e-15);
        TrainingRun free = worked().epochs(1).run();
        var before = free.network().parameters();
        assertEquals(before.at("w5") / before.at("w6"), parameters.at("w5") / parameters.at("w6"), 1e-14);
        assertEquals(before.at("w1"), parameters.at("w1"), 0);
        assertEquals(before.at("b2"), parameters.at("b2"), 0);
    }

    @Test
    void saysHowItIsCalled() {
        assertEquals("l2(0.01)", l2(0.01).toString());
        assertEquals(
                "ridge(0.01).includingBiases()", ridge(0.01).includingBiases().toString());
        assertEquals("elasticNet(0.01, 0.02)", elasticNet(0.01, 0.02).toString());
        assertEquals("maxNorm(3)", maxNorm(3).toString());
    }

    @Test
    void refusesStrengthsThatRewardLargeWeights() {
        String needed =
                ", but it needs a finite number that is not negative; a negative one would reward large weights.";
        assertRefused(() -> l1(-1), "l1() got -1.0" + needed);
        assertRefused(() -> l2(Double.NaN), "l2() got NaN" + needed);
        assertRefused(() -> ridge(-0.5), "ridge() got -0.5" + needed);
        assertRefused(() -> l2Norm(Double.POSITIVE_INFINITY), "l2Norm() got Infinity" + needed);
        assertRefused(() -> elasticNet(0.1, -1), "l2() got -1.0" + needed);
        assertRefused(() -> maxNorm(0), "maxNorm() got 0.0, but it needs a limit above 0.");
    }

    private Training worked() {
        return training(net).sample(x(1, 2), y(3)).optimizer(sgd(0.5));
    }

    private static void assertRefused(Executable call, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
