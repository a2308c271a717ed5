package org.chainrule.jupyter;

import static org.chainrule.Chainrule.diagram;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.layerTable;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.tanh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Networks of every kind of layer show themselves, with and without numbers that went through them. */
class EveryLayerShowsItselfTest {
    private static Network images() {
        return network()
                .inputs(image(1, 6, 6))
                .conv2d(2, 3)
                .activation(relu())
                .init(he(seed(1)))
                .batchNorm()
                .maxPool(2)
                .flatten()
                .layer(2)
                .activation(tanh())
                .init(he(seed(2)))
                .loss(halfSquaredError());
    }

    private static Network flat() {
        return network()
                .inputs(3)
                .maxout(4, 2)
                .init(he(seed(3)))
                .batchNorm()
                .dropout(0.5, seed(4))
                .layer(2)
                .activation(tanh())
                .init(he(seed(5)))
                .loss(halfSquaredError());
    }

    private static Network sequences(boolean lstm) {
        var inputs = network().inputs(sequence(3, 2));
        return (lstm ? inputs.lstm(4) : inputs.simpleRnn(4))
                .init(he(seed(6)))
                .layer(2)
                .activation(tanh())
                .init(he(seed(7)))
                .loss(halfSquaredError());
    }

    private static Network everyStep() {
        return network()
                .inputs(sequence(2, 1))
                .simpleRnn(3)
                .init(he(seed(6)))
                .allSteps()
                .layer(1)
                .activation(tanh())
                .init(he(seed(7)))
                .loss(halfSquaredError());
    }

    static Stream<Named<Network>> networks() {
        return Stream.of(
                Named.of("images", images()),
                Named.of("flat", flat()),
                Named.of("simple RNN", sequences(false)),
                Named.of("LSTM", sequences(true)),
                Named.of("every step", everyStep()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyRecordShowsItself(Network net) {
        double[][] samples = new double[2][net.inputs().size()];
        Arrays.fill(samples[0], 0.5);
        var pass = net.trainingForward(1, samples);
        var deltas = pass.deltas(new double[][] {{0, 0.5}, {0.5, 0}});
        var step = deltas.update(sgd(0.1));
        for (Object value : List.of(net, pass, deltas, step, diagram(net), diagram(pass), diagram(deltas))) {
            MimeBundle shown = Renderers.render(value).orElseThrow();
            assertFalse(shown.data().get(MimeBundle.PLAIN).isBlank());
            assertFalse(shown.data().get(MimeBundle.PLAIN).contains("NaN"));
        }
    }

    @Test
    void layersHaveShapesAndParameterCounts() {
        Table layers = layerTable(images());
        assertEquals(
                List.of("conv 2d", "batch norm", "max pool 2d", "flatten", "dense"),
                layers.stringColumn("kind").asList());
        assertEquals(
                List.of("1×6×6", "2×4×4", "2×4×4", "2×2×2", "8"),
                layers.stringColumn("input").asList());
        assertEquals("2", layers.row(4).getString("output"));
        assertEquals(List.of(20, 8, 0, 0, 18), layers.intColumn("parameters").asList());
        assertEquals(4, layers.row(1).getInt("frozen"));
        assertEquals("", layers.row(2).getString("activation"));
    }

    @Test
    void layersWithoutLinesAreNamedInTheirWords() {
        assertTrue(diagram(images()).text().startsWith("Network: 36 inputs, 32 ReLU units, 32 BatchNorm units"));
    }
}
