package org.chainrule.explain;

import static org.chainrule.Chainrule.chain;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.jupyter.Renderers;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** Dense layers are explained beside layers that are not. */
class MixedLayersTest {
    private final Network net = network()
            .inputs("x1", "x2")
            .layer("h1", "h2")
            .activation(tanh())
            .weights(new double[][] {{0.1, 0.2}, {0.3, 0.4}})
            .biases(0.5, 0.6)
            .batchNorm()
            .layer("o")
            .activation(identity())
            .weights(new double[] {0.7, 0.8})
            .biases(0.9)
            .loss(halfSquaredError());
    private final Deltas deltas = net.forward(1, 2).deltas(y(3));

    @Test
    void aGradientStopsAtTheDeltaAndSaysHowThatCameThroughAnotherLayer() {
        Explanation explanation = explain(deltas, "w1_1_2");
        List<String> lines = explanation.equations().stream()
                .map(equation -> equation.symbols(new TextWriter()))
                .toList();
        assertEquals(
                List.of(
                        "∂Cf/∂w1_1_2 = δ_h1·x2",
                        "δ_h1 = ∂Cf/∂h1i = ∂Cf/∂h1o·(1 − h1o²)",
                        "∂Cf/∂h1o = γ2_1/√(σ2_1² + ε)·δ_h2_1"),
                lines);
        explanation
                .equations()
                .forEach(equation ->
                        assertEquals(equation.result(), equation.right().value(), 1e-15));
    }

    @Test
    void aChainLeadsThroughDenseLayersOnly() {
        for (String name : List.of("w1_1_2", "gamma2_1")) {
            assertEquals(
                    "chain(deltas, \"" + name + "\") leads through dense layers only, but layer 2 is "
                            + net.layers().get(1) + ": use explain(deltas, \"" + name
                            + "\"), which stops at the deltas.",
                    assertThrows(IllegalArgumentException.class, () -> chain(deltas, name))
                            .getMessage());
        }
    }

    @Test
    void everyRecordStillShowsItself() {
        for (Object shown : List.of(net, deltas.forward(), deltas, deltas.update(sgd(0.5)))) {
            assertTrue(Renderers.render(shown).isPresent());
        }
    }
}
