package org.chainrule.explain;

import static org.chainrule.formula.Formula.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.formula.Sum;
import org.chainrule.formula.Summation;
import org.chainrule.formula.Symbol;
import org.junit.jupiter.api.Test;

/** Parentheses where they are needed and only there, in symbols and with numbers of either sign. */
class FormulaWriterTest {
    private final Formula a = Symbol.of("a", -0.5);
    private final Formula b = Symbol.of("b", 2);
    private final Formula c = Symbol.of("c", 1.0 / 3);

    @Test
    void sumsAndProducts() {
        assertText("a + b·c", "−0.5 + 2·0.333333", a.plus(b.times(c)));
        assertText("(a + b)·c", "(−0.5 + 2)·0.333333", a.plus(b).times(c));
        assertText("b − (a + c)", "2 − (−0.5 + 0.333333)", b.minus(a.plus(c)));
        assertText("b − a", "2 − (−0.5)", b.minus(a));
        assertText("a·b", "−0.5·2", a.times(b));
        assertText("b·a", "2·(−0.5)", b.times(a));
        assertText("c − a·b", "0.333333 − (−0.5)·2", c.minus(a.times(b)));
        assertText("−(a + b)", "−(−0.5 + 2)", a.plus(b).negated());
        assertText("b·(−c)", "2·(−0.333333)", b.times(c.negated()));
    }

    @Test
    void aFunctionOfItsOwnOutputNeedsNoDot() {
        assertText("c(1 − c)", "0.333333(1 − 0.333333)", c.times(number(1).minus(c)));
        assertText("c·(1 − b)", "0.333333·(1 − 2)", c.times(number(1).minus(b)));
    }

    @Test
    void powersAndQuotients() {
        assertText("a²", "(−0.5)²", a.power(number(2)));
        assertText("(a + b)²", "(−0.5 + 2)²", a.plus(b).power(number(2)));
        assertText("(b²)²", "(2²)²", b.power(number(2)).power(number(2)));
        assertText("e^(−a)", "e^(−(−0.5))", Formula.exp(a.negated()));
        assertText("1/(1 + a)", "1/(1 + (−0.5))", number(1).over(number(1).plus(a)));
        assertText("(a + b)/(b·c)", "(−0.5 + 2)/(2·0.333333)", a.plus(b).over(b.times(c)));
        assertText("½·b", "½·2", number(1).over(number(2)).times(b));
    }

    @Test
    void latex() {
        assertLatex("\\left(a + b\\right) \\cdot c", a.plus(b).times(c));
        assertLatex("\\frac{a + b}{b \\cdot c}", a.plus(b).over(b.times(c)));
        assertLatex("\\left(-0.5\\right)^{2}", a.power(number(2)).substituted());
        assertLatex("\\tanh\\left(a\\right)", new Function("tanh", a, Math::tanh));
        assertLatex("\\operatorname{swish}\\left(a\\right)", new Function("swish", a, z -> z));
        assertLatex("2.5 \\cdot 10^{-7}", number(2.5e-7));
        assertLatex("-1.234568 \\cdot 10^{-4}", number(-1.23456789e-4));
        assertLatex("\\mathrm{age\\_in\\_years}", Symbol.of("age_in_years", 1));
        assertLatex("\\sum_{n=1}^{3} \\left(a + b\\right)", sumOf(3, a.plus(b)));
    }

    @Test
    void html() {
        assertEquals("e<sup>−a</sup>", new HtmlWriter().write(Formula.exp(a.negated())));
        assertEquals("2.5·10<sup>−7</sup>", new HtmlWriter().write(number(2.5e-7)));
        assertEquals("a&lt;b", new HtmlWriter().write(Symbol.of("a<b", 1)));
        assertEquals("Σ<sub>n=1…3</sub> a", new HtmlWriter().write(sumOf(3, a)));
        assertEquals("{b if a &gt; 0, else c}", new HtmlWriter().write(new Cases(a, b, c)));
    }

    @Test
    void casesShowTheBranchThatHolds() {
        assertText("{b if a > 0, else c}", "{0.333333 as −0.5 ≤ 0}", new Cases(a, b, c));
        assertText("{a if b > 0, else c}", "{−0.5 as 2 > 0}", new Cases(b, a, c));
        assertLatex("\\underbrace{-0.5}_{2 > 0}", new Cases(b, a, c).substituted());
    }

    @Test
    void longSumsAreElided() {
        assertText(
                "a + a + a + … + a + a",
                "−0.5 + (−0.5) + (−0.5) + … + (−0.5) + (−0.5)",
                new Sum(List.of(a, a, a, a, a, a, a, a, a)));
        assertText("Σ(n=1…3) a", "−0.5 + (−0.5) + (−0.5)", sumOf(3, a));
    }

    @Test
    void specialNumbers() {
        assertText("a", "NaN", Symbol.of("a", Double.NaN));
        assertText("a", "−∞", Symbol.of("a", Double.NEGATIVE_INFINITY));
        assertLatex("-\\infty", number(Double.NEGATIVE_INFINITY));
        assertText("a", "0.1", Symbol.of("a", 0.1 + 1e-17));
        assertText("a", "−0.9", Symbol.of("a", 0.1 - 2 + 1));
        assertText("a", "123457", Symbol.of("a", 123457));
        assertText("a", "0", Symbol.of("a", -0.0));
    }

    private static Formula sumOf(int count, Formula term) {
        return new Summation("n", term, java.util.Collections.nCopies(count, term));
    }

    private static void assertText(String symbols, String numbers, Formula formula) {
        assertEquals(symbols, new TextWriter().write(formula));
        assertEquals(numbers, new TextWriter().write(formula.substituted()));
    }

    private static void assertLatex(String latex, Formula formula) {
        assertEquals(latex, new LatexWriter().write(formula));
    }
}
