package org.chainrule.published;

import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * Keras, tests of the cross-entropies.
 *
 * <p>https://github.com/keras-team/keras/blob/master/keras/src/losses/losses_test.py
 */
class KerasLossTest {
    private static final double[][] ONE_HOT = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    @Test
    void binaryCrossEntropyOfProbabilities() {
        double[][] p = {{.9, .1, .2}, {.3, .8, .1}, {.1, .2, .7}};
        // Keras adds 1e-7 inside the logarithms, which moves the seventh digit
        assertEquals(.20046903, loss(binaryCrossEntropy(), identity(), p, ONE_HOT), 2e-7);
        double logarithms = Math.log(.9 * .9 * .8 * .7 * .8 * .9 * .9 * .8 * .7);
        assertEquals(-logarithms / 9, loss(binaryCrossEntropy(), identity(), p, ONE_HOT), 1e-15);
    }

    /** Keras divides each row by its sum first, which gives .3239 for this input; without that it is .0945899. */
    @Test
    void categoricalCrossEntropyOfProbabilities() {
        double[][] p = {{.9, .05, .05}, {.5, .89, .6}, {.05, .01, .94}};
        assertEquals(.0945899, loss(categoricalCrossEntropy(), identity(), p, ONE_HOT), 5e-8);
        double[][] normalized = new double[3][3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                normalized[r][c] = p[r][c] / (p[r][0] + p[r][1] + p[r][2]);
            }
        }
        assertEquals(.323968124789, loss(categoricalCrossEntropy(), identity(), normalized, ONE_HOT), 1e-12);
    }

    @Test
    void categoricalCrossEntropyFromLogits() {
        double[][] logits = {{8, 1, 1}, {0, 9, 1}, {2, 3, 5}};
        double[] each = {.001822, .000459, .169846};
        assertEquals(.057375629877, loss(categoricalCrossEntropy(), softmax(), logits, ONE_HOT), 1e-12);
        for (int i = 0; i < 3; i++) {
            double[][] row = {logits[i]};
            assertEquals(each[i], loss(categoricalCrossEntropy(), softmax(), row, new double[][] {ONE_HOT[i]}), 5e-7);
        }
    }

    @Test
    void binaryCrossEntropyFromLogits() {
        double[][] logits = {{10, -10, 10}, {10, 10, -10}};
        double[][] targets = {{1, 0, 1}, {0, 1, 1}};
        assertEquals(3.333378732233, loss(binaryCrossEntropy(), sigmoid(), logits, targets), 1e-12);
    }

    /** A layer of identity weights, so that the inputs are the pre-activations. */
    private static double loss(Loss loss, Activation activation, double[][] inputs, double[][] targets) {
        Network net = network()
                .inputs(3)
                .layer(3)
                .activation(activation)
                .weights(ONE_HOT)
                .loss(loss);
        return net.forward(inputs).loss(targets);
    }
}
