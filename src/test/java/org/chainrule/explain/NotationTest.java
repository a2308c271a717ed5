package org.chainrule.explain;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chainrule.network.Deltas;
import org.junit.jupiter.api.Test;

/** The same numbers under the letters of other courses. */
class NotationTest {
    private final Deltas deltas =
            Examples.worked(tanh(), sigmoid(), halfSquaredError()).forward(1, 2).deltas(y(3));

    @Test
    void layered() {
        assertReads(
                Notation.layered(),
                List.of(
                        "a1_1 = w1_1_1·x1 + w1_1_2·x2 + b1",
                        "h1_1 = tanh(a1_1)",
                        "∂L/∂w1_1_2 = (ŷ − y)·ŷ(1 − ŷ)·w2_1_1·(1 − h1_1²)·x2",
                        "∂L/∂h1_1 = δ2_1·w2_1_1",
                        "δ1_1 = ∂L/∂a1_1 = ∂L/∂h1_1·(1 − h1_1²)",
                        "w1_1_2(new) = w1_1_2 − α·∂L/∂w1_1_2"));
    }

    @Test
    void indexed() {
        assertReads(
                Notation.indexed(),
                List.of(
                        "u1(2) = w1_1(2)·x1 + w1_2(2)·x2 + b(2)",
                        "z1(2) = tanh(u1(2))",
                        "∂E/∂w1_2(2) = (y1 − d1)·y1(1 − y1)·w1_1(3)·(1 − (z1(2))²)·x2",
                        "∂E/∂z1(2) = δ1(3)·w1_1(3)",
                        "δ1(2) = ∂E/∂u1(2) = ∂E/∂z1(2)·(1 − (z1(2))²)",
                        "w1_2(2, new) = w1_2(2) − ε·∂E/∂w1_2(2)"));
    }

    @Test
    void symbolsAreNamesToo() {
        Explainer explainer = new Explainer(Notation.indexed());
        assertEquals(
                explainer.explain(deltas.forward(), "HN1").equations().get(1),
                explainer.explain(deltas.forward(), "z1(2)").equations().get(0));
        assertEquals(
                "E = ½·(d1 − y1)²",
                explainer.explain(deltas, "E").equations().get(0).symbols(new TextWriter()));
    }

    @Test
    void lettersInLatexAndHtml() {
        Equation layered = new Explainer(Notation.layered())
                .explain(deltas, "ON")
                .equations()
                .get(0);
        assertEquals("\\frac{\\partial L}{\\partial \\hat{y}} = \\hat{y} - y", layered.symbols(new LatexWriter()));
        Equation indexed = new Explainer(Notation.indexed())
                .explain(deltas, "HN1")
                .equations()
                .get(0);
        assertEquals(
                "\\frac{\\partial E}{\\partial z_{1}^{(2)}} = \\delta_{1}^{(3)} \\cdot w_{1,1}^{(3)}",
                indexed.symbols(new LatexWriter()));
        assertEquals(
                "∂E/∂z<sub>1</sub><sup>(2)</sup> = δ<sub>1</sub><sup>(3)</sup>·w<sub>1,1</sub><sup>(3)</sup>",
                indexed.symbols(new HtmlWriter()));
    }

    private void assertReads(Notation notation, List<String> lines) {
        Explainer explainer = new Explainer(notation);
        TextWriter writer = new TextWriter();
        List<Explanation> explanations = List.of(
                explainer.explain(deltas.forward(), "HN1"),
                explainer.explain(deltas, "w3"),
                explainer.explain(deltas, "HN1"),
                explainer.explain(deltas.update(sgd(0.5)), "w3"));
        assertEquals(
                lines,
                explanations.stream()
                        .flatMap(explanation -> explanation.equations().stream())
                        .map(equation -> equation.symbols(writer))
                        .toList());
    }
}
