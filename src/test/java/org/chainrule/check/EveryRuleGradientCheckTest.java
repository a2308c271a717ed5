package org.chainrule.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chainrule.Chainrule;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss behind every output activation, in every reduction, on random networks and batches. */
class EveryRuleGradientCheckTest {
    record Case(Loss loss, Activation output) {}

    static Stream<Case> cases() {
        List<Loss> losses = List.of(
                Chainrule.halfSquaredError(),
                Chainrule.meanSquaredError(),
                Chainrule.meanAbsoluteError(),
                Chainrule.huber(),
                Chainrule.binaryCrossEntropy(),
                Chainrule.categoricalCrossEntropy(),
                Chainrule.sparseCategoricalCrossEntropy());
        List<Activation> outputs = List.of(
                Chainrule.sigmoid(), Chainrule.softmax(), Chainrule.identity(), Chainrule.tanh(), Chainrule.softplus());
        List<Case> cases = new ArrayList<>();
        for (Loss loss : losses) {
            for (Activation output : outputs) {
                // a logarithm needs probabilities
                boolean entropy = loss.name().contains("entropy");
                if (!entropy || output.name().equals("sigmoid") || output.name().equals("softmax")) {
                    Stream.of(loss, loss.sum(), loss.meanOverSamples(), loss.mean(), loss.scale(0.01))
                            .forEach(reduced -> cases.add(new Case(reduced, output)));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void analyticEqualsNumeric(Case rule) {
        Random random = new Random(rule.toString().hashCode());
        int samples = 1 + random.nextInt(5);
        int outputs = 2 + random.nextInt(3);
        Network net = Chainrule.network()
                .inputs(3)
                .layer(4)
                .activation(Chainrule.elu())
                .weights(uniform(random, 4, 3, -1, 1))
                .biases(random.doubles(4, -1, 1).toArray())
                .layer(outputs)
                .activation(rule.output())
                .weights(uniform(random, outputs, 4, -1, 1))
                .biases(random.doubles(outputs, -1, 1).toArray())
                .loss(rule.loss());
        GradientCheck check = GradientCheck.of(
                net, uniform(random, samples, 3, -2, 2), targets(random, rule.loss(), samples, outputs));
        assertTrue(check.passes(), () -> rule + " " + check + check.rows());
    }

    private static double[][] targets(Random random, Loss loss, int samples, int outputs) {
        if (loss.targetColumns(outputs) == outputs) {
            return uniform(random, samples, outputs, 0, 1);
        }
        double[][] labels = new double[samples][1];
        for (double[] label : labels) {
            label[0] = random.nextInt(outputs);
        }
        return labels;
    }

    private static double[][] uniform(Random random, int rows, int columns, double from, double to) {
        double[][] values = new double[rows][];
        for (int i = 0; i < rows; i++) {
            values[i] = random.doubles(columns, from, to).toArray();
        }
        return values;
    }
}
