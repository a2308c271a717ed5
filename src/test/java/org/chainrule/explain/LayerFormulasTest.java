package org.chainrule.explain;

import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.image;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sequence;
import static org.chainrule.Chainrule.xavier;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

/** The formulas of layers that are not dense, as they are read; {@code ExplanationPropertyTest} holds their numbers. */
class LayerFormulasTest {
    /** The 3×3 image and 2×2 filter of the slides "Deep Learning: Optimization". */
    private final Deltas convolution = network()
            .inputs(image(1, 3, 3))
            .conv2d(1, 2)
            .activation(identity())
            .weights(new double[] {0.1, 0.2, 0.3, 0.4})
            .biases(0.5)
            .flatten()
            .loss(halfSquaredError())
            .forward(1, 2, 3, 4, 5, 6, 7, 8, 9)
            .deltas(y(1, 2, 3, 4));

    private static String symbols(Explanation explanation) {
        TextWriter writer = new TextWriter();
        return explanation.equations().stream()
                .map(equation -> equation.symbols(writer))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aCellOfAConvolution() {
        assertEquals("""
                h1_1_2_1i = w1_1_1_1_1·x1_2_1 + w1_1_1_1_2·x1_2_2 + w1_1_1_2_1·x1_3_1 + w1_1_1_2_2·x1_3_2 + b1_1
                          = 0.1·4 + 0.2·5 + 0.3·7 + 0.4·8 + 0.5
                          = 7.200000""", explain(convolution.forward(), "h1_1_2_1i").toText());
    }

    /** dL/dF12 = dL/dO11·X12 + dL/dO12·X13 + dL/dO21·X22 + dL/dO22·X23, as the slide has it. */
    @Test
    void aWeightOfAConvolution() {
        assertEquals("""
                ∂Cf/∂w1_1_1_1_2 = δ_h1_1_1_1·x1_1_2 + δ_h1_1_1_2·x1_1_3 + δ_h1_1_2_1·x1_2_2 + δ_h1_1_2_2·x1_2_3
                                = 3.2·2 + 3.2·3 + 4.2·5 + 4.2·6
                                = 62.200000""", explain(convolution, "w1_1_1_1_2").toText());
        assertEquals(
                "∂Cf/∂b1_1 = δ_h1_1_1_1 + δ_h1_1_1_2 + δ_h1_1_2_1 + δ_h1_1_2_2", symbols(explain(convolution, "b1_1")));
    }

    /** A weight that lies on the padding wherever the window goes. */
    @Test
    void aSumOfNothingIsZero() {
        Deltas deltas = network()
                .inputs(image(1, 1, 1))
                .conv2d(1, 3)
                .padding(1)
                .activation(identity())
                .init(xavier(seed(1)))
                .flatten()
                .loss(halfSquaredError())
                .forward(1)
                .deltas(y(1));
        assertTrue(
                explain(deltas, "w1_1_1_1_1").toText().endsWith("= 0"),
                explain(deltas, "w1_1_1_1_1").toText());
    }

    /** What a convolution hands back to one: every δ whose window sees the value, times the weight through which it sees it. */
    @Test
    void theErrorBehindAConvolution() {
        Deltas deltas = network()
                .inputs(image(1, 3, 3))
                .conv2d(1, 1)
                .activation(identity())
                .weights(new double[] {1})
                .conv2d(1, 2)
                .activation(identity())
                .weights(new double[] {0.1, 0.2, 0.3, 0.4})
                .flatten()
                .loss(halfSquaredError())
                .forward(1, 2, 3, 4, 5, 6, 7, 8, 9)
                .deltas(y(1, 2, 3, 4));
        assertEquals("""
                ∂Cf/∂h1_1_2_2o = δ_h2_1_1_1·w2_1_1_2_2
                                + δ_h2_1_1_2·w2_1_1_2_1
                                + δ_h2_1_2_1·w2_1_1_1_2
                                + δ_h2_1_2_2·w2_1_1_1_1
                               = 2.7·0.4 + 2.7·0.3 + 3.7·0.2 + 3.7·0.1
                               = 3.000000""", explain(deltas, "h1_1_2_2o").toText());
    }

    @Test
    void pooling() {
        Network net = network()
                .inputs(image(1, 2, 4))
                .maxPool(2)
                .averagePool(1, 2)
                .flatten()
                .loss(halfSquaredError());
        Deltas deltas = net.forward(1, 5, 2, 3, 0, 4, 7, 6).deltas(y(4));
        assertEquals("""
                h1_1_1_2o = max(x1_1_3, x1_1_4, x1_2_3, x1_2_4)
                          = max(2, 3, 7, 6)
                          = 7.000000""", explain(deltas.forward(), "h1_1_1_2").toText());
        assertEquals("h2_1_1_1o = ½·(h1_1_1_1o + h1_1_1_2o)", symbols(explain(deltas.forward(), "h2_1_1_1")));
        assertEquals("δ_h1_1_1_2 = ∂Cf/∂h1_1_1_2o = ½·δ_h2_1_1_1", symbols(explain(deltas, "h1_1_1_2")));
    }

    @Test
    void aMeanWithoutThePadding() {
        Network net = network()
                .inputs(image(1, 1, 3))
                .conv2d(1, 1)
                .activation(identity())
                .weights(new double[] {1})
                .averagePool(1, 2)
                .padding(0, 1)
                .excludePadding()
                .flatten()
                .loss(halfSquaredError());
        Deltas deltas = net.forward(1, 5, 2).deltas(y(0, 0));
        assertEquals("h2_1_1_1o = h1_1_1_1o", symbols(explain(deltas.forward(), "h2_1_1_1")));
        assertEquals("h2_1_1_2o = ½·(h1_1_1_2o + h1_1_1_3o)", symbols(explain(deltas.forward(), "h2_1_1_2")));
        assertEquals("∂Cf/∂h1_1_1_2o = ½·δ_h2_1_1_2", symbols(explain(deltas, "h1_1_1_2o")));
    }

    @Test
    void batchNormalisation() {
        Network net = network().inputs("x").batchNorm().loss(halfSquaredError());
        Deltas deltas = net.trainingForward(1, new double[][] {{1}, {4}}).deltas(new double[][] {{0}, {0}});
        assertEquals("""
                μ1_1 = ½·Σ(n=1…2) x
                σ1_1² = ½·Σ(n=1…2) (x − μ1_1)²
                x̂_h1_1 = (x − μ1_1)/√(σ1_1² + ε)
                Yp = γ1_1·x̂_h1_1 + β1_1""", symbols(explain(deltas.forward(), "h1_1", 0)));
        assertEquals("∂Cf/∂γ1_1 = Σ(n=1…2) δ_h1_1·x̂_h1_1", symbols(explain(deltas, "gamma1_1")));
        assertEquals("""
                x̂_h1_1 = (x − μ1_1)/√(σ1_1² + ε)
                Yp = γ1_1·x̂_h1_1 + β1_1""", symbols(explain(net.forward(1), "h1_1")));
    }

    /** z = x + 2h and no squashing, so that h = 1, 4, 11 and dC/dh = 4, 2, 1. */
    @Test
    void backThroughTime() {
        Deltas deltas = network()
                .inputs(sequence(3, 1))
                .simpleRnn(1, identity())
                .weights(new double[] {1})
                .recurrentWeights(new double[] {2})
                .loss(halfSquaredError())
                .forward(1, 2, 3)
                .deltas(y(10));
        assertEquals("""
                ∂Cf/∂w1_1_1 = δ_z1_1_1·x1_1 + δ_z1_2_1·x2_1 + δ_z1_3_1·x3_1
                            = 4·1 + 2·2 + 1·3
                            = 11.000000""", explain(deltas, "w1_1_1").toText());
        assertEquals("""
                ∂Cf/∂u1_1_1 = δ_z1_2_1·h1_1_1 + δ_z1_3_1·h1_2_1
                            = 2·1 + 1·4
                            = 6.000000""", explain(deltas, "u1_1_1").toText());
        assertEquals("""
                ∂Cf/∂h1_3_1 = Yp − Ya
                δ_z1_3_1 = ∂Cf/∂h1_3_1
                ∂Cf/∂h1_2_1 = δ_z1_3_1·u1_1_1
                δ_z1_2_1 = ∂Cf/∂h1_2_1
                ∂Cf/∂h1_1_1 = δ_z1_2_1·u1_1_1
                δ_z1_1_1 = ∂Cf/∂h1_1_1""", symbols(explain(deltas, "h1_1")));
    }

    @Test
    void longShortTermMemory() {
        Network net = network()
                .inputs(sequence(2, 1))
                .lstm(1)
                .weights(new double[][] {{.3}, {.5}, {.5}, {.5}})
                .recurrentWeights(new double[][] {{.3}, {.5}, {.5}, {.5}})
                .allSteps()
                .loss(halfSquaredError());
        assertEquals("""
                a1_2_1 = tanh(wa1_1_1·x2_1 + ua1_1_1·h1_1_1)
                i1_2_1 = σ(wi1_1_1·x2_1 + ui1_1_1·h1_1_1)
                f1_2_1 = σ(wf1_1_1·x2_1 + uf1_1_1·h1_1_1)
                o1_2_1 = σ(wo1_1_1·x2_1 + uo1_1_1·h1_1_1)
                c1_2_1 = a1_2_1·i1_2_1 + f1_2_1·c1_1_1
                h1_2_1 = o1_2_1·tanh(c1_2_1)""", symbols(explain(net.forward(1, 2), "h1_2_1")));
        assertEquals(
                "∂Cf/∂wf1_1_1 = δ_f1_1_1·x1_1 + δ_f1_2_1·x2_1",
                symbols(explain(net.forward(1, 2).deltas(y(1, 0)), "wf1_1_1")));
    }
}
