package org.chainrule.layer;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.tanh;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two ways to convolve are each other's second opinion. */
class SlidingBuffersTest {
    private static final int SAMPLES = 3;

    @ParameterizedTest
    @CsvSource({"1, 8, 3, 3, 0, 0", "3, 4, 3, 3, 1, 1", "2, 9, 5, 3, 4, 0", "2, 1, 1, 4, 0, 2", "4, 2, 2, 1, 1, 0"})
    void slidingAndPatchesComeToTheSameSums(
            int channels, int filters, int rows, int columns, int paddingRows, int paddingColumns) {
        Network net = network()
                .inputs(image(channels, 7, 13))
                .conv2d(filters, rows, columns)
                .padding(paddingRows, paddingColumns)
                .activation(identity())
                .init(he(seed(4)))
                .flatten()
                .loss(halfSquaredError());
        Conv2d layer = (Conv2d) net.layers().get(0);
        double[] input = random(SAMPLES * layer.inputs());
        LayerBuffers arrays = new LayerBuffers(SAMPLES, input, layer.units().size());
        double[] parameters = random(net.parameters().size());
        double[] sliding = everything((SlidingBuffers) layer.newBuffers(SAMPLES, input), parameters);
        double[] patches = everything(new Patches(layer, arrays, 0, SAMPLES), parameters);
        assertArrayEquals(patches, sliding, 1e-12);
    }

    /** One row more below and one column more on the right; TensorFlow 2.21 comes to this loss. */
    @Test
    void aFrameThatIsNotTheSameOnBothSides() {
        Network net = network()
                .inputs(image(2, 5, 9))
                .conv2d(2, 4, 2)
                .samePadding()
                .activation(tanh())
                .weights(Numbered.linspace(-0.5, 0.7, 2, 16))
                .flatten()
                .loss(halfSquaredError());
        Conv2d layer = (Conv2d) net.layers().get(0);
        double[] input = Numbered.linspace(-1, 1.5, 90);
        assertEquals(30.30505757804565, net.forward(input).loss(new double[1][90]), 1e-13);
        double[] parameters = net.parameters().toArray();
        LayerBuffers arrays = new LayerBuffers(1, input, layer.units().size());
        double[] sliding = everything((SlidingBuffers) layer.newBuffers(1, input), parameters);
        assertArrayEquals(everything(new Patches(layer, arrays, 0, 1), parameters), sliding, 1e-12);
    }

    private static double[] random(int size) {
        return new Random(size).doubles(size, -1, 1).toArray();
    }

    /** z, the gradients by the parameters and those by the input, one after the other. */
    private static double[] everything(Conv2dBuffers buffers, double[] parameters) {
        double[] gradients = new double[parameters.length];
        double[] inputGradients = new double[buffers.input().length];
        buffers.forward(parameters);
        Arrays.setAll(buffers.delta(), i -> Math.sin(i));
        buffers.gradients(gradients);
        buffers.inputGradient(parameters, inputGradients);
        double[] all = Arrays.copyOf(
                buffers.preActivation(), buffers.preActivation().length + gradients.length + inputGradients.length);
        System.arraycopy(gradients, 0, all, buffers.preActivation().length, gradients.length);
        System.arraycopy(inputGradients, 0, all, all.length - inputGradients.length, inputGradients.length);
        return all;
    }

    @Test
    void stridesAndNarrowImagesTakePatches() {
        assertEquals(Patches.class, buffers(image(1, 9, 9), 2).getClass());
        assertEquals(Patches.class, buffers(image(1, 9, 9), 1).getClass());
        assertEquals(SlidingBuffers.class, buffers(image(1, 3, 10), 1).getClass());
    }

    private static LayerBuffers buffers(Shape.Image image, int stride) {
        Network net = network()
                .inputs(image)
                .conv2d(2, 3)
                .stride(stride)
                .activation(identity())
                .init(he(seed(4)))
                .flatten()
                .loss(halfSquaredError());
        return net.layers().get(0).newBuffers(1, new double[image.size()]);
    }
}
