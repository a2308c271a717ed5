package org.chainrule.network;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.junit.jupiter.api.Test;

/** A logarithm of something that is no probability is the most frequent slip of all: it is said in words. */
class LossFitsOutputTest {
    private static Network net(Activation output, Loss loss) {
        return network()
                .inputs(1)
                .layer(2)
                .activation(output)
                .weights(new double[][] {{-1}, {2}})
                .loss(loss);
    }

    @Test
    void probabilitiesAreFine() {
        for (Loss loss : List.of(categoricalCrossEntropy(), sparseCategoricalCrossEntropy(), binaryCrossEntropy())) {
            for (Activation activation : List.of(softmax(), sigmoid())) {
                assertEquals(Optional.empty(), RangeNotes.ofLoss(net(activation, loss)));
            }
            for (Activation activation : List.of(identity(), relu(), tanh())) {
                assertTrue(RangeNotes.ofLoss(net(activation, loss)).isPresent());
            }
        }
        assertEquals(Optional.empty(), RangeNotes.ofLoss(net(identity(), halfSquaredError())));
    }

    @Test
    void nobodyKnowsTheRangeOfAFunctionOfOnesOwn() {
        Activation own =
                activation("own", z -> 1 / (1 + Math.exp(-z)), z -> Math.exp(-z) / Math.pow(1 + Math.exp(-z), 2));
        assertEquals(Optional.empty(), RangeNotes.ofLoss(net(own, binaryCrossEntropy())));
    }

    @Test
    void theResultHasANote() {
        assertEquals(
                List.of(
                        "categorical cross-entropy takes the logarithm of predictions in (0, 1), but the identity of the outputs gives"
                                + " numbers in (−∞, ∞): use softmax() there."),
                net(identity(), categoricalCrossEntropy())
                        .forward(1)
                        .deltas(y(0, 1))
                        .notes());
        assertEquals(
                List.of(
                        "sparse categorical cross-entropy takes the logarithm of predictions in (0, 1), but the ReLU of the outputs"
                                + " gives numbers in [0, ∞): use softmax() there."),
                net(relu(), sparseCategoricalCrossEntropy())
                        .forward(1)
                        .deltas(y(1))
                        .notes());
    }

    @Test
    void aLayerWithoutAnActivationNeedsAnotherBehindIt() {
        String fault =
                "binary cross-entropy takes the logarithm of predictions in (0, 1), but the outputs come from a layer without an"
                        + " activation, ";
        var three = network().inputs(sequence(3, 1));
        assertEquals(
                Optional.of(fault + "LSTM 3×1 → 2: add .layer(2).activation(sigmoid()) behind it."),
                RangeNotes.ofLoss(three.lstm(2).init(he(seed(1))).loss(binaryCrossEntropy())));
        assertEquals(
                Optional.of(fault + "LSTM 3×1 → 3×2: add .layer(2).activation(sigmoid()) behind it."),
                RangeNotes.ofLoss(three.lstm(2).init(he(seed(1))).allSteps().loss(binaryCrossEntropy())));
        assertEquals(
                Optional.of(fault + "maxout 3 → 2, 4 pieces each: add .layer(2).activation(sigmoid()) behind it."),
                RangeNotes.ofLoss(
                        network().inputs(3).maxout(2, 4).init(he(seed(1))).loss(binaryCrossEntropy())));
        assertEquals(
                Optional.of(fault + "dropout 2, rate 0.5: add .layer(2).activation(sigmoid()) behind it."),
                RangeNotes.ofLoss(network()
                        .inputs(3)
                        .layer(2)
                        .activation(sigmoid())
                        .init(he(seed(1)))
                        .dropout(0.5, seed(1))
                        .loss(binaryCrossEntropy())));
    }

    @Test
    void theActivationOfARecurrentLayerCounts() {
        var recurrent = network().inputs(sequence(3, 1)).simpleRnn(2, sigmoid()).init(he(seed(1)));
        assertEquals(Optional.empty(), RangeNotes.ofLoss(recurrent.loss(binaryCrossEntropy())));
    }

    @Test
    void flatteningHandsOnTheRange() {
        assertEquals(
                Optional.empty(),
                RangeNotes.ofLoss(network()
                        .inputs(sequence(3, 1))
                        .layer(2)
                        .activation(sigmoid())
                        .init(he(seed(1)))
                        .flatten()
                        .loss(binaryCrossEntropy())));
    }

    @Test
    void aTrainingThatCannotStartSaysWhy() {
        assertEquals(
                "run() got the loss NaN before the first update, but training needs a finite one to start from: binary"
                        + " cross-entropy takes the logarithm of predictions in (0, 1), but the identity of the outputs gives numbers in"
                        + " (−∞, ∞): use sigmoid() there.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> training(net(identity(), binaryCrossEntropy()))
                                        .sample(x(1), y(1, 0))
                                        .optimizer(sgd(0.1))
                                        .epochs(1)
                                        .run())
                        .getMessage());
    }
}
