package org.chainrule.published;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.huber;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.leakyRelu;
import static org.chainrule.Chainrule.meanAbsoluteError;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normalization;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.softplus;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.tanh;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.chainrule.schedule.Schedule;
import org.junit.jupiter.api.Test;

/**
 * The examples in the documentation of Keras and TensorFlow, at the digits that they print.
 *
 * <p>https://keras.io/api/ , https://www.tensorflow.org/api_docs/python/tf
 */
class KerasDocumentationTest {
    private static final double[][] TARGETS = {{0, 1}, {0, 0}};
    private static final double[][] PREDICTIONS = {{.6, .4}, {.4, .6}};

    @Test
    void lossesOfRegression() {
        double[][] predictions = {{1, 1}, {1, 0}};
        assertEquals(0.5, loss(meanSquaredError(), predictions, TARGETS), 1e-15);
        assertEquals(0.5, loss(meanAbsoluteError(), predictions, TARGETS), 1e-15);
        assertEquals(0.155, loss(huber(1), PREDICTIONS, TARGETS), 1e-15);
    }

    @Test
    void crossEntropies() {
        assertEquals(0.815, loss(binaryCrossEntropy(), PREDICTIONS, TARGETS), 5.1e-4);
        assertEquals(0.916, loss(binaryCrossEntropy(), first(PREDICTIONS), first(TARGETS)), 5.1e-4);
        double[][] predictions = {{.05, .95, 0}, {.1, .8, .1}};
        double[][] oneHot = {{0, 1, 0}, {0, 0, 1}};
        assertEquals(1.177, loss(categoricalCrossEntropy(), predictions, oneHot), 5.1e-4);
        assertEquals(1.177, loss(sparseCategoricalCrossEntropy(), predictions, new double[][] {{1}, {2}}), 5.1e-4);
        assertEquals(0.0513, loss(categoricalCrossEntropy(), first(predictions), first(oneHot)), 5.1e-5);
        assertEquals(2.354, loss(categoricalCrossEntropy().sum(), predictions, oneHot), 5.1e-4);
    }

    /** {@code tf.nn.softmax_cross_entropy_with_logits}, with targets that are shares, and its sparse sister. */
    @Test
    void crossEntropiesOfLogits() {
        assertEquals(0.16984604, ofLogits(new double[] {4, 2, 1}, 1, 0, 0), 5.1e-8);
        assertEquals(0.82474494, ofLogits(new double[] {0, 5, 1}, 0, .8, .2), 5.1e-8);
        assertEquals(0.29750752, ofLogits(new double[] {2, -5, .5, -.1}, 1, 0, 0, 0), 5.1e-8);
        assertEquals(1.1448325, ofLogits(new double[] {0, 0, 1.9, 1.4}, 0, 0, 0, 1), 5.1e-8);
        assertEquals(0, ofLogits(new double[] {-100, 100, -100, -100}, 0, 1, 0, 0), 0);
    }

    private static double ofLogits(double[] logits, double... target) {
        return through(softmax(), logits.length, categoricalCrossEntropy())
                .forward(logits)
                .loss(new double[][] {target});
    }

    private static double loss(Loss loss, double[][] predictions, double[][] targets) {
        return through(identity(), predictions[0].length, loss)
                .forward(predictions)
                .loss(targets);
    }

    private static Network through(Activation activation, int size, Loss loss) {
        double[][] unit = new double[size][size];
        for (int i = 0; i < size; i++) {
            unit[i][i] = 1;
        }
        return network()
                .inputs(size)
                .layer(size)
                .activation(activation)
                .weights(unit)
                .loss(loss);
    }

    private static double[][] first(double[][] rows) {
        return new double[][] {rows[0]};
    }

    @Test
    void activations() {
        double[] wide = {-20, -1, 0, 1, 20};
        assertArrayEquals(new double[] {2.0611537e-09, .26894143, .5, .7310586, 1}, of(sigmoid(), wide), 6e-8);
        assertArrayEquals(new double[] {2.0611537e-09, .31326166, .6931472, 1.3132617, 20}, of(softplus(), wide), 6e-8);
        double[] narrow = {-3, -1, 0, 1, 3};
        assertArrayEquals(new double[] {-.9950547, -.7615942, 0, .7615942, .9950547}, of(tanh(), narrow), 6e-8);
        assertArrayEquals(new double[] {0, 0, 0, 5, 10}, of(relu(), -10, -5, 0, 5, 10), 0);
        assertArrayEquals(new double[] {-.9, -.3, 0, 2}, of(leakyRelu(.3), -3, -1, 0, 2), 1e-15);
        assertArrayEquals(new double[] {-.9502129, -.63212055, 0, 2}, of(elu(1), -3, -1, 0, 2), 6e-8);
        assertArrayEquals(new double[] {.09003057, .24472848, .66524094}, of(softmax(), -1, 0, 1), 6e-8);
    }

    private static double[] of(Activation activation, double... z) {
        double[] output = new double[z.length];
        activation.apply(z, output, z.length);
        return output;
    }

    /** One step, or two, on half of the square of a single variable. */
    @Test
    void firstStepsOfTheOptimizers() {
        UnaryOperator<double[]> slope = p -> p.clone();
        assertEquals(9.9, descent(adam(0.1), slope, 1, 10).end()[0], 5.1e-6);
        assertEquals(9.683772, descent(rmsprop(0.1), slope, 1, 10).end()[0], 5.1e-7);
        double[] once = descent(momentum(0.1), slope, 1, 1).end();
        double[] twice = descent(momentum(0.1), slope, 2, 1).end();
        assertEquals(0.1, 1 - once[0], 1e-15);
        assertEquals(0.18, once[0] - twice[0], 1e-15);
    }

    /** "a learning rate that's 1.0 for the first 100001 steps, 0.5 for the next 10000 steps, and 0.1 for any additional steps". */
    @Test
    void piecewiseConstantDecay() {
        Schedule rate = piecewiseConstant(1).after(100_000, 0.5).after(110_000, 0.1);
        assertEquals(1, rate.at(100_000));
        assertEquals(0.5, rate.at(100_001));
        assertEquals(0.5, rate.at(110_000));
        assertEquals(0.1, rate.at(110_001));
    }

    @Test
    void pooling() {
        double[] nine = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        var image = network().inputs(image(1, 3, 3));
        assertArrayEquals(
                new double[] {5, 6, 8, 9},
                image.maxPool(2)
                        .stride(1)
                        .flatten()
                        .loss(halfSquaredError())
                        .forward(nine)
                        .prediction()
                        .row(0));
        assertArrayEquals(
                new double[] {3, 4, 6, 7},
                image.averagePool(2)
                        .stride(1)
                        .flatten()
                        .loss(halfSquaredError())
                        .forward(nine)
                        .prediction()
                        .row(0));
    }

    /** {@code padding="same"} with a window of two: one row below and one column on the right. */
    @Test
    void poolingWithTheSamePadding() {
        double[] nine = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        var image = network().inputs(image(1, 3, 3));
        assertArrayEquals(
                new double[] {5, 6, 6, 8, 9, 9, 8, 9, 9},
                image.maxPool(2)
                        .stride(1)
                        .samePadding()
                        .flatten()
                        .loss(halfSquaredError())
                        .forward(nine)
                        .prediction()
                        .row(0));
        assertArrayEquals(
                new double[] {3, 4, 4.5, 6, 7, 7.5, 7.5, 8.5, 9},
                image.averagePool(2)
                        .stride(1)
                        .samePadding()
                        .excludePadding()
                        .flatten()
                        .loss(halfSquaredError())
                        .forward(nine)
                        .prediction()
                        .row(0));
    }

    /** {@code BatchNormalization}: their momentum .99 and ε 1e-3; the variance that they remember is the biased one. */
    @Test
    void batchNormalization() {
        Network net = network()
                .inputs(1)
                .batchNorm(normalization().momentum(0.99).epsilon(1e-3))
                .loss(halfSquaredError());
        var pass = net.trainingForward(1, new double[][] {{1}, {2}, {6}});
        double[] after = pass.trace().parameters().toArray();
        assertArrayEquals(new double[] {1, 0, 0.03, 0.99 + 0.01 * 14 / 3}, after, 1e-15);
        assertEquals(-2 / Math.sqrt(14 / 3.0 + 1e-3), pass.prediction().get(0, 0), 1e-15);
    }
}
