package org.chainrule.network;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.softmax;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the layers of images and sequences say when they get something that cannot be. */
class LayerMessagesTest {
    private static void assertSays(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static Conv2dWeightsStep convolution() {
        return network().inputs(image(2, 3, 3)).conv2d(3, 2).activation(relu());
    }

    @Test
    void kernelLargerThanTheImage() {
        assertSays(
                "conv2d() got kernel 5×5, but the image is only 3×3; use a smaller kernel or padding(1).",
                () -> network().inputs(image(1, 3, 3)).conv2d(8, 5).activation(relu()));
        assertSays(
                "conv2d() got kernel 9×2, but the image is only 4×4 with padding 1×1; use a smaller kernel or padding(3).",
                () -> network()
                        .inputs(image(1, 4, 4))
                        .conv2d(8, 9, 2)
                        .padding(1)
                        .activation(relu()));
        assertSays(
                "maxPool() got kernel 4×4, but the image is only 3×3; use a smaller kernel or padding(1).",
                () -> network().inputs(image(1, 3, 3)).maxPool(4).flatten());
    }

    @Test
    void sizesThatCannotBe() {
        assertSays("image() got 0×3×3, but it needs at least 1 channel, 1 row and 1 column.", () -> image(0, 3, 3));
        assertSays("sequence() got 0 steps of 3, but it needs at least 1 step of 1 feature.", () -> sequence(0, 3));
        ImageStep start = network().inputs(image(1, 3, 3));
        assertSays("conv2d() got 0, but a network needs at least 1 filter there.", () -> start.conv2d(0, 3));
        assertSays("conv2d() got kernel 0×0, but it needs at least 1×1.", () -> start.conv2d(1, 0));
        assertSays(
                "stride() got 0×0, but it needs at least 1×1.",
                () -> start.maxPool(2).stride(0));
        assertSays(
                "padding() got -1×-1, but it needs at least 0×0.",
                () -> start.conv2d(1, 2).padding(-1));
        assertSays(
                "averagePool() got kernel 2×2 with padding 2×2, but the padding needs to be smaller than the kernel.",
                () -> start.averagePool(2).padding(2).flatten());
    }

    @Test
    void activationsOfTheWholeLayer() {
        assertSays(
                "activation() got softmax, but this layer needs a function that each unit applies for itself, such as"
                        + " relu() or tanh().",
                () -> network().inputs(image(1, 3, 3)).conv2d(1, 2).activation(softmax()));
        assertSays(
                "simpleRnn() got softmax, but this layer needs a function that each unit applies for itself, such as"
                        + " relu() or tanh().",
                () -> network().inputs(sequence(2, 2)).simpleRnn(3, softmax()));
    }

    @Test
    void weightsOfAnotherShape() {
        assertSays(
                "weights() got 1 row, but the layer has 3 filters.",
                () -> convolution().weights(new double[8]));
        assertSays(
                "weights() got 4 values in row 1, but each of the 3 filters reads 8.",
                () -> convolution().weights(new double[8], new double[4], new double[8]));
        assertSays(
                "biases() got 2 values, but the layer has 3 filters.",
                () -> convolution().biases(1, 2));
        assertSays(
                "recurrentWeights() got 2 rows, but the layer has 12 rows, one per unit and gate a, i, f, o.",
                () -> network().inputs(sequence(2, 2)).lstm(3).recurrentWeights(new double[3], new double[3]));
        assertSays(
                "weights() got 2 rows, but the layer has 6 pieces.",
                () -> network().inputs(2).maxout(3, 2).weights(new double[2], new double[2]));
    }

    @Test
    void weightsThatAreMissing() {
        assertSays(
                "loss() came, but the conv2d layer 1 has no weights yet; add .init(…) or .weights(…) to it.",
                () -> convolution().flatten().loss(halfSquaredError()));
        assertSays(
                "loss() came, but the lstm layer 1 has no recurrent weights yet; add .init(…) or .recurrentWeights(…)"
                        + " to it.",
                () -> network()
                        .inputs(sequence(2, 1))
                        .lstm(1)
                        .weights(new double[] {1}, new double[] {1}, new double[] {1}, new double[] {1})
                        .loss(halfSquaredError()));
        assertSays(
                "init() got null for the maxout layer, but it needs one such as he(seed(1)).",
                () -> network().inputs(2).maxout(3, 2).init(null));
    }

    @Test
    void statesBeforeTheFirstStep() {
        var start = network().inputs(sequence(3, 1));
        assertSays(
                "initialState() got 1 value, but the layer has 2 units.",
                () -> start.simpleRnn(2).initialState(1));
        assertSays(
                "initialCell() got 3 values, but the layer has 2 units.",
                () -> start.lstm(2).initialCell(1, 2, 3));
        assertSays(
                "initialCell() came for a simple RNN, which has no cell; use initialState(…), or .lstm(…).",
                () -> start.simpleRnn(2).initialCell(1, 2));
        assertSays(
                "network() got NaN for the parameter h1_0_2, but parameters need finite values.",
                () -> start.lstm(2)
                        .init(normal(1, seed(1)))
                        .initialState(1, Double.NaN)
                        .loss(halfSquaredError()));
    }

    @Test
    void ratesOfDropout() {
        assertSays(
                "dropout() got rate 1.0, but it needs a number from 0 up to, not including, 1.",
                () -> network().inputs(2).dropout(1, seed(1)));
        assertSays(
                "dropout() got null for the seed, but it needs one such as seed(7).",
                () -> network().inputs(2).dropout(0.5, null));
        assertSays(
                "batchNorm() got null, but it needs one such as normalization().",
                () -> network().inputs(2).batchNorm(null));
    }

    @Test
    void detailsThatAreNotThere() {
        Forward pass = network()
                .inputs(2)
                .dropout(0.5, seed(1))
                .layer(1)
                .activation(identity())
                .init(normal(1, seed(1)))
                .loss(halfSquaredError())
                .forward(1, 2);
        assertSays(
                "detail(1, \"gates\") got the name gates, but layer 1 remembers only [mask].",
                () -> pass.detail(1, "gates"));
        assertSays(
                "detail(2, \"mask\") got the name mask, but layer 2 remembers nothing more.",
                () -> pass.detail(2, "mask"));
        assertSays("detail(3, \"mask\") got layer 3, but the layers are 1 to 2.", () -> pass.detail(3, "mask"));
        Deltas deltas = pass.deltas(new double[][] {{1}});
        assertSays("inputGradient() got x3, but the inputs are [x1, x2].", () -> deltas.inputGradient("x3", 0));
    }

    @Test
    void unfinishedStepsSayWhatComesNext() {
        var image = network().inputs(image(1, 6, 6));
        assertEquals(
                "A network without layers that gives an image 1×6×6, not finished yet: .conv2d(…), .maxPool(…) or .flatten() comes"
                        + " next.",
                image.toString());
        assertEquals(
                "A network up to a convolution of 8 filters of 3×3, not finished yet: .activation(…) comes next.",
                image.conv2d(8, 3).toString());
        assertEquals(
                "A network of 2 layers that gives an image 8×2×2, not finished yet: .conv2d(…), .maxPool(…) or .flatten() comes"
                        + " next.",
                image.conv2d(8, 3)
                        .activation(identity())
                        .init(normal(1, seed(1)))
                        .maxPool(2)
                        .toString());
        assertEquals(
                "A network without layers that gives a sequence 4×2, not finished yet: .lstm(…), .simpleRnn(…), .layer(…) or .flatten()"
                        + " comes next.",
                network().inputs(sequence(4, 2)).toString());
        assertEquals(
                "A network of 1 layer, not finished yet: .layer(…) or .loss(…) comes next.",
                network()
                        .inputs(sequence(4, 2))
                        .lstm(3)
                        .init(normal(1, seed(1)))
                        .toString());
    }

    @Test
    void unfinishedLayersNeedTheirWeightsFirst() {
        String weights = "not finished yet: .init(…) or .weights(…) comes next.";
        var steps = network().inputs(sequence(4, 2));
        assertEquals("A network of 1 layer, " + weights, steps.lstm(3).toString());
        assertEquals(
                "A network of 1 layer, not finished yet: .recurrentWeights(…) comes next.",
                steps.simpleRnn(1).weights(new double[] {1, 2}).toString());
        assertEquals(
                "A network of 1 layer that gives a sequence 4×3, " + weights,
                steps.layer(3).activation(identity()).toString());
        assertEquals(
                "A network of 1 layer that gives an image 8×4×4, " + weights,
                network()
                        .inputs(image(1, 6, 6))
                        .conv2d(8, 3)
                        .activation(identity())
                        .toString());
        assertEquals(
                "A network of 1 layer, " + weights,
                network().inputs(2).maxout(3, 2).biases(1, 2, 3, 4, 5, 6).toString());
        assertEquals(
                "A network of 1 layer, not finished yet: .into(…), .weights(…) or .init(…) comes next.",
                network().inputs(2).layer(3).activation(identity()).toString());
    }

    @Test
    void wrongNumberOfPixels() {
        Network net = convolution().init(normal(1, seed(1))).flatten().loss(halfSquaredError());
        assertSays(
                "forward() got 3 values, but the network has 18 inputs [x1_1_1, x1_1_2, x1_1_3, … 18 in all].",
                () -> net.forward(1, 2, 3));
    }
}
