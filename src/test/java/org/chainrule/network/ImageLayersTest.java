package org.chainrule.network;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
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
