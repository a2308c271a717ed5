package org.chainrule.network;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.constant;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.xavier;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.initializer.Fans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Weights that an initializer draws: their names, values and places. */
class InitTest {
    @Test
    void aLayerMayHaveNoBias() {
        var described = network().inputs(3).layer(2).activation(relu()).init(he(seed(1)));
        Network with = described.loss(halfSquaredError());
        Network without = described.withoutBias().loss(halfSquaredError());
        assertEquals(8, with.parameters().size());
        assertEquals(6, without.parameters().size());
        assertEquals(with.parameters().at("w1_2_3"), without.parameters().at("w1_2_3"));
        assertEquals(
                with.forward(1, 2, 3).prediction(), without.forward(1, 2, 3).prediction());
        assertEquals(
                "withoutBias() came for the layer [h1_1, h1_2], but it has been given a bias; leave out one of both.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> described.biases(1, 2).withoutBias())
                        .getMessage());
    }

    private static Network small() {
        return network()
                .inputs(3)
                .layer(2)
                .activation(relu())
                .init(he(seed(1)))
                .layer(2)
                .activation(identity())
                .init(he(seed(1)))
                .loss(halfSquaredError());
    }

    @Test
    void weightsAndBiasesCarryGeneratedNames() {
        assertEquals(
                List.of(
                        "w1_1_1", "w1_1_2", "w1_1_3", "w1_2_1", "w1_2_2", "w1_2_3", "b1_1", "b1_2", "w2_1_1", "w2_1_2",
                        "w2_2_1", "w2_2_2", "b2_1", "b2_2"),
                small().parameters().names().toList());
        assertEquals(0, small().parameters().at("b2_1"));
        double[] drawn = he(seed(1)).draw(6, new Fans(3, 2), 1);
        assertEquals(drawn[4], small().parameters().at("w1_2_2"));
    }

    @Test
    void theSameDescriptionGivesTheSameWeightsAndNoTwoLayersShareThem() {
        double[] first = small().parameters().toArray();
        assertArrayEquals(first, small().parameters().toArray());
        long different = Arrays.stream(first).filter(v -> v != 0).distinct().count();
        assertEquals(10, different);
    }

    @Test
    void chosenWeightsAndBiasesStayAsTheyAre() {
        Network net = network()
                .inputs("x1", "x2")
                .layer("A", "B")
                .activation(sigmoid())
                .into("B", w("p", 5), w("q", 6).frozen())
                .bias("A", b("bA", 7))
                .init(xavier(seed(3)))
                .layer("O")
                .activation(identity())
                .init(constant(2))
                .sharedBias("bO", 1)
                .loss(halfSquaredError());
        assertEquals(
                List.of("p", "q", "w1_1_1", "w1_1_2", "b1_2", "bA", "w2_1_1", "w2_1_2", "bO"),
                net.parameters().names().toList());
        assertEquals(7, net.parameters().at("bA"));
        assertEquals(6, net.parameters().at("q"));
        assertTrue(net.parameters().layout().isFrozen(net.parameters().indexOf("q")));
        assertEquals(
                xavier(seed(3)).draw(4, new Fans(2, 2), 1)[1], net.parameters().at("w1_1_2"));
    }

    @Test
    void aNameChosenLikeAGeneratedOneIsRefused() {
        assertMessage(
                "network() got the name w2_1_1 twice, the second time for a parameter; inputs, units and parameters need"
                        + " different names.",
                () -> network()
                        .inputs("w2_1_1")
                        .layer(1)
                        .activation(tanh())
                        .init(he(seed(1)))
                        .layer(1)
                        .activation(tanh())
                        .init(he(seed(1)))
                        .loss(halfSquaredError()));
        assertMessage(
                "network() got the name b1_1 twice, the second time for a parameter; inputs, units and parameters need"
                        + " different names.",
                () -> network()
                        .inputs(1)
                        .layer(1)
                        .activation(tanh())
                        .init(he(seed(1)))
                        .layer("O")
                        .activation(tanh())
                        .into("O", w("b1_1", 1))
                        .loss(halfSquaredError()));
        assertMessage(
                "init() got null for the layer [h1_1], but it needs one such as he(seed(1)).",
                () -> network().inputs(1).layer(1).activation(tanh()).init(null));
    }

    @Test
    void aLargeNetworkFindsItsNames() {
        Network net = network()
                .inputs(784)
                .layer(1024)
                .activation(relu())
                .init(he(seed(1)))
                .layer(1024)
                .activation(relu())
                .init(he(seed(1)))
                .layer(10)
                .activation(identity())
                .init(he(seed(1)))
                .loss(halfSquaredError());
        assertEquals(
                784 * 1024 + 1024 + 1024 * 1024 + 1024 + 1024 * 10 + 10,
                net.parameters().size());
        int last = 784 * 1024 + 1024 + 1024 * 1024 - 1;
        assertEquals(last, net.parameters().indexOf("w2_1024_1024"));
        assertEquals("w2_1024_1024", net.parameters().layout().name(last));
        assertTrue(net.toString().endsWith("half squared error, 1863690 parameters"), net.toString());
    }

    /**
     * The requirement Var(z of the next layer) = Var(z), slides "Training of neural networks: basics": He's weights carry
     * the signal through eight ReLU layers, a tenth of them loses ten powers of ten on the way.
     */
    @Test
    void heCarriesTheSignalThroughDepth() {
        assertEquals(1, meanSquareBehindDepth(1), 0.5);
        assertTrue(meanSquareBehindDepth(0.1) < 1e-14);
    }

    private static double meanSquareBehindDepth(double factor) {
        int width = 128;
        InputsStep start = network().inputs(width);
        WeightsStep net = start.layer(width).activation(relu()).init(he(seed(5)));
        for (int layer = 2; layer <= 8; layer++) {
            net = net.layer(width).activation(relu()).init(he(seed(5)));
        }
        Network deep = net.loss(halfSquaredError());
        deep = deep.with(DoubleStream.of(deep.parameters().toArray())
                .map(w -> w * factor)
                .toArray());
        var random = seed(6).stream();
        double[][] inputs = IntStream.range(0, 64)
                .mapToObj(s ->
                        DoubleStream.generate(random::nextNormal).limit(width).toArray())
                .toArray(double[][]::new);
        var last = deep.forward(inputs).preActivations().get(7);
        return DoubleStream.of(last.toRowMajor()).map(z -> z * z).average().orElseThrow() / 2;
    }

    /** Equal weights stay equal, and their units learn as one; drawn ones part. */
    @Test
    void unitsThatStartEqualStayEqual() {
        Network equal = trained(network().inputs(2).layer(2).activation(tanh()).init(constant(0.3)));
        assertEquals(equal.parameters().at("w1_1_1"), equal.parameters().at("w1_2_1"));
        assertNotEquals(0.3, equal.parameters().at("w1_1_1"));
        Network drawn = trained(network().inputs(2).layer(2).activation(tanh()).init(xavier(seed(1))));
        assertNotEquals(drawn.parameters().at("w1_1_1"), drawn.parameters().at("w1_2_1"));
    }

    private static Network trained(WeightsStep hidden) {
        Network net = hidden.layer(1).activation(identity()).init(constant(0.5)).loss(halfSquaredError());
        return training(net)
                .sample(x(1, 2), y(3))
                .sample(x(-1, 1), y(-1))
                .optimizer(sgd(0.1))
                .epochs(20)
                .run()
                .network();
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
