package org.chainrule.property;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.binaryCrossEntropy;
import static org.chainrule.Chainrule.categoricalCrossEntropy;
import static org.chainrule.Chainrule.elu;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.huber;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.leakyRelu;
import static org.chainrule.Chainrule.meanAbsoluteError;
import static org.chainrule.Chainrule.meanSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.normal;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.softplus;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.tanh;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Backward is the derivative of forward: every layer, and every loss in every reduction behind every activation. */
class GradientPropertyTest {
    private static final List<Activation> ACTIVATIONS = List.of(
            identity(),
            sigmoid(),
            tanh(),
            relu(),
            leakyRelu(0.1),
            elu(0.7),
            softplus(),
            softmax(),
            activation("swish", Layers::swish, Layers::swishSlope));

    /** Between 0 and 1 as probabilities are, and no loss has a common rule with it. */
    private static final Activation BETWEEN_0_AND_1 =
            activation("arctan", z -> 0.5 + Math.atan(z) / Math.PI, z -> 1 / (Math.PI * (1 + z * z)));

    static Stream<Arguments> layers() {
        return Stream.of(Layers.values()).flatMap(layer -> Sizes.random(8).map(size -> Arguments.of(layer, size)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayer(Layers layer, Sizes size) {
        Network net = layer.of(size);
        double[][] inputs = Samples.inputs(net, size);
        double[][] targets = Samples.targets(net, size);
        Differences.assertTraining(net, inputs, targets);
        Differences.assertInference(net, inputs, targets);
    }

    /** Every combination has a size of its own. */
    static Stream<Arguments> losses() {
        List<Loss> anyNumber = List.of(halfSquaredError(), meanSquaredError(), meanAbsoluteError(), huber(0.3));
        List<Loss> probabilities =
                List.of(binaryCrossEntropy(), categoricalCrossEntropy(), sparseCategoricalCrossEntropy());
        List<Object[]> rules = new ArrayList<>();
        for (Activation hidden : ACTIVATIONS) {
            addRules(rules, anyNumber, hidden, hidden);
            addRules(rules, probabilities, hidden, sigmoid());
            addRules(rules, probabilities, hidden, softmax());
            addRules(rules, probabilities, hidden, BETWEEN_0_AND_1);
        }
        List<Sizes> sizes = Sizes.random(rules.size()).toList();
        return IntStream.range(0, rules.size())
                .mapToObj(i -> Arguments.of(rules.get(i)[0], rules.get(i)[1], rules.get(i)[2], sizes.get(i)));
    }

    private static void addRules(List<Object[]> rules, List<Loss> losses, Activation hidden, Activation output) {
        for (Loss loss : losses) {
            Stream.of(loss.sum(), loss.meanOverSamples(), loss.mean(), loss.scale(0.01))
                    .forEach(reduced -> rules.add(new Object[] {reduced, hidden, output}));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossInEveryReductionBehindEveryActivation(Loss loss, Activation hidden, Activation output, Sizes size) {
        Network net = network()
                .inputs(size.features())
                .layer(size.units())
                .activation(hidden)
                .init(normal(0.8, seed(size.seed())))
                .layer(1 + size.window())
                .activation(output)
                .init(normal(0.8, seed(size.seed() + 1)))
                .loss(loss);
        Differences.assertInference(net, Samples.inputs(net, size), Samples.targets(net, size));
    }
}
