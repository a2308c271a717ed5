package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.layer.Numbered.count;
import static org.chainrule.layer.Numbered.linspace;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** Convolutions of the slides, of d2l.ai and of the CS231n assignments. */
class Conv2dTest {
    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final double[] F = {0.1, -0.2, 0.3, 0.4};

    /** X is 3×3, F is 2×2, as on the slides "Deep Learning: Optimization", forward pass of a CNN. */
    private static Network slide() {
        return network()
                .inputs(image(1, 3, 3))
                .conv2d(1, 2)
                .activation(identity())
                .weights(F)
                .flatten()
                .loss(halfSquaredError());
    }

    @Test
    void forwardPassOfTheSlides() {
        Forward pass = slide().forward(X);
        // O11 = X11·F11 + X12·F12 + X21·F21 + X22·F22 and so on
        assertEquals(1 * 0.1 + 2 * -0.2 + 4 * 0.3 + 5 * 0.4, pass.at("h1_1_1_1"), 1e-15);
        assertEquals(2 * 0.1 + 3 * -0.2 + 5 * 0.3 + 6 * 0.4, pass.at("h1_1_1_2"), 1e-15);
        assertEquals(4 * 0.1 + 5 * -0.2 + 7 * 0.3 + 8 * 0.4, pass.at("h1_1_2_1"), 1e-15);
        assertEquals(5 * 0.1 + 6 * -0.2 + 8 * 0.3 + 9 * 0.4, pass.at("h1_1_2_2"), 1e-15);
    }

    @Test
    void gradientOfTheFilterIsTheCorrelationOfXWithTheDeltas() {
        Deltas deltas = slide().forward(X).deltas(new double[][] {{1, 2, 3, 4}});
        double[] d = deltas.deltas().get(0).row(0);
        // dL/dF11 = dL/dO11·X11 + dL/dO12·X12 + dL/dO21·X21 + dL/dO22·X22 and so on
        assertEquals(d[0] * 1 + d[1] * 2 + d[2] * 4 + d[3] * 5, deltas.gradient("w1_1_1_1_1"), 1e-14);
        assertEquals(d[0] * 2 + d[1] * 3 + d[2] * 5 + d[3] * 6, deltas.gradient("w1_1_1_1_2"), 1e-14);
        assertEquals(d[0] * 4 + d[1] * 5 + d[2] * 7 + d[3] * 8, deltas.gradient("w1_1_1_2_1"), 1e-14);
        assertEquals(d[0] * 5 + d[1] * 6 + d[2] * 8 + d[3] * 9, deltas.gradient("w1_1_1_2_2"), 1e-14);
        // the slides' "convolution of X and dL/dO" is another forward pass, with the deltas as the filter
        Network correlation = network()
                .inputs(image(1, 3, 3))
                .conv2d(1, 2)
                .activation(identity())
                .weights(d)
                .flatten()
                .loss(halfSquaredError());
        double[] gradients = deltas.gradients().toArray();
        assertArrayEquals(gradients, correlation.forward(X).prediction().row(0), 1e-14);
    }

    @Test
    void gradientOfTheInputIsTheFullCorrelationWithTheRotatedFilter() {
        Deltas deltas = slide().forward(X).deltas(new double[][] {{1, 2, 3, 4}});
        double[] d = deltas.deltas().get(0).row(0);
        Network full = network()
                .inputs(image(1, 2, 2))
                .conv2d(1, 2)
                .padding(1)
                .activation(identity())
                .weights(new double[] {F[3], F[2], F[1], F[0]})
                .flatten()
                .loss(halfSquaredError());
        double[] expected = full.forward(d).prediction().row(0);
        assertArrayEquals(expected, deltas.trace().inputGradients().row(0), 1e-14);
        // erratum: with true, flipping convolution on top of the rotation it would be wrong
        assertEquals(d[0] * F[0], deltas.inputGradient("x1_1_1", 0), 1e-15);
        assertEquals(d[0] * F[3] + d[1] * F[2] + d[2] * F[1] + d[3] * F[0], deltas.inputGradient("x1_2_2", 0), 1e-14);
    }

    /** https://d2l.ai/chapter_convolutional-neural-networks/conv-layer.html */
    @Test
    void d2lCrossCorrelation() {
        Network net = network()
                .inputs(image(1, 3, 3))
                .conv2d(1, 2)
                .activation(identity())
                .weights(count(0, 4))
                .flatten()
                .loss(halfSquaredError());
        assertArrayEquals(
                new double[] {19, 25, 37, 43},
                net.forward(count(0, 9)).prediction().row(0));
    }

    /** https://d2l.ai/chapter_convolutional-neural-networks/conv-layer.html: the edge detector, with a kernel of 1×2. */
    @Test
    void d2lEdgeDetector() {
        Network net = network()
                .inputs(image(1, 1, 8))
                .conv2d(1, 1, 2)
                .activation(identity())
                .weights(new double[] {1, -1})
                .flatten()
                .loss(halfSquaredError());
        assertArrayEquals(
                new double[] {0, 1, 0, 0, 0, -1, 0},
                net.forward(1, 1, 0, 0, 0, 0, 1, 1).prediction().row(0));
    }

    /** https://d2l.ai/chapter_convolutional-neural-networks/channels.html: two channels in, three out. */
    @Test
    void d2lChannels() {
        double[] x = concat(count(0, 9), count(1, 9));
        double[] k = concat(count(0, 4), count(1, 4));
        double[] k1 = java.util.Arrays.stream(k).map(v -> v + 1).toArray();
        double[] k2 = java.util.Arrays.stream(k).map(v -> v + 2).toArray();
        Network net = network()
                .inputs(image(2, 3, 3))
                .conv2d(3, 2)
                .activation(identity())
                .weights(k, k1, k2)
                .flatten()
                .loss(halfSquaredError());
        assertArrayEquals(
                new double[] {56, 72, 104, 120, 76, 100, 148, 172, 96, 128, 192, 224},
                net.forward(x).prediction().row(0));
    }

    /** https://cs231n.github.io assignment 2, ConvolutionalNetworks.ipynb, naive forward pass. */
    @Test
    void cs231nStrideAndPadding() {
        Network net = network()
                .inputs(image(3, 4, 4))
                .conv2d(3, 4)
                .stride(2)
                .padding(1)
                .activation(identity())
                .weights(linspace(-0.2, 0.3, 3, 48))
                .biases(linspace(-0.1, 0.2, 3))
                .flatten()
                .loss(halfSquaredError());
        Forward pass = net.forward(linspace(-0.1, 0.5, 2, 48));
        double[][] expected = {
            {
                -0.08759809,
                -0.10987781,
                -0.18387192,
                -0.2109216,
                0.21027089,
                0.21661097,
                0.22847626,
                0.23004637,
                0.50813986,
                0.54309974,
                0.64082444,
                0.67101435
            },
            {
                -0.98053589,
                -1.03143541,
                -1.19128892,
                -1.24695841,
                0.69108355,
                0.66880383,
                0.59480972,
                0.56776003,
                2.36270298,
                2.36904306,
                2.38090835,
                2.38247847
            }
        };
        assertArrayEquals(expected[0], pass.prediction().row(0), 5.1e-9);
        assertArrayEquals(expected[1], pass.prediction().row(1), 5.1e-9);
    }

    /** https://github.com/Open-Deep-ML/DML-OpenProblem, build/41.json, the example. */
    @Test
    void deepMlPadding() {
        Network net = network()
                .inputs(image(1, 4, 4))
                .conv2d(1, 2)
                .stride(2)
                .padding(1)
                .activation(identity())
                .weights(new double[] {1, 0, -1, 1})
                .flatten()
                .loss(halfSquaredError());
        assertArrayEquals(
                new double[] {1, 1, -4, 9, 7, -4, 0, 14, 16},
                net.forward(count(1, 16)).prediction().row(0));
    }

    /** https://github.com/Open-Deep-ML/DML-OpenProblem, build/41.json, a test: a padding that some windows see nothing but. */
    @Test
    void deepMlWidePadding() {
        Network net = network()
                .inputs(image(1, 5, 5))
                .conv2d(1, 2)
                .stride(2)
                .padding(2)
                .activation(identity())
                .weights(new double[] {0.5, 3.2, 1, -1})
                .flatten()
                .loss(halfSquaredError());
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 0, 5.9, 13.3, 12.5, 0, 42.9, 50.3, 27.5, 0, 80.9, 88.3, 12.5},
                net.forward(count(1, 25)).prediction().row(0),
                1e-13);
    }

    private static double[] concat(double[] a, double[] b) {
        return java.util.stream.DoubleStream.concat(java.util.Arrays.stream(a), java.util.Arrays.stream(b))
                .toArray();
    }

    /** Of the four weights the last stands beyond the image wherever the kernel is. */
    @Test
    void aKernelWiderThanTheImage() {
        Network net = network()
                .inputs(image(1, 1, 1))
                .conv2d(1, 1, 4)
                .padding(0, 2)
                .activation(identity())
                .weights(new double[] {1, 10, 100, 1000})
                .flatten()
                .loss(halfSquaredError());
        Deltas deltas = net.forward(3).deltas(new double[][] {{0, 0}});
        assertArrayEquals(new double[] {300, 30}, deltas.forward().prediction().row(0));
        assertArrayEquals(new double[] {0, 90, 900, 0}, deltas.gradients().toArray());
    }

    /**
     * TensorFlow 2.21, {@code tanh(nn.conv2d(x, w, [2, 2], "SAME"))} of 4×5 values with 2×3 kernels: outputs, and the gradients of half the sum
     * of squares; one column is added on each side, and no row.
     *
     * <p>https://www.tensorflow.org/api_docs/python/tf/nn/conv2d
     */
    @Test
    void tensorflowSamePadding() {
        Network net = network()
                .inputs(image(1, 4, 5))
                .conv2d(2, 2, 3)
                .stride(2)
                .samePadding()
                .activation(tanh())
                .weights(linspace(-0.5, 0.7, 2, 6))
                .flatten()
                .loss(halfSquaredError());
        Deltas deltas = net.forward(linspace(-1, 1.5, 20)).deltas(new double[1][12]);
        assertEquals(2.90913443063038, deltas.loss(), 1e-14);
        assertArrayEquals(
                new double[] {
                    0.5702187224567946,
                    0.7336575458304176,
                    0.4357605589961552,
                    -0.25545873717435447,
                    -0.6950477554920166,
                    -0.768342075352694,
                    -0.7337679921382816,
                    -0.5818870076999186,
                    -0.08401203213865105,
                    0.9215243822449611,
                    0.9911477026510294,
                    0.9542702886585174
                },
                deltas.forward().prediction().row(0),
                1e-14);
        assertArrayEquals(
                new double[] {
                    -0.8922249352049305,
                    -1.3501083484813623,
                    -0.9013217898010749,
                    -0.8805465113231641,
                    -1.2423610174120707,
                    -0.8187478122847249,
                    0.45312518932590024,
                    0.7876067156975971,
                    0.601653981588638,
                    0.21264369058525326,
                    0.4157194914803458,
                    0.22854152049733711
                },
                deltas.gradients().toArray(),
                1e-14);
        assertArrayEquals(
                new double[] {
                    -0.2397192560792225,
                    -0.46354935570800615,
                    -0.23389014155947888,
                    -0.42831892088025736,
                    -0.15998914361687017,
                    -0.224626584871414,
                    -0.4635441390844748,
                    -0.24897759614375603,
                    -0.35517492293708675,
                    -0.07175769108942241,
                    0.12997900014481004,
                    0.3014266498339,
                    0.14505010244504427,
                    0.2783178762111429,
                    0.14552258046403233,
                    0.09730786805719785,
                    0.15689174392653854,
                    0.03318632862529501,
                    0.09135474866544556,
                    0.07042322673808427
                },
                deltas.trace().inputGradients().row(0),
                1e-14);
    }
}
