package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.layer.Numbered.count;
import static org.chainrule.layer.Numbered.linspace;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.PoolStep;
import org.junit.jupiter.api.Test;

class PoolingTest {
    private static Network of(PoolStep pooling) {
        return pooling.flatten().loss(halfSquaredError());
    }

    /** https://d2l.ai/chapter_convolutional-neural-networks/pooling.html */
    @Test
    void d2lMaximumAndAverage() {
        Network max = of(network().inputs(image(1, 3, 3)).maxPool(2).stride(1));
        assertArrayEquals(
                new double[] {4, 5, 7, 8}, max.forward(count(0, 9)).prediction().row(0));
        Network average = of(network().inputs(image(1, 3, 3)).averagePool(2).stride(1));
        assertArrayEquals(
                new double[] {2, 3, 5, 6},
                average.forward(count(0, 9)).prediction().row(0));
    }

    /** https://d2l.ai/chapter_convolutional-neural-networks/pooling.html: stride and padding, two channels. */
    @Test
    void d2lStrideAndPadding() {
        Network one = of(network().inputs(image(1, 4, 4)).maxPool(3));
        assertArrayEquals(
                new double[] {10}, one.forward(count(0, 16)).prediction().row(0));
        Network two = of(network().inputs(image(2, 4, 4)).maxPool(3).padding(1).stride(2));
        double[] both = java.util.stream.DoubleStream.concat(
                        java.util.Arrays.stream(count(0, 16)), java.util.Arrays.stream(count(1, 16)))
                .toArray();
        Network oblong =
                of(network().inputs(image(1, 4, 4)).maxPool(2, 3).stride(2, 3).padding(0, 1));
        assertArrayEquals(
                new double[] {5, 7, 13, 15},
                oblong.forward(count(0, 16)).prediction().row(0));
        Network padded = of(network().inputs(image(1, 4, 4)).maxPool(2, 3).padding(1));
        assertArrayEquals(
                new double[] {1, 3, 9, 11, 13, 15},
                padded.forward(count(0, 16)).prediction().row(0));
        assertArrayEquals(
                new double[] {5, 7, 13, 15, 6, 8, 14, 16},
                two.forward(both).prediction().row(0));
    }

    /** https://cs231n.github.io assignment 2, ConvolutionalNetworks.ipynb, max pooling. */
    @Test
    void cs231nMaxPool() {
        Network net = of(network().inputs(image(3, 4, 4)).maxPool(2).stride(2));
        Forward pass = net.forward(linspace(-0.3, 0.4, 2, 48));
        assertArrayEquals(
                new double[] {
                    -0.26315789,
                    -0.24842105,
                    -0.20421053,
                    -0.18947368,
                    -0.14526316,
                    -0.13052632,
                    -0.08631579,
                    -0.07157895,
                    -0.02736842,
                    -0.01263158,
                    0.03157895,
                    0.04631579
                },
                pass.prediction().row(0),
                5e-9);
        assertArrayEquals(
                new double[] {
                    0.09052632,
                    0.10526316,
                    0.14947368,
                    0.16421053,
                    0.20842105,
                    0.22315789,
                    0.26736842,
                    0.28210526,
                    0.32631579,
                    0.34105263,
                    0.38526316,
                    0.4
                },
                pass.prediction().row(1),
                5e-9);
    }

    @Test
    void theGradientGoesToTheWinner() {
        Network net = of(network().inputs(image(1, 2, 4)).maxPool(2));
        Forward pass = net.forward(1, 7, 3, 3, 5, 2, 3, 3);
        assertArrayEquals(new double[] {1, 2}, pass.detail(1, "winner").row(0), "the first of equal ones wins");
        Deltas deltas = pass.deltas(new double[][] {{6, 5}});
        assertArrayEquals(
                new double[] {0, 1, -2, 0, 0, 0, 0, 0},
                deltas.trace().inputGradients().row(0));
    }

    @Test
    void theGradientOfAMeanIsShared() {
        Network net = of(network().inputs(image(1, 2, 2)).averagePool(2));
        Deltas deltas = net.forward(1, 2, 3, 6).deltas(new double[][] {{1}});
        assertEquals(2, deltas.loss());
        assertArrayEquals(
                new double[] {0.5, 0.5, 0.5, 0.5},
                deltas.trace().inputGradients().row(0));
    }

    @Test
    void paddingOfAMeanCountsAsZeros() {
        Network net = of(network().inputs(image(1, 1, 1)).averagePool(2).padding(1));
        assertArrayEquals(new double[] {2}, net.forward(8).prediction().row(0));
    }

    /**
     * PyTorch 2.15, {@code avg_pool2d(x, (2, 3), stride=(1, 2), padding=1, count_include_pad=False)}, and the gradient of half the sum of squares.
     *
     * <p>https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html
     */
    @Test
    void pytorchLeavesThePaddingOutOfAMean() {
        Network net = of(network()
                .inputs(image(1, 3, 4))
                .averagePool(2, 3)
                .stride(1, 2)
                .padding(1)
                .excludePadding());
        Forward pass = net.forward(count(1, 12));
        double[] means = {1.5, 3, 3.5, 5, 7.5, 9, 9.5, 11};
        assertArrayEquals(means, pass.prediction().row(0), 1e-15);
        double[] gradients = {
            1.625,
            83.0 / 24,
            11.0 / 6,
            11.0 / 6,
            2.75,
            61.0 / 12,
            7.0 / 3,
            7.0 / 3,
            6.625,
            283.0 / 24,
            31.0 / 6,
            31.0 / 6
        };
        assertArrayEquals(
                gradients,
                pass.deltas(new double[1][8]).trace().inputGradients().row(0),
                1e-14);
    }

    /** Keras 3, {@code AveragePooling2D(3, strides=1, padding="same")}: https://keras.io/api/layers/pooling_layers/average_pooling2d/ */
    @Test
    void kerasLeavesThePaddingOutOfAMean() {
        Network net = of(network()
                .inputs(image(1, 3, 3))
                .averagePool(3)
                .stride(1)
                .padding(1)
                .excludePadding());
        double[] means = {3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7};
        assertArrayEquals(means, net.forward(count(1, 9)).prediction().row(0), 1e-15);
    }

    /** PyTorch 2.15, {@code max_pool2d(x, 2, 2, 1)}: the padding counts as −∞. */
    @Test
    void paddingNeverWinsOverNegativeValues() {
        PoolStep pooling = network().inputs(image(1, 3, 3)).maxPool(2).padding(1);
        double[] negative = {-1, -2, -3, -4, -5, -6, -7, -8, -9};
        for (PoolStep each : java.util.List.of(pooling, pooling.excludePadding())) {
            Forward pass = of(each).forward(negative);
            assertArrayEquals(new double[] {-1, -2, -4, -5}, pass.prediction().row(0));
            assertArrayEquals(
                    new double[] {0, 1, 3, 4}, pass.detail(1, "winner").row(0));
        }
    }
}
