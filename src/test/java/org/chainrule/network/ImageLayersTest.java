package org.chainrule.network;

import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.tanh;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLayersTest {
    /** Too few for halves, just enough, and halves of different sizes, in several rounds. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 131})
    void theGradientOfABatchIsTheMeanOverItsSamples(int samples) {
        Network net = network()
                .inputs(image(2, 10, 12))
                .conv2d(4, 3)
                .activation(relu())
                .init(he(seed(1)))
                .maxPool(2)
                .conv2d(3, 2)
                .stride(2)
                .activation(relu())
                .init(he(seed(2)))
                .flatten()
                .loss(halfSquaredError());
        double[][] inputs = random(samples, net.inputs().size());
        double[][] targets = random(samples, 12);
        double[] mean = new double[net.parameters().size()];
        for (int i = 0; i < samples; i++) {
            double[] one = gradients(net, new double[][] {inputs[i]}, new double[][] {targets[i]});
            Arrays.setAll(mean, k -> mean[k] + one[k] / samples);
        }
        assertArrayEquals(mean, gradients(net, inputs, targets), 1e-12);
    }

    @Test
    void aPassForTrainingComesToTheSameBits() {
        Network net = network()
                .inputs(image(1, 10, 12))
                .conv2d(4, 3)
                .activation(relu())
                .init(he(seed(1)))
                .conv2d(4, 2)
                .activation(elu(1))
                .init(he(seed(2)))
                .flatten()
                .layer(9)
                .activation(tanh())
                .init(he(seed(3)))
                .layer(9)
                .activation(sigmoid())
                .init(he(seed(4)))
                .layer(2)
                .activation(sigmoid())
                .init(he(seed(5)))
                .loss(binaryCrossEntropy());
        double[] inputs = rowMajor(random(20, net.inputs().size()));
        double[] targets = Arrays.stream(rowMajor(random(20, 2))).map(Math::abs).toArray();
        Pass training = Pass.forTraining(net, 20);
        Pass other = new Pass(net, 20);
        for (Pass pass : List.of(training, other)) {
            pass.trainingForward(inputs, 1);
            pass.backward(targets);
        }
        assertArrayEquals(other.gradients(), training.gradients());
        assertEquals(other.loss(targets), training.loss(targets));
        assertSame(training.buffers(0).preActivation(), training.buffers(0).output(), "one array");
        assertNotSame(other.buffers(0).preActivation(), other.buffers(0).output(), "two arrays");
    }

    private static double[][] random(int rows, int columns) {
        Random random = new Random(rows * 1000L + columns);
        double[][] values = new double[rows][];
        Arrays.setAll(values, row -> random.doubles(columns, -1, 1).toArray());
        return values;
    }

    private static double[] gradients(Network net, double[][] inputs, double[][] targets) {
        Pass pass = new Pass(net, inputs.length);
        pass.forward(rowMajor(inputs));
        pass.backward(rowMajor(targets));
        return pass.gradients();
    }

    private static double[] rowMajor(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
