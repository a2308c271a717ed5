package org.chainrule.explain;

import static org.chainrule.Chainrule.activation;
import static org.chainrule.Chainrule.b;
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
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.softplus;
import static org.chainrule.Chainrule.sparseCategoricalCrossEntropy;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.w;

import java.util.stream.Stream;
import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;

/** Networks of many kinds after a backward pass, for tests that hold for all of them. */
final class Examples {
    private static final double[][] ONE = {{1, 2}};
    private static final double[][] THREE = {{1, 2}, {0, -1}, {0.5, 0.25}};

    private Examples() {}

    /** The worked example of the slides as its formulas are printed: HN1i = w1·x1 + w3·x2 + b1. */
    static Network worked() {
        return worked(sigmoid(), sigmoid(), halfSquaredError());
    }

    static Network worked(Activation hidden, Activation output, Loss loss) {
        return network()
                .inputs("x1", "x2")
                .layer("HN1", "HN2")
                .activation(hidden)
                .into("HN1", w("w1", 0.1), w("w3", 0.1))
                .into("HN2", w("w2", 0.2), w("w4", 0.2))
                .sharedBias("b1", 1.0)
                .layer("ON")
                .activation(output)
                .into("ON", w("w5", 0.3), w("w6", 0.4))
                .sharedBias("b2", 0.5)
                .loss(loss);
    }

    /** The other reading of the slides, with a bias per hidden unit, one of them frozen. */
    static Network readingBWithOwnBiases() {
        return network()
                .inputs("x1", "x2")
                .layer("HN1", "HN2")
                .activation(sigmoid())
                .into("HN1", w("w1", 0.1), w("w2", 0.2))
                .into("HN2", w("w3", 0.1), w("w4", 0.2))
                .bias("HN1", b("b11", 1.0))
                .bias("HN2", b("b12", 1.0).frozen())
                .layer("ON")
                .activation(sigmoid())
                .into("ON", w("w5", 0.3), w("w6", 0.4))
                .sharedBias("b2", 0.5)
                .loss(halfSquaredError());
    }

    /** Matt Mazur's 2-2-2 example, https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/. */
    static Network mazur() {
        return network()
                .inputs("i1", "i2")
                .layer("h1", "h2")
                .activation(sigmoid())
                .into("h1", w("w1", 0.15), w("w2", 0.2))
                .into("h2", w("w3", 0.25), w("w4", 0.3))
                .sharedBias(b("b1", 0.35).frozen())
                .layer("o1", "o2")
                .activation(sigmoid())
                .into("o1", w("w5", 0.4), w("w6", 0.45))
                .into("o2", w("w7", 0.5), w("w8", 0.55))
                .sharedBias(b("b2", 0.6).frozen())
                .loss(halfSquaredError());
    }

    /** Three layers with generated names; 16 paths lead back to a unit of the first one. */
    static Network deep() {
        return network()
                .inputs(2)
                .layer(3)
                .activation(tanh())
                .weights(new double[][] {{0.5, -0.3}, {0.2, 0.8}, {-0.6, 0.1}})
                .biases(0.1, -0.2, 0.3)
                .layer(4)
                .activation(leakyRelu(0.1))
                .weights(new double[][] {{0.4, 0.7, -0.2}, {-0.5, 0.6, 0.9}, {0.3, -0.8, 0.2}, {0.1, 0.2, 0.3}})
                .biases(0.4, 0.3, 0.2, 0.1)
                .layer(4)
                .activation(identity())
                .weights(new double[][] {{1, 2, 3, 4}, {-1, 0.5, 0.3, 2}, {0.7, 0.6, -0.5, 0.4}, {0.2, 0.1, -0.1, -2}})
                .biases(0, 0.1, 0.2, 0.3)
                .loss(meanSquaredError());
    }

    /** A layer that has no bias. */
    static Network withoutBias() {
        return network()
                .inputs("x1", "x2")
                .layer("h")
                .activation(tanh())
                .into("h", w("w1", 0.7), w("w2", -0.4))
                .layer("o")
                .activation(identity())
                .into("o", w("w3", -1.5))
                .loss(halfSquaredError().sum());
    }

    /** Three classes a, b, c behind two hidden units. */
    static Network classes(Activation hidden, Activation output, Loss loss) {
        return network()
                .inputs("x1", "x2")
                .layer("h1", "h2")
                .activation(hidden)
                .into("h1", w("w1", 0.3), w("w2", -0.2))
                .into("h2", w("w3", 0.5), w("w4", 0.1))
                .sharedBias("b1", 0.2)
                .layer("a", "b", "c")
                .activation(output)
                .into("a", w("w5", 0.3), w("w6", -0.4))
                .into("b", w("w7", 0.7), w("w8", 0.6))
                .into("c", w("w9", -0.5), w("w10", 0.2))
                .sharedBias("b2", 0.1)
                .loss(loss);
    }

    /** The classes with every activation and loss that the worked example does not use. */
    static Stream<Deltas> classifications() {
        double[][] oneHot = {{0, 1, 0}};
        return Stream.of(
                deltas(classes(tanh(), softmax(), categoricalCrossEntropy()), ONE, oneHot),
                deltas(classes(tanh(), softmax(), categoricalCrossEntropy()), ONE, new double[][] {{0.5, 0.5, 1}}),
                deltas(classes(elu(0.7), softmax(), sparseCategoricalCrossEntropy()), ONE, new double[][] {{2}}),
                deltas(classes(elu(), softmax(), sparseCategoricalCrossEntropy()), THREE, new double[][] {{2}, {0}, {1}
                }),
                deltas(classes(softmax(), softmax(), meanSquaredError()), ONE, oneHot),
                deltas(classes(softplus(), sigmoid(), binaryCrossEntropy()), ONE, new double[][] {{0.2, 1, 0}}),
                deltas(classes(softplus(), softmax(), huber(0.3)), ONE, oneHot),
                deltas(classes(swish(), identity(), meanAbsoluteError().scale(0.3)), THREE, new double[][] {
                    {1, 2, 3}, {-1, -2, -3}, {0, 5, 0}
                }));
    }

    private static Activation swish() {
        return activation(
                "swish",
                z -> z / (1 + Math.exp(-z)),
                z -> (1 + Math.exp(-z) * (1 + z)) / Math.pow(1 + Math.exp(-z), 2));
    }

    /** The worked example after its backward pass. */
    static Deltas workedDeltas() {
        return deltas(worked(), ONE, new double[][] {{3}});
    }

    static Deltas mazurDeltas() {
        return deltas(mazur(), new double[][] {{0.05, 0.1}}, new double[][] {{0.01, 0.99}});
    }

    static Deltas batch() {
        return deltas(worked(), THREE, new double[][] {{3}, {0}, {1}});
    }

    static Deltas largeBatch() {
        double[][] inputs = new double[12][];
        double[][] targets = new double[12][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new double[] {i * 0.1, 1 - i * 0.1};
            targets[i] = new double[] {i % 2};
        }
        return deltas(worked(), inputs, targets);
    }

    /** All of them. */
    static Stream<Deltas> all() {
        return Stream.concat(regressions(), classifications());
    }

    static Stream<Deltas> ofOneSample() {
        return all().filter(deltas -> deltas.forward().samples() == 1);
    }

    private static Stream<Deltas> regressions() {
        double[][] y = {{3}};
        return Stream.of(
                workedDeltas(),
                deltas(readingBWithOwnBiases(), ONE, y),
                mazurDeltas(),
                deltas(worked(sigmoid(), identity(), halfSquaredError()), ONE, y),
                deltas(worked(relu(), identity(), halfSquaredError()), ONE, y),
                deltas(worked(relu(), identity(), halfSquaredError()), new double[][] {{1, -20}}, y),
                deltas(worked(tanh(), leakyRelu(), halfSquaredError().scale(1.0 / 100)), ONE, y),
                deltas(deep(), ONE, new double[][] {{1, 2, 3, 4}}),
                deltas(deep(), THREE, new double[][] {{1, 2, 3, 4}, {0, 0, 0, 0}, {-1, 1, -1, 1}}),
                deltas(withoutBias(), THREE, new double[][] {{1}, {-1}, {0.5}}),
                batch(),
                largeBatch());
    }

    private static Deltas deltas(Network network, double[][] inputs, double[][] targets) {
        return network.forward(inputs).deltas(targets);
    }
}
