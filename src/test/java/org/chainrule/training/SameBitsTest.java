package org.chainrule.training;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.chainrule.math.RandomStream;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/**
 * One training, one result: with and without the vector module (the build runs this test twice) and on every JDK. The number
 * says nothing about what is right, only that it is the same everywhere; when a rule of the arithmetic is changed on purpose,
 * it changes too.
 */
class SameBitsTest {
    private static final String BITS = "36e0cf6a";
    private static final String CONVOLUTION_BITS = "34788b4a";

    @Test
    void aTrainingHasTheSameBitsEverywhere() {
        var net = network()
                .inputs(5)
                .layer(19)
                .activation(tanh())
                .init(xavier(seed(1)))
                .layer(17)
                .activation(sigmoid())
                .init(xavier(seed(2)))
                .layer(9)
                .activation(relu())
                .init(xavier(seed(3)))
                .layer(3)
                .activation(softmax())
                .init(xavier(seed(4)))
                .loss(categoricalCrossEntropy());
        assertEquals(BITS, bits(net, 37, 50));
    }

    @Test
    void aConvolutionToo() {
        var net = network()
                .inputs(image(1, 12, 23))
                .conv2d(11, 3)
                .padding(1)
                .activation(relu())
                .init(he(seed(1)))
                .maxPool(2)
                .conv2d(5, 3, 2)
                .activation(tanh())
                .init(he(seed(2)))
                .flatten()
                .layer(3)
                .activation(softmax())
                .init(xavier(seed(3)))
                .loss(categoricalCrossEntropy());
        assertEquals(CONVOLUTION_BITS, bits(net, 7, 10));
    }

    private static String bits(Network net, int samples, int epochs) {
        double[][] inputs = new double[samples][net.inputs().size()];
        double[][] targets = new double[samples][3];
        RandomStream random = seed(5).stream();
        for (int i = 0; i < samples; i++) {
            Arrays.setAll(inputs[i], j -> random.nextDouble() - 0.5);
            targets[i][i % 3] = 1;
        }
        var run = training(net)
                .samples(inputs, targets)
                .optimizer(adam(0.01))
                .epochs(epochs)
                .run();
        return Integer.toHexString(Arrays.hashCode(run.network().parameters().toArray()));
    }
}
