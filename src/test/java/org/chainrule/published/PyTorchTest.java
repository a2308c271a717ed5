package org.chainrule.published;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.adamw;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.huber;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.inverseTimeDecay;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.nesterov;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normalization;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What PyTorch 2.15 computes in double precision, where its conventions are others than ours by default, and how to write them.
 *
 * <p>https://docs.pytorch.org/docs/stable/optim.html, https://docs.pytorch.org/docs/stable/nn.html
 */
class PyTorchTest {
    /** From (1, −2), twelve steps with the gradients (cos t, 5·sin 2t). */
    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of(sgd(0.1), 1.056916808973536, -1.8660380113705664),
                Arguments.of(momentum(0.1), 1.4424198248843765, -3.053197642348474),
                Arguments.of(nesterov(0.1), 1.455094651369475, -2.8139158894841936),
                // lr_decay and initial_accumulator_value
                Arguments.of(
                        adagrad(inverseTimeDecay(0.1, 0.1, 1))
                                .initialAccumulator(0.2)
                                .epsilon(1e-10),
                        1.024690878628672,
                        -2.0333679695993085),
                Arguments.of(rmsprop(0.1).decay(0.99), 1.2750946603337674, -2.1439850959217326),
                Arguments.of(rmsprop(0.1).decay(0.99).centred(), 1.275200855022839, -2.1502398797296407),
                Arguments.of(rmsprop(0.1).decay(0.99).momentum(0.9), 2.8008681448445065, -4.878275926392413),
                Arguments.of(rmsprop(0.1).decay(0.99).centred().momentum(0.8), 2.428805631255554, -3.7661353454633253),
                Arguments.of(adadelta(1).decay(0.9).epsilon(1e-6), 1.0026779249507405, -1.997310717571046),
                Arguments.of(adam(0.1), 1.0734714295151728, -2.1354095657059116),
                Arguments.of(amsgrad(0.1), 1.073459646545055, -2.135405345219727),
                Arguments.of(adamw(0.1), 1.0615314797709074, -2.1102084070294835),
                Arguments.of(nadam(0.1).momentumDecay(0.004), 1.0489701975629717, -2.0065382227776842));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void twelveSteps(Optimizer rule, double first, double second) {
        assertArrayEquals(new double[] {first, second}, twelve(rule), 1e-13);
    }

    /** PyTorch has ε beside |g| inside the maximum, the paper and Keras beside u. */
    @Test
    void twelveStepsOfAdaMaxUpToThePlaceOfEpsilon() {
        assertArrayEquals(new double[] {1.0171605203206664, -2.1286826319184}, twelve(adamax(0.1)), 1e-8);
    }

    private static double[] twelve(Optimizer rule) {
        double[] parameters = {1, -2};
        OptimizerState state = rule.initialState(2);
        for (int t = 1; t <= 12; t++) {
            double[] gradients = {Math.cos(t), 5 * Math.sin(2 * t)};
            Step step = Step.take(rule, state, parameters, gradients);
            parameters = step.newValues();
            state = step.state();
        }
        return parameters;
    }

    /** {@code BatchNorm1d(2)}: what it divides a batch by is biased, the variance it remembers is not. */
    @Test
    void runningVariance() {
        Network net = network()
                .inputs(2)
                .batchNorm(normalization().unbiasedVariance())
                .loss(halfSquaredError());
        double[] after = net.trainingForward(1, new double[][] {{1, 2}, {3, -1}, {8, 0.5}})
                .trace()
                .parameters()
                .toArray();
        assertArrayEquals(new double[] {1, 1, 0, 0, 0.4, 0.05, 2.2, 1.125}, after, 1e-15);
        double[] used =
                net.with(after).forward(new double[][] {{2, 2}}).prediction().toRowMajor();
        assertArrayEquals(new double[] {1.0787173283136817, 1.838469460127803}, used, 1e-14);
    }

    /** {@code CrossEntropyLoss(label_smoothing=0.1)}: soft targets, 0.9 for the label and 0.1 shared by all three classes. */
    @Test
    void labelSmoothing() {
        double share = 0.1 / 3;
        double[][] targets = {{share, share, 0.9 + share}, {0.9 + share, share, share}};
        assertEquals(0.5226063653111677, loss(categoricalCrossEntropy(), softmax(), targets), 1e-15);
    }

    /** {@code CrossEntropyLoss} with each {@code reduction}; its mean is over the samples. */
    @Test
    void crossEntropyReductions() {
        double[][] labels = {{2}, {0}};
        assertEquals(0.8185460639556686, loss(sparseCategoricalCrossEntropy().sum(), softmax(), labels), 1e-15);
        assertEquals(0.4092730319778343, loss(sparseCategoricalCrossEntropy().mean(), softmax(), labels), 1e-15);
        double[][] shares = {{.2, .3, .5}, {0, 1, 0}};
        assertEquals(2.618546063955669, loss(categoricalCrossEntropy().sum(), softmax(), shares), 1e-15);
        assertEquals(1.3092730319778345, loss(categoricalCrossEntropy().mean(), softmax(), shares), 1e-15);
        double[][] each = {{1, 0, 1}, {0, .3, 1}};
        assertEquals(3.994919646947813, loss(binaryCrossEntropy().sum(), sigmoid(), each), 1e-15);
        assertEquals(0.6658199411579688, loss(binaryCrossEntropy().mean(), sigmoid(), each), 1e-15);
    }

    @Test
    void huberLoss() {
        assertEquals(0.32916666666666666, loss(huber(0.5), identity(), new double[2][3]), 1e-15);
    }

    private static double loss(Loss loss, Activation activation, double[][] targets) {
        return network()
                .inputs(3)
                .layer(3)
                .activation(activation)
                .weights(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
                .loss(loss)
                .forward(new double[][] {{.3, -1.2, 2}, {1, .5, -.4}})
                .loss(targets);
    }
}
