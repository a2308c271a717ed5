package org.chainrule.network;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chainrule.layer.Shape;
import org.chainrule.math.RandomStream;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;

/** Layers of all kinds behind each other: shapes, names, counts, and that they learn. */
class LayerChainTest {
    private static Network digits() {
        return network()
                .inputs(image(1, 28, 28))
                .conv2d(8, 3)
                .stride(1)
                .padding(1)
                .activation(relu())
                .init(he(seed(1)))
                .batchNorm()
                .maxPool(2)
                .dropout(0.5, seed(7))
                .flatten()
                .layer(10)
                .activation(softmax())
                .init(he(seed(1)))
                .loss(categoricalCrossEntropy());
    }

    @Test
    void shapesAndCounts() {
        Network net = digits();
        assertEquals(new Shape.Image(1, 28, 28), net.inputShape());
        assertEquals(
                "[8×28×28, 8×28×28, 8×14×14, 8×14×14, 1568, 10]",
                net.layers().stream().map(layer -> layer.outputShape()).toList().toString());
        // 8 kernels of 3×3 and 8 biases; γ, β, mean and variance of 8 channels; 10·1568 weights and 10 biases
        assertEquals(8 * 9 + 8 + 4 * 8 + 15680 + 10, net.parameters().size());
        assertEquals("h1_8_28_28", net.layers().get(0).units().get(8 * 28 * 28 - 1));
        assertEquals(2, net.place("h3_1_1_3").index());
    }

    @Test
    void parametersHaveTheirNames() {
        var parameters = digits().parameters();
        assertEquals(0, parameters.indexOf("w1_1_1_1_1"));
        assertEquals(8 * 9 - 1, parameters.indexOf("w1_8_1_3_3"));
        assertEquals(8 * 9, parameters.indexOf("b1_1"));
        assertEquals(1, parameters.at("gamma2_8"));
        assertEquals(0, parameters.at("beta2_8"));
        assertEquals(0, parameters.at("mean2_1"));
        assertEquals(1, parameters.at("variance2_8"));
        var layout = parameters.layout();
        for (String name : new String[] {"mean2_1", "variance2_8"}) {
            assertTrue(layout.isFrozen(layout.indexOf(name)), name);
            assertEquals(
                    ParameterBlock.Kind.STATISTICS,
                    layout.blockOf(layout.indexOf(name)).kind());
        }
        Network lstm =
                network().inputs(sequence(3, 2)).lstm(2).init(xavier(seed(1))).loss(halfSquaredError());
        assertEquals(4 * (2 * 2 + 2 * 2 + 2), lstm.parameters().size());
        assertEquals(8, lstm.parameters().indexOf("wf1_1_1"));
        assertEquals(16 + 15, lstm.parameters().indexOf("uo1_2_2"));
        assertEquals(32 + 7, lstm.parameters().indexOf("bo1_2"));
    }

    @Test
    void recurrentWeightsAreNotTheWeightsAgain() {
        Network net = network()
                .inputs(sequence(3, 2))
                .simpleRnn(2)
                .init(xavier(seed(1)))
                .loss(halfSquaredError());
        assertNotEquals(net.parameters().at("w1_1_1"), net.parameters().at("u1_1_1"));
    }

    @Test
    void aChainThatIsContinuedTwiceStaysAsItWas() {
        PoolStep pool = network().inputs(image(1, 4, 4)).maxPool(2);
        Network overlapping = pool.stride(1).flatten().loss(halfSquaredError());
        Network plain = pool.flatten().loss(halfSquaredError());
        assertEquals(9, overlapping.outputs().size());
        assertEquals(4, plain.outputs().size());
    }

    /** Which half of a small noisy image is bright: a convolution, a normalisation, a pooling and dropout learn it together. */
    @Test
    void imagesAreLearnedAndTheSameSeedGivesTheSameBits() {
        RandomStream random = new RandomStream(5);
        double[][] images = IntStream.range(0, 60)
                .mapToObj(sample -> IntStream.range(0, 36)
                        .mapToDouble(i -> random.nextDouble() + ((i % 6 < 3) == (sample % 2 == 0) ? 0.6 : 0))
                        .toArray())
                .toArray(double[][]::new);
        double[][] classes = IntStream.range(0, 60)
                .mapToObj(sample -> sample % 2 == 0 ? new double[] {1, 0} : new double[] {0, 1})
                .toArray(double[][]::new);
        Network net = network()
                .inputs(image(1, 6, 6))
                .conv2d(3, 3)
                .activation(relu())
                .init(he(seed(1)))
                .batchNorm()
                .maxPool(2)
                .dropout(0.2, seed(2))
                .flatten()
                .layer(2)
                .activation(softmax())
                .init(he(seed(3)))
                .loss(categoricalCrossEntropy());
        TrainingRun run = trained(net, images, classes);
        var answers = run.network().forward(images).prediction();
        long right = IntStream.range(0, 60)
                .filter(sample -> (answers.get(sample, 0) > 0.5) == (sample % 2 == 0))
                .count();
        assertTrue(right >= 57, right + " of 60");
        assertArrayEquals(
                run.network().parameters().toArray(),
                trained(net, images, classes).network().parameters().toArray());
    }

    private static TrainingRun trained(Network net, double[][] inputs, double[][] targets) {
        return training(net)
                .samples(inputs, targets)
                .optimizer(adam(0.05))
                .epochs(60)
                .run();
    }

    /** The first value of a sequence has to be remembered over five steps of noise. */
    @Test
    void sequencesAreLearned() {
        RandomStream random = new RandomStream(3);
        double[][] sequences = IntStream.range(0, 40)
                .mapToObj(sample -> IntStream.range(0, 6)
                        .mapToDouble(step -> step == 0 ? sample % 2 : random.nextUniform(-0.5, 0.5))
                        .toArray())
                .toArray(double[][]::new);
        double[][] first =
                Arrays.stream(sequences).map(row -> new double[] {row[0]}).toArray(double[][]::new);
        Network net = network()
                .inputs(sequence(6, 1))
                .lstm(4)
                .init(xavier(seed(1)))
                .layer(1)
                .activation(identity())
                .init(xavier(seed(2)))
                .loss(halfSquaredError());
        assertTrue(trained(net, sequences, first).loss() < 0.005);
    }
}
