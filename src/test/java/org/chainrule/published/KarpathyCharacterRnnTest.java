package org.chainrule.published;

import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.training;
import static org.chainrule.layer.Numbered.linspace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;

/**
 * A. Karpathy, min-char-rnn.py: "hell" in, "ello" out; losses added up over the steps, gradients clipped to ±5, AdaGrad with 1e-8 inside the
 * root. The numbers are those of the program in NumPy, from evenly spaced weights and a state of zeros.
 *
 * <p>https://gist.github.com/karpathy/d4dee566867f8291f086
 */
class KarpathyCharacterRnnTest {
    private static final double[][] HELL = {{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0}};
    private static final double[][] ELLO = {{0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1}};

    @Test
    void fiveUpdates() {
        Network net = network()
                .inputs(sequence(4, 4))
                .simpleRnn(3)
                .weights(linspace(-.5, .6, 3, 4))
                .recurrentWeights(linspace(.4, -.4, 3, 3))
                .biases(0, 0, 0)
                .allSteps()
                .layer(4)
                .activation(softmax())
                .weights(linspace(-.3, .8, 4, 3))
                .biases(0, 0, 0, 0)
                .loss(categoricalCrossEntropy().sum());
        TrainingRun run = training(net)
                .samples(HELL, ELLO)
                .clip(clipByValue(5))
                .optimizer(adagrad(0.1).epsilon(1e-8).epsilonInsideRoot())
                .epochs(5)
                .run();
        double[] losses = {
            5.518618811726201, 4.781455988209684, 4.226272174335743, 3.752534570131793, 3.3596494173134905
        };
        for (int i = 0; i < losses.length; i++) {
            assertEquals(losses[i], run.history().loss(i), 1e-13);
        }
        Network trained = run.network();
        assertEquals(-0.8809855627207004, trained.parameters().at("w1_1_1"), 1e-13);
        assertEquals(-0.19293400152344634, trained.parameters().at("u1_3_2"), 1e-13);
        assertEquals(0.6315391365551306, trained.parameters().at("w2_4_3"), 1e-13);
        assertEquals(0.11125581778997286, trained.parameters().at("b1_2"), 1e-13);
        assertEquals(-0.2636248603999648, trained.parameters().at("b2_1"), 1e-13);
    }
}
