package org.chainrule.optimizer;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.cosineDecay;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.chainrule.schedule.Plateau;
import org.chainrule.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer. */
class OptimizerTest {
    static Stream<Optimizer> all() {
        return withRate(exponentialDecay(0.1, 0.5, 10));
    }

    private static Stream<Optimizer> withRate(Schedule rate) {
        return Stream.of(
                sgd(rate),
                momentum(rate),
                momentum(rate).rateOutside(),
                momentum(rate).lastChange(),
                momentum(rate).average(),
                nesterov(rate),
                adagrad(rate),
                rmsprop(rate),
                rmsprop(rate).centred(),
                rmsprop(rate).momentum(0.9),
                rmsprop(rate).centred().momentum(0.5),
                adadelta(rate),
                adam(rate),
                adam(rate).withoutBiasCorrection(),
                adamax(rate),
                nadam(rate),
                amsgrad(rate),
                adamw(rate),
                ftrl(rate).l1(0.01),
                proximalGradientDescent(rate).l1(0.01),
                proximalAdagrad(rate).l2(0.01),
                adagradDualAveraging(rate).l1(0.01));
    }

    static Stream<DoubleFunction<Optimizer>> words() {
        return Stream.of(
                rate -> sgd(rate),
                rate -> momentum(rate),
                rate -> nesterov(rate),
                rate -> adagrad(rate),
                rate -> rmsprop(rate),
                rate -> adadelta(rate),
                rate -> adam(rate),
                rate -> adamax(rate),
                rate -> nadam(rate),
                rate -> amsgrad(rate),
                rate -> adamw(rate),
                rate -> ftrl(rate),
                rate -> proximalGradientDescent(rate),
                rate -> proximalAdagrad(rate),
                rate -> adagradDualAveraging(rate));
    }

    /** The first step of every rule from 1 with a gradient of 1 goes down, and so does the way on ½w². */
    @ParameterizedTest
    @MethodSource("all")
    void goesDown(Optimizer rule) {
        double end = descent(rule, w -> w, 60, 1).end()[0];
        assertTrue(Math.abs(end) < 1 && Double.isFinite(end), rule + " ends at " + end);
        assertTrue(descent(rule, w -> w, 1, 1).end()[0] < 1, rule.toString());
    }

    /** Step by step with the state handed on, or all steps in one working state: the same bits. */
    @ParameterizedTest
    @MethodSource("all")
    void aStateThatIsHandedOnIsTheSameAsOneThatIsKept(Optimizer rule) {
        double[] point = {1, -2, 0.5};
        WorkingState kept = rule.initialState(3).working(rule, 3);
        for (int i = 0; i < 25; i++) {
            rule.step(point, point.clone(), kept);
        }
        Descent way = descent(rule, w -> w, 25, 1, -2, 0.5);
        assertArrayEquals(way.end(), point, 0);
        assertEquals(way.steps().get(24).state(), kept.snapshot());
        assertEquals(25, kept.steps());
    }

    /** A gradient of 0 in every step: no division by 0, and those that only follow the gradient stay. */
    @ParameterizedTest
    @MethodSource("all")
    void staysFiniteWithoutGradient(Optimizer rule) {
        double end = descent(rule, w -> new double[1], 20, 1).end()[0];
        assertTrue(Double.isFinite(end), rule + " ends at " + end);
    }

    @ParameterizedTest
    @MethodSource("all")
    void staysFiniteWithHugeAndTinyGradients(Optimizer rule) {
        for (double size : new double[] {1e-200, 1e-30, 1e30, 1e150}) {
            double end = descent(rule, w -> new double[] {size}, 3, 1).end()[0];
            assertTrue(Double.isFinite(end), rule + " with " + size + " ends at " + end);
        }
    }

    /** The rate at step t is the schedule's: doubling a constant gradient's rate at step 10 and on. */
    @ParameterizedTest
    @MethodSource("all")
    void followsItsSchedule(Optimizer rule) {
        Descent way = descent(rule, w -> w, 12, 1);
        assertEquals(0.1, way.steps().get(0).learningRate(), 1e-15);
        assertEquals(0.05, way.steps().get(10).learningRate(), 1e-15);
        assertEquals(0.1, rule.learningRate(), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("words")
    void refusesBadLearningRates(DoubleFunction<Optimizer> word) {
        for (double rate : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String message = assertThrows(IllegalArgumentException.class, () -> word.apply(rate))
                    .getMessage();
            assertTrue(message.contains("() got learning rate " + rate + ", but it needs a finite number"), message);
        }
        assertEquals(0.25, word.apply(0.25).learningRate(), 0);
    }

    @Test
    void refusesBadOptions() {
        String fraction = ", but it needs a number from 0 up to, not including, 1.";
        String positive = ", but it needs a finite number above 0.";
        String notNegative = ", but it needs a finite number that is not negative.";
        assertRefused(() -> momentum(0.1).momentum(1), "momentum() got 1.0" + fraction);
        assertRefused(() -> nesterov(0.1).momentum(Double.NaN), "momentum() got NaN" + fraction);
        assertRefused(() -> rmsprop(0.1).decay(-0.1), "decay() got -0.1" + fraction);
        assertRefused(() -> rmsprop(0.1).momentum(1), "momentum() got 1.0" + fraction);
        assertRefused(() -> adam(0.1).beta1(1), "beta1() got 1.0" + fraction);
        assertRefused(() -> adamw(0.1).beta2(2), "beta2() got 2.0" + fraction);
        assertRefused(() -> adagrad(0.1).epsilon(0), "epsilon() got 0.0" + positive);
        assertRefused(() -> adadelta().epsilon(Double.NaN), "epsilon() got NaN" + positive);
        assertRefused(() -> amsgrad(0.1).epsilon(-1), "epsilon() got -1.0" + positive);
        assertRefused(() -> adamw(0.1).weightDecay(-1), "weightDecay() got -1.0" + notNegative);
        assertRefused(() -> adagrad(0.1).initialAccumulator(-1), "initialAccumulator() got -1.0" + notNegative);
        assertRefused(() -> proximalAdagrad(0.1).initialAccumulator(0), "initialAccumulator() got 0.0" + positive);
        assertRefused(() -> proximalGradientDescent(0.1).l1(Double.NaN), "l1() got NaN" + notNegative);
        assertRefused(() -> ftrl(0.1).power(1), "power() got 1.0, but it needs a finite number that is not above 0.");
        assertRefused(() -> ftrl(0), "ftrl() got 0.0" + positive);
        assertRefused(() -> descent(ftrl(cosineDecay(0.1, 2)), w -> w, 3, 1), "ftrl() got 0.0" + positive);
    }

    /** From 1 to −1.2 and so on: 2.2 times the value after 3889 steps is too large. */
    @Test
    void aDescentHasFiniteNumbers() {
        assertRefused(
                () -> descent(sgd(1.1), w -> new double[] {2 * w[0]}, 10_000, 1),
                "descent() came in step 3890 to [∞], but it needs finite numbers; take fewer steps or a smaller learning rate.");
        assertRefused(
                () -> descent(sgd(0.1), w -> w, 3, Double.NaN),
                "descent() got the start [NaN], but it needs finite numbers; start where the function has a slope.");
        assertRefused(
                () -> descent(sgd(0.1), w -> w, 3, 1).point(4),
                "point() got 4, but the descent has the points 0 to 3 (0 is the start).");
        assertRefused(
                () -> descent(sgd(0.1), w -> w, 3), "descent() got no point to start from; add one, such as 10.0.");
    }

    @Test
    void saysHowItIsCalled() {
        assertEquals("sgd(0.5)", sgd(0.5).toString());
        assertEquals(
                "sgd(exponentialDecay(0.1, 0.96, 100))",
                sgd(exponentialDecay(0.1, 0.96, 100)).toString());
        assertEquals(
                "momentum(0.1).momentum(0.5).rateOutside()",
                momentum(0.1).momentum(0.5).rateOutside().toString());
        assertEquals(
                "rmsprop(0.01).decay(0.99).epsilonInsideRoot()",
                rmsprop(0.01).decay(0.99).epsilonInsideRoot().toString());
        assertEquals(
                "rmsprop(0.01).centred().momentum(0.9)",
                rmsprop(0.01).centred().momentum(0.9).toString());
        assertEquals(
                "adam(0.001).beta1(0.8).withoutBiasCorrection()",
                adam(0.001).beta1(0.8).withoutBiasCorrection().toString());
        assertEquals("amsgrad(0.001).beta2(0.99)", amsgrad(0.001).beta2(0.99).toString());
        assertEquals(
                "adamw(0.001).weightDecay(0.1)", adamw(0.001).weightDecay(0.1).toString());
        assertEquals("ftrl(0.1).l1(0.5)", ftrl(0.1).l1(0.5).toString());
    }

    @Test
    void aStateIsAValue() {
        OptimizerState start = adam(0.1).initialState(2);
        start.vector("m")[0] = 7;
        assertEquals(0, start.at("m", 0), 0);
        Step step = Step.take(adam(0.1), start, new double[] {1, 2}, new double[] {1, -2});
        assertEquals(0, start.at("m", 0), 0);
        assertEquals(0, start.steps());
        assertEquals(1, step.state().steps());
        assertEquals(0.1, step.state().at("m", 0), 1e-15);
        assertEquals(List.of("m", "v"), step.state().names());
        assertNotEquals(start, step.state());
        assertEquals(start, adam(0.5).initialState(2));
        assertEquals(
                "OptimizerState after 1 step, m [0.100000, −0.200000], v [0.001000, 0.004000]",
                step.state().toString());
    }

    @Test
    void refusesTheStateOfAnother() {
        assertRefused(
                () -> Step.take(momentum(0.1), adam(0.1).initialState(1), new double[1], new double[1]),
                "update() got a state with m of 1 values, v of 1 values, but momentum needs v of 1 values; start without"
                        + " a state, or pass the state of the step before.");
        assertRefused(
                () -> Step.take(momentum(0.1), momentum(0.1).initialState(2), new double[1], new double[1]),
                "update() got a state with v of 2 values, but momentum needs v of 1 values; start without a state, or"
                        + " pass the state of the step before.");
        assertRefused(
                () -> new OptimizerState(-1, Plateau.NONE, Map.of()),
                "The state of an optimizer got -1 steps, but it needs a count of at least 0.");
        assertRefused(() -> adam(0.1).initialState(1).at("u", 0), "There is no u in the state; it keeps [m, v].");
    }

    private static void assertRefused(Executable call, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
