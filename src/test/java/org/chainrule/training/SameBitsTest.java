package org.chainrule.training;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
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
import org.junit.jupiter.api.Test;

/**
 * One training, one result: with and without the vector module (the build runs this test twice) and on every JDK. The number
 * says nothing about what is right, only that it is the same everywhere; when a rule of the arithmetic is changed on purpose,
 * it changes too.
 */
class SameBitsTest {
    private static final String BITS = "36e0cf6a";

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
        double[][] samples = new double[37][5];
        double[][] targets = new double[37][3];
        RandomStream random = seed(5).stream();
        for (int i = 0; i < samples.length; i++) {
            Arrays.setAll(samples[i], j -> random.nextDouble() - 0.5);
            targets[i][i % 3] = 1;
        }
        var run = training(net)
                .samples(samples, targets)
                .optimizer(adam(0.01))
                .epochs(50)
                .run();
        int bits = Arrays.hashCode(run.network().parameters().toArray());
        assertEquals(BITS, Integer.toHexString(bits));
    }
}
