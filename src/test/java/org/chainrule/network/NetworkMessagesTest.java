package org.chainrule.network;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.leakyRelu;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.chainrule.Examples;
import org.chainrule.activation.Activation;
import org.chainrule.optimizer.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every error is one line: what was called, what it got, what it needs, with names. */
class NetworkMessagesTest {
    private final Network net = Examples.worked();

    @Test
    void wrongNumberOfInputs() {
        assertMessage("forward() got 1 value, but the network has 2 inputs [x1, x2].", () -> net.forward(1));
        assertMessage("forward() got 3 values, but the network has 2 inputs [x1, x2].", () -> net.forward(1, 2, 3));
        assertMessage(
                "forward() got no samples, but it needs at least one row of 2 inputs [x1, x2].",
                () -> net.forward(new double[0][]));
    }

    @Test
    void valuesThatAreNotFinite() {
        assertMessage("forward() got NaN for x2, but it needs finite values.", () -> net.forward(1, Double.NaN));
        assertMessage(
                "deltas() got Infinity for ON, but it needs finite values.",
                () -> net.forward(1, 2).deltas(y(Double.POSITIVE_INFINITY)));
        assertMessage(
                "network() got NaN for the parameter w1, but parameters need finite values.",
                () -> hidden().into("HN1", w("w1", Double.NaN)).loss(halfSquaredError()));
        assertMessage(
                "network() got Infinity for the parameter w5, but parameters need finite values.",
                () -> net.with("w5", Double.POSITIVE_INFINITY));
    }

    @Test
    void calculationsThatComeToNoNumber() {
        assertMessage(
                "forward() came to NaN at h1_1 in layer 1 for sample 1: its activation root has no value for -4.0.",
                () -> single(activation("root", Math::sqrt, z -> 0.5 / Math.sqrt(z)))
                        .forward(new double[][] {{4}, {-4}}));
        assertMessage(
                "forward() came to NaN at h2_1 in layer 2: smaller inputs or weights help.",
                () -> network()
                        .inputs(1)
                        .layer(2)
                        .activation(identity())
                        .weights(new double[][] {{1e200}, {1e200}})
                        .layer(1)
                        .activation(identity())
                        .weights(new double[][] {{1, -1}})
                        .loss(halfSquaredError())
                        .forward(1e200));
        String logarithm =
                " came to a loss that is NaN: binary cross-entropy takes the logarithm of predictions in (0, 1),"
                        + " but the identity of the outputs gives numbers in (−∞, ∞): use sigmoid() there.";
        Forward outside = single(identity()).forward(2);
        assertMessage("loss()" + logarithm, () -> outside.loss(y(0)));
        assertMessage("deltas()" + logarithm, () -> outside.deltas(y(0)));
        assertMessage(
                "update() came to -Infinity for the parameter w1_1_1; a smaller learning rate helps, or smaller inputs and"
                        + " targets.",
                () -> squared().forward(1e160).deltas(y(0)).update(sgd(0.1)));
        assertMessage(
                "with() got 1 value, but the network has 2 parameters.",
                () -> squared().with(new double[] {1}));
    }

    private static Network single(Activation activation) {
        return network()
                .inputs(1)
                .layer(1)
                .activation(activation)
                .weights(new double[][] {{1}})
                .loss(binaryCrossEntropy());
    }

    private static Network squared() {
        return network()
                .inputs(1)
                .layer(1)
                .activation(identity())
                .weights(new double[][] {{1}})
                .biases(0)
                .loss(halfSquaredError());
    }

    /** Of z = (1, ∞) softmax makes NaN for both units. */
    @Test
    void theUnitThatSoftmaxFailsAt() {
        Network net = network()
                .inputs(1)
                .layer(2)
                .activation(softmax())
                .weights(new double[][] {{1e-200}, {1e200}})
                .withoutBias()
                .loss(categoricalCrossEntropy());
        assertMessage(
                "forward() came to NaN at h1_2 in layer 1: its activation softmax has no value for Infinity.",
                () -> net.forward(1e200));
    }

    @Test
    void networksThatAreTooLarge() {
        assertMessage(
                "the weights of layer 1 of 100000×100000 would have more than 2147483647 values, but that is the most there can"
                        + " be.",
                () -> network()
                        .inputs(100_000)
                        .layer(100_000)
                        .activation(relu())
                        .init(he(seed(1)))
                        .loss(halfSquaredError()));
        assertMessage(
                "an image of 100000×100000×100000 would have more than 2147483647 values, but that is the most there can be.",
                () -> image(100_000, 100_000, 100_000));
        assertMessage(
                "an image of 1×2000001×2000001 would have more than 2147483647 values, but that is the most there can be.",
                () -> network()
                        .inputs(image(1, 3, 3))
                        .conv2d(1, 3)
                        .padding(1_000_000)
                        .activation(relu())
                        .init(he(seed(1)))
                        .flatten());
        assertMessage(
                "a sequence of 2000000000×2 would have more than 2147483647 values, but that is the most there can be.",
                () -> sequence(2_000_000_000, 2));
    }

    @Test
    void nothingWhereSomethingIsNeeded() {
        Deltas deltas = net.forward(1, 2).deltas(y(3));
        assertMessage("update() got null, but it needs an optimizer such as sgd(0.5).", () -> deltas.update(null));
        assertMessage("w() got null, but it needs a name such as \"w1\".", () -> w(null, 1));
        assertMessage("b() got null, but it needs a name such as \"b1\".", () -> b(null, 1));
        assertMessage(
                "at(8) is none of the parameters, which are 0 to 7.",
                () -> net.parameters().at(8));
        assertMessage("training() got null, but it needs a network: training(net).", () -> training(null));
    }

    @Test
    void anUnfinishedNetworkSaysWhatComesNext() {
        assertEquals(
                "A network without inputs, not finished yet: .inputs(\"x1\", \"x2\") comes next.",
                network().toString());
        InputsStep inputs = network().inputs("a");
        assertEquals("A network of the inputs [a], not finished yet: .layer(…) comes next.", inputs.toString());
        assertEquals(
                "A network up to the layer [o], not finished yet: .activation(…) comes next.",
                inputs.layer("o").toString());
        assertEquals(
                "A network of 1 layer, not finished yet: .layer(…) or .loss(…) comes next.",
                inputs.layer("o").activation(sigmoid()).into("o", w("w", 1)).toString());
    }

    @Test
    void aTrainingThatCannotStart() {
        Network line = Examples.worked("A", identity(), identity(), halfSquaredError(), Examples.Biases.SHARED);
        assertMessage(
                "run() got the loss Infinity before the first update, but training needs a finite one to start from:"
                        + " take smaller inputs, targets or weights.",
                () -> training(line)
                        .sample(x(1e200, 1e200), y(3))
                        .optimizer(sgd(0.5))
                        .epochs(1)
                        .run());
        assertEquals(
                "Training of 0 samples, 0 epochs, no optimizer yet",
                training(line).toString());
    }

    @Test
    void aStepWithoutLengthIsNoted() {
        Deltas deltas = net.forward(1, 2).deltas(y(0.5));
        assertEquals(List.of(), deltas.update(sgd(0.5)).notes());
        assertEquals(List.of(Optimizer.STANDSTILL), deltas.update(sgd(1 / 2)).notes());
        assertEquals(
                List.of(Optimizer.STANDSTILL),
                training(net)
                        .sample(x(1, 2), y(0.5))
                        .optimizer(sgd(1 / 2))
                        .epochs(2)
                        .run()
                        .notes());
    }

    @Test
    void wrongNumberOfTargets() {
        assertMessage(
                "deltas() got 2 target values, but the network has 1 output [ON].",
                () -> net.forward(1, 2).deltas(y(3, 4)));
        assertMessage(
                "deltas() got 2 targets for 1 sample; it needs one target for each.",
                () -> net.forward(1, 2).deltas(new double[][] {{3}, {4}}));
    }

    @Test
    void targetsThatTheLossCannotTake() {
        assertMessage(
                "deltas() got the target 3.0, but binary cross-entropy needs targets from 0 to 1.",
                () -> Examples.worked("A", sigmoid(), sigmoid(), binaryCrossEntropy(), Examples.Biases.SHARED)
                        .forward(1, 2)
                        .deltas(y(3)));
        Network classes = network()
                .inputs(1)
                .layer("cat", "dog")
                .activation(softmax())
                .weights(new double[][] {{1}, {2}})
                .loss(sparseCategoricalCrossEntropy());
        assertMessage(
                "loss() got the target 2.0, but sparse categorical cross-entropy needs labels from 0 to 1.",
                () -> classes.forward(1).loss(y(2)));
        assertMessage(
                "loss() got 2 target values, but the network has 1 target [label].",
                () -> classes.forward(1).loss(y(1, 0)));
    }

    @Test
    void unknownNames() {
        assertMessage(
                "There is no unit named HN3; the units are [x1, x2] [HN1, HN2] [ON].",
                () -> net.forward(1, 2).at("HN3"));
        assertMessage(
                "There is no parameter named w9; the parameters are [w1, w2, w3, w4, b1, w5, w6, b2].",
                () -> net.parameters().at("w9"));
        assertMessage(
                "delta() got the input x1, which computes nothing; the units are [HN1, HN2] [ON].",
                () -> net.forward(1, 2).deltas(y(3)).delta("x1"));
        assertMessage(
                "into() got the unit HN9, but this layer has the units [HN1].", () -> hidden().into("HN9", w("w1", 1)));
    }

    @Test
    void namesThatComeTwice() {
        assertMessage(
                "network() got the name w1 twice, the second time for a parameter; inputs, units and parameters need"
                        + " different names.",
                () -> hidden().into("HN1", w("w1", 1)).bias("HN1", b("w1", 2)).loss(halfSquaredError()));
        assertMessage(
                "network() got the name x1 twice, the second time for a unit; inputs, units and parameters need"
                        + " different names.",
                () -> network()
                        .inputs("x1")
                        .layer("x1")
                        .activation(relu())
                        .weights(new double[][] {{1}})
                        .loss(halfSquaredError()));
        assertMessage(
                "into(\"HN1\") came twice; give all weights of HN1 in one call.",
                () -> hidden().into("HN1", w("w1", 1)).into("HN1", w("w2", 1)));
    }

    @Test
    void wrongNumberOfWeights() {
        assertMessage(
                "into(\"HN1\") got 2 weights, but HN1 reads 1 value [x1].",
                () -> hidden().into("HN1", w("w1", 1), w("w2", 2)));
        assertMessage(
                "weights() got 2 rows, but the layer has 1 unit [HN1].",
                () -> hidden().weights(new double[] {1}, new double[] {2}));
        assertMessage("biases() got 2 values, but the layer has 1 unit [HN1].", () -> hidden().biases(1, 2));
    }

    @Test
    void missingParts() {
        assertMessage(
                "loss() came, but the unit HN1 has no weights yet: it reads 1 value [x1]; add .into(\"HN1\", …), .weights(…)"
                        + " or .init(…) to its layer.",
                () -> hidden().loss(halfSquaredError()));
        assertMessage(
                "activation() got null for the layer [HN1], but it needs one such as sigmoid() or identity().",
                () -> network().inputs("x1").layer("HN1").activation(null));
        assertMessage("loss() got null, but it needs one such as halfSquaredError().", () -> hidden().loss(null));
        assertMessage(
                "inputs() got no names, but a network needs at least one input.",
                () -> network().inputs());
        assertMessage(
                "layer() got 0, but a network needs at least 1 unit there.",
                () -> network().inputs(1).layer(0));
    }

    @Test
    void batchesNeedASampleNumber() {
        Forward batch = net.forward(new double[][] {{1, 2}, {3, 4}});
        assertMessage(
                "at(\"HN1\") needs a sample number, because this pass has 2 samples: use at(\"HN1\", 0) to at(\"HN1\","
                        + " 1).",
                () -> batch.at("HN1"));
        assertMessage("at() got sample 2, but this pass has the samples 0 to 1.", () -> batch.at("HN1", 2));
    }

    @Test
    void trainingThatIsNotComplete() {
        assertMessage(
                "run() got no samples, but training needs samples: add .sample(x(1, 2), y(3)) before .run().",
                () -> training(net).run());
        assertMessage(
                "run() got no optimizer, but training needs an optimizer: add .optimizer(sgd(0.5)) before .run().",
                () -> training(net).sample(x(1, 2), y(3)).run());
        assertMessage(
                "run() got no epochs, but training needs epochs: add .epochs(1000) before .run().",
                () -> training(net).sample(x(1, 2), y(3)).optimizer(sgd(1)).run());
        assertMessage(
                "epochs() got -1, but it needs a count of at least 0.",
                () -> training(net).epochs(-1));
        assertMessage(
                "sample() got 1 value, but the network has 2 inputs [x1, x2].",
                () -> training(net).sample(x(1), y(3)));
        assertMessage(
                "sample() got 2 target values, but the network has 1 output [ON].",
                () -> training(net).sample(x(1, 2), y(3, 4)));
        assertMessage(
                "samples() got 2 targets for 1 sample; it needs one target for each.",
                () -> training(net).samples(new double[][] {{1, 2}}, new double[][] {{3}, {4}}));
        assertMessage(
                "validation() got NaN for x2, but it needs finite values.",
                () -> training(net).validation(new double[][] {{1, Double.NaN}}, new double[][] {{3}}));
    }

    @Test
    void historyThatWasNotRecorded() {
        var history = training(net)
                .sample(x(1, 2), y(3))
                .optimizer(sgd(1))
                .epochs(2)
                .run()
                .history();
        assertMessage(
                "The history kept no parameters; ask for them with .record(parameters()) before .run().",
                () -> history.parameter("w1", 0));
        assertMessage(
                "The history kept no intermediates; ask for them with .record(intermediates()) before .run().",
                () -> history.intermediates(0));
        assertMessage(
                "loss() got epoch 3, but the history has the epochs 0 to 2 (0 is before the first update).",
                () -> history.loss(3));
    }

    @Test
    void settingsOutOfRange() {
        assertMessage(
                "sgd() got learning rate -0.5, but it needs a finite number that is not negative; a negative one would"
                        + " climb.",
                () -> sgd(-0.5));
        assertMessage(
                "sgd() got learning rate NaN, but it needs a finite number that is not negative; a negative one would"
                        + " climb.",
                () -> sgd(Double.NaN));
        assertMessage(
                "leakyRelu() got slope 1.0, but it needs a number from 0 up to, not including, 1.", () -> leakyRelu(1));
        assertMessage(
                "scale() got 0.0, but a loss needs a positive, finite factor such as 1.0 / 100.",
                () -> halfSquaredError().scale(0));
    }

    @Test
    void anIdentityOutputNeedsNoNote() {
        Network reachable = Examples.worked("A", sigmoid(), identity(), halfSquaredError(), Examples.Biases.SHARED);
        assertEquals(java.util.List.of(), reachable.forward(1, 2).deltas(y(3)).notes());
        assertEquals(
                java.util.List.of(
                        "target 3.0 lies outside (0, 1), the range of the sigmoid of ON: the loss cannot go below 2.0."),
                net.forward(1, 2).deltas(y(3)).notes());
        assertEquals(java.util.List.of(), net.forward(1, 2).deltas(y(0.5)).notes());
    }

    private static WeightsStep hidden() {
        return network().inputs("x1").layer("HN1").activation(sigmoid());
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
