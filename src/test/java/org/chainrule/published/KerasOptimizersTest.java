package org.chainrule.published;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.rmsprop;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.chainrule.optimizer.Descent;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.Step;
import org.junit.jupiter.api.Test;

/**
 * The numbers that the optimizers of Keras are tested with.
 *
 * <p>https://github.com/keras-team/keras, {@code keras/src/optimizers/*_test.py}: ten parameters of 1, a first gradient of
 * .01 everywhere, then four times .1, .2, …, 1; and one step from 1, 2, 3, 4 with the gradients 1, 6, 7, 2.
 */
class KerasOptimizersTest {
    /** Half a unit of the last printed digit. */
    private static final double PRINTED = 5.1e-5;

    @Test
    void adagradGolden() {
        Optimizer rule = adagrad(0.2).initialAccumulator(0.3).epsilon(1e-6).epsilonInsideRoot();
        assertRow(rule, 2, .9604, .9278, .9003, .8784, .8615, .8487, .8388, .8313, .8255, .8209);
        assertRow(rule, 5, .856, .7422, .6604, .6037, .5644, .5367, .5168, .5021, .491, .4825);
    }

    @Test
    void adagradSingleStep() {
        Optimizer rule = adagrad(0.5).initialAccumulator(0.1).epsilon(1e-7).epsilonInsideRoot();
        assertSingleStep(rule, .5233, 1.5007, 2.5005, 3.5061);
    }

    @Test
    void adadeltaGoldenAndSingleStep() {
        assertAllTen(adadelta().decay(0.8).epsilon(1e-6), .9978, .9947, .9915, .9882, .9849);
        assertSingleStep(adadelta(0.5).epsilon(1e-7), .9993, 1.9993, 2.9993, 3.9993);
    }

    /** One number stands for all ten parameters there, within 5e-4; it is that of the last. */
    @Test
    void adamWithAmsgrad() {
        double[] rows = {.999, .9982, .9974, .9965, .9955};
        for (int step = 1; step <= 5; step++) {
            double[] point = golden(amsgrad(0.001).epsilon(1e-7)).point(step);
            assertEquals(rows[step - 1], point[9], PRINTED);
            assertArrayEquals(filled(rows[step - 1]), point, 5e-4);
        }
        assertSingleStep(adam(0.5).epsilon(1e-7), .5, 1.5, 2.5, 3.5);
    }

    @Test
    void adamaxGolden() {
        Optimizer rule = adamax(0.2).beta1(0.85).beta2(0.95).epsilon(1e-6);
        assertRow(rule, 1, .8, .8, .8, .8, .8, .8, .8, .8, .8, .8);
        assertRow(rule, 2, .6827, .6873, .6888, .6896, .6901, .6904, .6906, .6908, .6909, .691);
        assertRow(rule, 5, .1933, .204, .2076, .2094, .2105, .2112, .2117, .2121, .2124, .2126);
    }

    @Test
    void nadamGolden() {
        Optimizer rule = nadam(0.5).beta1(0.5).beta2(0.67).epsilon(1e-5);
        assertRow(rule, 1, .4281, .4281, .4281, .4281, .4281, .4281, .4281, .4281, .4281, .4281);
        assertRow(rule, 2, -.1738, -.1731, -.1726, -.1723, -.1721, -.172, -.1719, -.1718, -.1718, -.1717);
    }

    @Test
    void rmspropCentred() {
        assertAllTen(rmsprop(0.001).epsilon(1e-7).epsilonInsideRoot().centred(), .9967, .9933, .9908, .9885, .9864);
        assertSingleStep(rmsprop(0.5).epsilon(1e-7).epsilonInsideRoot(), -.5811, .4189, 1.4189, 2.4189);
    }

    @Test
    void ftrlGolden() {
        Optimizer rule = ftrl(0.05)
                .power(-0.2)
                .initialAccumulator(0.4)
                .l1(0.05)
                .l2(0.15)
                .shrinkage(0.01)
                .beta(0.3);
        assertRow(rule, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEnds(rule, 2, -.0034, -.0354);
        assertEnds(rule, 5, -.0164, -.1299);
    }

    @Test
    void nesterovWithoutMomentumIsGradientDescent() {
        assertAllTen(nesterov(0.01).momentum(0), .9999);
        assertRow(nesterov(0.01).momentum(0), 2, .9989, .9979, .9969, .9959, .9949, .9939, .9929, .9919, .9909, .9899);
    }

    private static void assertRow(Optimizer rule, int step, double... expected) {
        assertArrayEquals(expected, golden(rule).point(step), PRINTED, rule + " step " + step);
    }

    /** Rules for which the size of a gradient hardly counts: the same value in all ten, row after row. */
    private static void assertAllTen(Optimizer rule, double... expected) {
        for (int step = 1; step <= expected.length; step++) {
            assertArrayEquals(filled(expected[step - 1]), golden(rule).point(step), PRINTED, rule + " step " + step);
        }
    }

    private static void assertEnds(Optimizer rule, int step, double first, double last) {
        double[] point = golden(rule).point(step);
        assertEquals(first, point[0], PRINTED);
        assertEquals(last, point[9], PRINTED);
    }

    private static void assertSingleStep(Optimizer rule, double... expected) {
        Step step = Step.take(rule, rule.initialState(4), new double[] {1, 2, 3, 4}, new double[] {1, 6, 7, 2});
        assertArrayEquals(expected, step.newValues(), PRINTED, rule.toString());
    }

    private static Descent golden(Optimizer rule) {
        int[] calls = {0};
        UnaryOperator<double[]> gradients = point -> {
            boolean first = calls[0]++ == 0;
            Arrays.setAll(point, i -> first ? 0.01 : 0.1 * (i + 1));
            return point;
        };
        return Descent.of(rule, gradients, 5, filled(1));
    }

    private static double[] filled(double value) {
        double[] row = new double[10];
        Arrays.fill(row, value);
        return row;
    }
}
