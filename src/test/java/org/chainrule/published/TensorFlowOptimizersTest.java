package org.chainrule.published;

import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adagradDualAveraging;
import static org.chainrule.Chainrule.ftrl;
import static org.chainrule.Chainrule.proximalAdagrad;
import static org.chainrule.Chainrule.proximalGradientDescent;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.Step;
import org.junit.jupiter.api.Test;

/**
 * TensorFlow's tests of the optimizers with penalties of their own: two variables of two values, the same gradients in every step.
 *
 * <p>https://github.com/tensorflow/tensorflow/tree/master/tensorflow/python/training : proximal_gradient_descent_test.py,
 * proximal_adagrad_test.py, adagrad_da_test.py, ftrl_test.py; an L2 penalty of AdaGrad and FTRL counts double there and here.
 */
class TensorFlowOptimizersTest {
    private static final double[] ZEROS = {0, 0, 0, 0};
    private static final double[] START = {1, 2, 4, 3};
    private static final double[] GRADIENTS = {0.1, 0.2, 0.01, 0.02};

    @Test
    void proximalGradientDescentOfTensorFlow() {
        assertAfter(3, proximalGradientDescent(3), ZEROS, -0.9, -1.8, -0.09, -0.18);
        assertAfter(3, proximalGradientDescent(3), START, 0.1, 0.2, 3.91, 2.82);
        assertAfter(10, proximalGradientDescent(3).l1(0.001).l2(2), START, -0.0495, -0.0995, -0.0045, -0.0095);
    }

    @Test
    void proximalAdagradOfTensorFlow() {
        assertAfter(3, proximalAdagrad(3), ZEROS, -2.60260963, -4.29698515, -0.28432083, -0.56694895);
        assertAfter(3, proximalAdagrad(3), START, -1.60261, -2.296985, 3.715679, 2.433051);
        assertAfter(10, proximalAdagrad(3).l1(0.001), START, -6.663634, -9.190331, 2.959304, 1.029232);
        assertAfter(10, proximalAdagrad(3).l1(0.001).l2(2), START, -0.0495, -0.0995, -0.0045, -0.0095);
        Optimizer plain = adagrad(3).initialAccumulator(0.1).epsilon(1e-30); // theirs has none
        assertAfter(3, plain, START, -1.60261, -2.296985, 3.715679, 2.433051);
    }

    @Test
    void adagradDualAveragingOfTensorFlow() {
        assertAfter(1, adagradDualAveraging(3), ZEROS, -0.904534, -1.603567, -0.094821, -0.189358);
        assertAfter(1, adagradDualAveraging(3), START, -0.904534, -1.603567, -0.094821, -0.189358);
        assertAfter(1, adagradDualAveraging(3).l1(0.001), START, -0.895489, -1.59555, -0.085339, -0.17989);
        assertAfter(1, adagradDualAveraging(3).l1(0.001).l2(2), START, -0.046907, -0.093659, -0.004275, -0.009023);
    }

    @Test
    void ftrlOfTensorFlow() {
        assertAfter(3, ftrl(3), ZEROS, -2.60260963, -4.29698515, -0.28432083, -0.56694895);
        assertAfter(3, ftrl(3), START, -2.55607247, -3.98729396, -0.28232238, -0.56096673);
        assertAfter(10, ftrl(3).l1(0.001), START, -7.66718769, -10.91273689, -0.93460727, -1.86147261);
        assertAfter(10, ftrl(3).l1(0.001).l2(2), START, -0.24059935, -0.46829352, -0.02406147, -0.04830509);
        assertAfter(
                10, ftrl(3).l1(0.001).l2(2).shrinkage(0.1), START, -0.22578995, -0.44345796, -0.14378493, -0.13229476);
    }

    private static void assertAfter(int steps, Optimizer rule, double[] start, double... expected) {
        double[] parameters = start;
        OptimizerState state = rule.initialState(start.length);
        for (int i = 0; i < steps; i++) {
            Step step = Step.take(rule, state, parameters, GRADIENTS);
            parameters = step.newValues();
            state = step.state();
        }
        assertArrayEquals(expected, parameters, 1.1e-6); // theirs are of single precision
    }
}
