package org.chainrule.published;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.loss.Loss;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.junit.jupiter.api.Test;

/** The worked examples of textbooks, at the digits that they print, and at those of a double. */
class TextbooksTest {
    private static final double PRINTED = 5.1e-5;
    private static final double EXACT = 1e-14;

    /**
     * M. Negnevitsky, "Artificial Intelligence: A Guide to Intelligent Systems", 3rd edition, section 6.4: exclusive-or, three neurons with
     * a threshold each; a threshold θ is a bias of −θ.
     */
    @Test
    void negnevitskyExclusiveOr() {
        Network net = network()
                .inputs("x1", "x2")
                .layer("n3", "n4")
                .activation(sigmoid())
                .into("n3", w("w13", .5), w("w23", .4))
                .into("n4", w("w14", .9), w("w24", 1.0))
                .bias("n3", b("−θ3", -.8))
                .bias("n4", b("−θ4", .1))
                .layer("n5")
                .activation(sigmoid())
                .into("n5", w("w35", -1.2), w("w45", 1.1))
                .bias("n5", b("−θ5", -.3))
                .loss(halfSquaredError());
        Deltas deltas = net.forward(1, 1).deltas(y(0));
        assertEquals(.5250, deltas.forward().at("n3"), PRINTED);
        assertEquals(.8808, deltas.forward().at("n4"), PRINTED);
        assertEquals(.5097, deltas.forward().at("n5"), PRINTED);
        // the book's gradients are those of the error y_d − y, so that they have the other sign
        assertEquals(-.1274, -deltas.delta("n5"), PRINTED);
        assertEquals(.0381, -deltas.delta("n3"), PRINTED);
        assertEquals(-.0147, -deltas.delta("n4"), PRINTED);
        Update step = deltas.update(sgd(0.1));
        assertAfter(step, "w35 -1.2067 w45 1.0888 −θ5 -.3127 w13 .5038 w23 .4038 −θ3 -.7962", PRINTED);
        assertAfter(step, "w14 .8985 w24 .9985 −θ4 .0985", PRINTED);
        assertAfter(step, "w35 -1.2066873347075837 w14 .8985288179209052 −θ3 -.796188052200324", EXACT);
    }

    /** J. Han, M. Kamber, J. Pei, "Data Mining: Concepts and Techniques", 3rd edition, example 9.1. */
    @Test
    void hanAndKamber() {
        Network net = network()
                .inputs("x1", "x2", "x3")
                .layer("4", "5")
                .activation(sigmoid())
                .into("4", w("w14", .2), w("w24", .4), w("w34", -.5))
                .into("5", w("w15", -.3), w("w25", .1), w("w35", .2))
                .bias("4", b("θ4", -.4))
                .bias("5", b("θ5", .2))
                .layer("6")
                .activation(sigmoid())
                .into("6", w("w46", -.3), w("w56", -.2))
                .bias("6", b("θ6", .1))
                .loss(halfSquaredError());
        Deltas deltas = net.forward(1, 0, 1).deltas(y(1));
        assertEquals(-.7, deltas.forward().preActivation("4"), EXACT);
        assertEquals(.1, deltas.forward().preActivation("5"), EXACT);
        assertEquals(-.105, deltas.forward().preActivation("6"), 5.1e-4);
        assertEquals(.332, deltas.forward().at("4"), 5.1e-4);
        assertEquals(.525, deltas.forward().at("5"), 5.1e-4);
        assertEquals(.474, deltas.forward().at("6"), 5.1e-4);
        // the book's errors have the sign of T − O, and come from rounded outputs
        assertEquals(.1311, -deltas.delta("6"), 1e-4);
        assertEquals(-.0065, -deltas.delta("5"), PRINTED);
        assertEquals(-.0087, -deltas.delta("4"), PRINTED);
        Update step = deltas.update(sgd(0.9));
        assertAfter(step, "w46 -.261 w56 -.138 w14 .192 w15 -.306 w24 .4 w25 .1 w34 -.508 w35 .194", 5.1e-4);
        assertAfter(step, "θ6 .218 θ5 .194 θ4 -.408", 5.1e-4);
    }

    private static void assertAfter(Update step, String namesAndValues, double tolerance) {
        String[] words = namesAndValues.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            assertEquals(Double.parseDouble(words[i + 1]), step.newValue(words[i]), tolerance, words[i]);
        }
    }

    /** I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", section 6.1, https://www.deeplearningbook.org/contents/mlp.html */
    @Test
    void goodfellowLearnsExclusiveOrWithTwoRectifiedUnits() {
        Network net = network()
                .inputs(2)
                .layer(2)
                .activation(relu())
                .weights(new double[][] {{1, 1}, {1, 1}})
                .biases(0, -1)
                .layer(1)
                .activation(identity())
                .weights(new double[] {1, -2})
                .biases(0)
                .loss(halfSquaredError());
        var pass = net.forward(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertArrayEquals(
                new double[] {0, 0, 1, 0, 1, 0, 2, 1}, pass.outputs().get(0).toRowMajor());
        assertArrayEquals(new double[] {0, 1, 1, 0}, pass.prediction().toRowMajor());
    }

    /**
     * M. Nielsen, "Neural Networks and Deep Learning", chapter 3, http://neuralnetworksanddeeplearning.com/chap3.html : one neuron learns to
     * answer 1 with 0, 300 epochs. Where it starts near the right answer it learns at once, where it saturates it hardly does.
     */
    @Test
    void nielsenLearningSlowsDown() {
        Network near = afterThreeHundred(.6, .9, halfSquaredError(), .15);
        assertEquals(.09, near.forward(1).at("a"), 5.1e-3);
        assertEquals(-1.28, near.parameters().at("w"), 5.1e-3);
        assertEquals(-.98, near.parameters().at("b"), 5.1e-3);
        Network saturated = afterThreeHundred(2, 2, halfSquaredError(), .15);
        assertEquals(.20, saturated.forward(1).at("a"), 5.1e-3);
        assertEquals(.2028484242677765, saturated.forward(1).at("a"), EXACT);
        // cross-entropy takes the slope of the sigmoid out of δ
        Network free = afterThreeHundred(2, 2, binaryCrossEntropy(), .005);
        assertEquals(.6316308033647894, free.parameters().at("w"), EXACT);
    }

    private static Network afterThreeHundred(double weight, double bias, Loss loss, double rate) {
        Network net = network()
                .inputs("x")
                .layer("a")
                .activation(sigmoid())
                .into("a", w("w", weight))
                .bias("a", b("b", bias))
                .loss(loss);
        assertEquals(weight == 2 ? .98 : .82, net.forward(1).at("a"), 5.1e-3);
        return training(net)
                .sample(x(1), y(0))
                .optimizer(sgd(rate))
                .epochs(300)
                .run()
                .network();
    }
}
