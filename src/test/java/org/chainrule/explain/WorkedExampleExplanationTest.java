package org.chainrule.explain;

import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.sgd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chainrule.network.Deltas;
import org.junit.jupiter.api.Test;

/** What is read on the page for the worked example of the slides "Training a NNet", letter by letter. */
class WorkedExampleExplanationTest {
    private final Deltas deltas = Examples.workedDeltas();

    @Test
    void hiddenUnit() {
        assertEquals("""
                HN1i = w1·x1 + w3·x2 + b1
                     = 0.1·1 + 0.1·2 + 1
                     = 1.300000
                HN1o = 1/(1 + e^(−HN1i))
                     = 1/(1 + e^(−1.3))
                     = 0.785835""", explain(deltas.forward(), "HN1").toText());
    }

    @Test
    void hiddenUnitAsHtml() {
        assertEquals("""
                <p>HN1i = w<sub>1</sub>·x<sub>1</sub> + w<sub>3</sub>·x<sub>2</sub> + b<sub>1</sub><br>
                = 0.1·1 + 0.1·2 + 1<br>
                = 1.300000</p>
                <p>HN1o = 1/(1 + e<sup>−HN1i</sup>)<br>
                = 1/(1 + e<sup>−1.3</sup>)<br>
                = 0.785835</p>""", explain(deltas.forward(), "HN1").toHtml());
    }

    @Test
    void hiddenUnitAsLatex() {
        assertEquals("""
                $$
                \\begin{aligned}
                \\mathrm{HN1i} &= w_{1} \\cdot x_{1} + w_{3} \\cdot x_{2} + b_{1} \\\\
                &= 0.1 \\cdot 1 + 0.1 \\cdot 2 + 1 \\\\
                &= 1.300000 \\\\[1ex]
                \\mathrm{HN1o} &= \\frac{1}{1 + e^{-\\mathrm{HN1i}}} \\\\
                &= \\frac{1}{1 + e^{-1.3}} \\\\
                &= 0.785835
                \\end{aligned}
                $$""", explain(deltas.forward(), "HN1").toLatex());
    }

    @Test
    void symbolsOfTheSlidesAskForOneNumber() {
        assertEquals("""
                ONi = w5·HN1o + w6·HN2o + b2
                    = 0.3·0.785835 + 0.4·0.832018 + 0.5
                    = 1.068558""", explain(deltas.forward(), "ONi").toText());
        assertEquals("""
                Yp = 1/(1 + e^(−ONi))
                   = 1/(1 + e^(−1.068558))
                   = 0.744323""", explain(deltas.forward(), "Yp").toText());
    }

    @Test
    void hiddenWeight() {
        assertEquals("""
                ∂Cf/∂w3 = (Yp − Ya)·Yp(1 − Yp)·w5·HN1o(1 − HN1o)·x2
                        = (0.744323 − 3)·0.744323(1 − 0.744323)·0.3·0.785835(1 − 0.785835)·2
                        = −0.043347""", explain(deltas, "w3").toString());
    }

    @Test
    void hiddenWeightAsHtml() {
        assertEquals("""
                <p>∂Cf/∂w<sub>3</sub> = (Yp − Ya)·Yp(1 − Yp)·w<sub>5</sub>·HN1o(1 − HN1o)·x<sub>2</sub><br>
                = (0.744323 − 3)·0.744323(1 − 0.744323)·0.3·0.785835(1 − 0.785835)·2<br>
                = −0.043347</p>""", explain(deltas, "w3").toHtml());
    }

    @Test
    void outputWeightAsLatex() {
        assertEquals("""
                $$
                \\begin{aligned}
                \\frac{\\partial \\mathrm{Cf}}{\\partial w_{5}} &= \\left(\\mathrm{Yp} - \\mathrm{Ya}\\right) \\cdot \\mathrm{Yp} \\left(1 - \\mathrm{Yp}\\right) \\cdot \\mathrm{HN1o} \\\\
                &= \\left(0.744323 - 3\\right) \\cdot 0.744323 \\left(1 - 0.744323\\right) \\cdot 0.785835 \\\\
                &= -0.337335
                \\end{aligned}
                $$""", explain(deltas, "w5").toLatex());
    }

    @Test
    void sharedBiasAddsUpItsUnits() {
        assertEquals("""
                ∂Cf/∂b1 = (Yp − Ya)·Yp(1 − Yp)·w5·HN1o(1 − HN1o) + (Yp − Ya)·Yp(1 − Yp)·w6·HN2o(1 − HN2o)
                        = (0.744323 − 3)·0.744323(1 − 0.744323)·0.3·0.785835(1 − 0.785835)
                         + (0.744323 − 3)·0.744323(1 − 0.744323)·0.4·0.832018(1 − 0.832018)
                        = −0.045672""", explain(deltas, "b1").toText());
    }

    @Test
    void loss() {
        assertEquals("""
                Cf = ½·(Ya − Yp)²
                   = ½·(3 − 0.744323)²
                   = 2.544040""", explain(deltas, "Cf").toText());
    }

    @Test
    void deltaOfAHiddenUnit() {
        assertEquals("""
                ∂Cf/∂HN1o = δ_ON·w5
                          = −0.429270·0.3
                          = −0.128781
                δ_HN1 = ∂Cf/∂HN1i = ∂Cf/∂HN1o·HN1o(1 − HN1o)
                                  = −0.128781·0.785835(1 − 0.785835)
                                  = −0.021674""", explain(deltas, "HN1").toText());
    }

    @Test
    void derivativesByTheirSymbols() {
        Explanation both = explain(deltas, "HN1");
        assertEquals(
                both.equations().get(0), explain(deltas, "HN1o").equations().get(0));
        assertEquals(
                both.equations().get(1), explain(deltas, "HN1i").equations().get(0));
        assertEquals(
                both.equations().get(1), explain(deltas, "δ_HN1").equations().get(0));
        assertEquals(
                "∂Cf/∂Yp = Yp − Ya = 0.744323 − 3 = −2.255677",
                explain(deltas, "Yp").equations().get(0).toString());
    }

    @Test
    void update() {
        Explanation explanation = explain(deltas.update(sgd(0.5)), "w5");
        assertEquals(
                "w5(new) = w5 − α·∂Cf/∂w5 = 0.3 − 0.5·(−0.337335) = 0.468668",
                explanation.equations().get(0).toString());
        assertEquals("""
                <p>w<sub>5</sub><sup>(new)</sup> = w<sub>5</sub> − α·∂Cf/∂w<sub>5</sub><br>
                = 0.3 − 0.5·(−0.337335)<br>
                = 0.468668</p>""", explanation.toHtml());
        assertEquals("""
                $$
                \\begin{aligned}
                w_{5}^{(\\mathrm{new})} &= w_{5} - \\alpha \\cdot \\frac{\\partial \\mathrm{Cf}}{\\partial w_{5}} \\\\
                &= 0.3 - 0.5 \\cdot \\left(-0.337335\\right) \\\\
                &= 0.468668
                \\end{aligned}
                $$""", explanation.toLatex());
    }
}
