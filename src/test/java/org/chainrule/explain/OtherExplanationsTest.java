package org.chainrule.explain;

import static org.chainrule.Chainrule.chain;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chainrule.network.Deltas;
import org.junit.jupiter.api.Test;

/** What is read on the page where the worked example has nothing of the kind. */
class OtherExplanationsTest {
    @Test
    void severalOutputsAddUpTheirPathsAndCarryTheirNames() {
        assertEquals("""
                ∂Cf/∂w1 = (Yp_o1 − Ya_o1)·Yp_o1(1 − Yp_o1)·w5·h1o(1 − h1o)·i1
                         + (Yp_o2 − Ya_o2)·Yp_o2(1 − Yp_o2)·w7·h1o(1 − h1o)·i1
                        = (0.751365 − 0.01)·0.751365(1 − 0.751365)·0.4·0.593270(1 − 0.593270)·0.05
                         + (0.772928 − 0.99)·0.772928(1 − 0.772928)·0.5·0.593270(1 − 0.593270)·0.05
                        = 4.385677e−04""", explain(Examples.mazurDeltas(), "w1").toText());
    }

    @Test
    void frozenBiasStays() {
        Explanation explanation = explain(Examples.mazurDeltas().update(sgd(0.5)), "b1");
        assertEquals("""
                b1(new) = b1
                        = 0.35
                b1 is frozen: it keeps its value.""", explanation.toText());
        assertEquals(List.of("b1 is frozen: it keeps its value."), explanation.notes());
    }

    @Test
    void aChainNamesEveryLink() {
        assertEquals("""
                ∂Cf/∂w5 = ∂Cf/∂Yp·∂Yp/∂ONi·∂ONi/∂w5
                        = −2.255677·0.190306·0.785835
                        = −0.337335
                ∂Cf/∂Yp = Yp − Ya
                        = 0.744323 − 3
                        = −2.255677
                ∂Yp/∂ONi = Yp(1 − Yp)
                         = 0.744323(1 − 0.744323)
                         = 0.190306
                ∂ONi/∂w5 = HN1o
                         = 0.785835""", chain(Examples.workedDeltas(), "w5").toText());
        assertEquals(
                "∂ONi/∂b2 = 1",
                chain(Examples.workedDeltas(), "b2").equations().get(3).toString());
    }

    @Test
    void aChainAddsUpItsPaths() {
        var equations = chain(Examples.workedDeltas(), "b1").equations();
        assertEquals(
                "∂Cf/∂b1 = ∂Cf/∂Yp·∂Yp/∂ONi·∂ONi/∂HN1o·∂HN1o/∂HN1i·∂HN1i/∂b1"
                        + " + ∂Cf/∂Yp·∂Yp/∂ONi·∂ONi/∂HN2o·∂HN2o/∂HN2i·∂HN2i/∂b1",
                equations.get(0).symbols(new TextWriter()));
        assertEquals(9, equations.size());
    }

    @Test
    void crossEntropyBehindSoftmaxIsOneLink() {
        Deltas deltas = Examples.classifications().findFirst().orElseThrow();
        assertEquals(
                "∂Cf/∂bi = Yp_b − Ya_b", chain(deltas, "w8").equations().get(1).symbols(new TextWriter()));
        assertEquals(
                "Yp_b = e^(bi)/(e^(ai) + e^(bi) + e^(ci))",
                explain(deltas.forward(), "Yp_b").equations().get(0).symbols(new TextWriter()));
    }

    @Test
    void identityWritesItsNumberOnce() {
        var pass = Examples.worked(sigmoid(), identity(), halfSquaredError()).forward(1, 2);
        assertEquals("Yp = ONi\n   = 1.068558", explain(pass, "Yp").toText());
    }

    @Test
    void reluShowsTheBranchThatHolds() {
        var net = Examples.worked(relu(), identity(), halfSquaredError());
        assertEquals("""
                HN1o = {HN1i if HN1i > 0, else 0}
                     = {1.3 as 1.3 > 0}
                     = 1.300000""", explain(net.forward(1, 2), "HN1o").toText());
        assertEquals("""
                ∂Cf/∂w3 = (Yp − Ya)·w5·{1 if HN1i > 0, else 0}·x2
                        = (0.5 − 3)·0.3·{0 as −0.9 ≤ 0}·(−20)
                        = 0.000000""", explain(net.forward(1, -20).deltas(y(3)), "w3").toText());
    }

    @Test
    void aGivenFactorStandsInFront() {
        Deltas deltas = Examples.worked(sigmoid(), sigmoid(), halfSquaredError().scale(1.0 / 100))
                .forward(1, 2)
                .deltas(y(3));
        assertEquals(
                "Cf = 1/100·½·(Ya − Yp)² = 1/100·½·(3 − 0.744323)² = 0.025440",
                explain(deltas, "Cf").equations().get(0).toString());
        assertEquals(
                "∂Cf/∂Yp = 1/100·(Yp − Ya) = 1/100·(0.744323 − 3) = −0.022557",
                explain(deltas, "Yp").equations().get(0).toString());
    }

    @Test
    void aBatchIsASumOverItsSamples() {
        assertEquals("""
                ∂Cf/∂b2 = 1/3·Σ(n=1…3) (Yp − Ya)·Yp(1 − Yp)
                        = 1/3·((0.744323 − 3)·0.744323(1 − 0.744323)
                         + (0.728945 − 0)·0.728945(1 − 0.728945)
                         + (0.736425 − 1)·0.736425(1 − 0.736425))
                        = −0.112134""", explain(Examples.batch(), "b2").toText());
    }

    @Test
    void aLongSumStopsAtTheDeltas() {
        assertEquals(
                """
                ∂Cf/∂w1_1_1 = δ_h1_1·x1
                            = 0.532581·1
                            = 0.532581
                δ_h1_1 = ∂Cf/∂h1_1i = ∂Cf/∂h1_1o·(1 − h1_1o²)
                                    = 0.581969·(1 − (−0.291313)²)
                                    = 0.532581
                ∂Cf/∂h1_1o = δ_h2_1·w2_1_1 + δ_h2_2·w2_2_1 + δ_h2_3·w2_3_1 + δ_h2_4·w2_4_1
                           = 1.507413·0.4 + 1.848389·(−0.5) + 0.462780·0.3 + 7.643640·0.1
                           = 0.581969""",
                explain(Examples.deep().forward(1, 3).deltas(y(1, 2, 3, 4)), "w1_1_1")
                        .toText());
    }

    @Test
    void manyTermsAreElided() {
        assertEquals(
                "∂Cf/∂w3 = Σ(n=1…12) δ_HN1·x2 = 6.688700e−04·1 + (−2.381979e−04)·0.9 + 6.688700e−04·0.8 + … "
                        + "+ 6.688700e−04·0 + (−2.381979e−04)·(−0.1) = 0.001435",
                explain(Examples.largeBatch(), "w3").equations().get(0).toString());
    }
}
