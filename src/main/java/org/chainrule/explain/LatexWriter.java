package org.chainrule.explain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Power;
import org.chainrule.formula.Quotient;
import org.chainrule.formula.Summation;
import org.chainrule.formula.Symbol;

/** Prints formulas as LaTeX math that MathJax, KaTeX and LaTeX with amsmath set alike, without delimiters. */
public final class LatexWriter extends FormulaWriter {
    private static final Set<String> KNOWN_FUNCTIONS = Set.of("tanh", "ln", "max");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            entry("ŷ", "\\hat{y}"),
            entry("m̂", "\\hat{m}"),
            entry("v̂", "\\hat{v}"),
            entry("Σg", "S"),
            entry("Σg²", "G"),
            entry("α", "\\alpha"),
            entry("β", "\\beta"),
            entry("δ", "\\delta"),
            entry("Δ", "\\Delta"),
            entry("ε", "\\varepsilon"),
            entry("η", "\\eta"),
            entry("λ", "\\lambda"),
            entry("μ", "\\mu"),
            entry("ρ", "\\rho"),
            entry("ψ", "\\psi"));

    /** A writer that leaves everything on one line. */
    public LatexWriter() {
        this(false);
    }

    /** One that may break long sums, for a display of its own. */
    LatexWriter(boolean breaksLines) {
        super(breaksLines);
    }

    @Override
    String symbol(Symbol symbol) {
        String subscript = symbol.subscript().isEmpty() ? "" : "_{" + index(symbol.subscript()) + "}";
        String mark = symbol.superscript().isEmpty() ? "" : "^{(" + word(symbol.superscript()) + ")}";
        return word(symbol.base()) + subscript + mark;
    }

    /** One letter is set in italics, as a quantity; several upright, as a name. */
    private static String word(String letters) {
        boolean single = letters.codePointCount(0, letters.length()) == 1;
        return LETTERS.getOrDefault(letters, single ? escaped(letters) : "\\mathrm{" + escaped(letters) + "}");
    }

    private static String index(String subscript) {
        return SymbolNames.isIndex(subscript) ? subscript.replace('_', ',') : word(subscript);
    }

    @Override
    String number(String written) {
        String ascii = written.replace('−', '-').replace("∞", "\\infty").replace("NaN", "\\mathrm{NaN}");
        return isScientific(written) ? mantissa(ascii) + " \\cdot 10^{" + exponent(ascii) + "}" : ascii;
    }

    @Override
    String partial(Partial partial) {
        return fraction("\\partial " + symbol(partial.of()), "\\partial " + symbol(partial.by()));
    }

    @Override
    String quotient(Quotient quotient) {
        return fraction(open(quotient.numerator()), open(quotient.denominator()));
    }

    private static String fraction(String numerator, String denominator) {
        return "\\frac{" + numerator + "}{" + denominator + "}";
    }

    @Override
    String power(Power power) {
        return closed(power.base(), Binding.ATOM) + "^{" + open(power.exponent()) + "}";
    }

    @Override
    String root(String argument) {
        return "\\sqrt{" + argument + "}";
    }

    @Override
    String function(String name) {
        if (name.length() == 1) {
            return name; // a letter such as σ, which is no word
        }
        return KNOWN_FUNCTIONS.contains(name) ? "\\" + name : "\\operatorname{" + escaped(name) + "}";
    }

    @Override
    String cases(Cases cases) {
        return "\\begin{cases} " + open(cases.positive()) + " & " + open(cases.variable()) + " > 0 \\\\ "
                + open(cases.otherwise()) + " & \\text{otherwise} \\end{cases}";
    }

    @Override
    String chosen(Cases cases) {
        String relation = cases.chosen() == cases.positive() ? " > 0" : " \\le 0";
        return "\\underbrace{" + open(cases.chosen()) + "}_{" + open(cases.variable()) + relation + "}";
    }

    @Override
    String rows(List<String> terms) {
        return String.join(" \\\\\n&\\quad {}", terms);
    }

    @Override
    String block(List<String> terms) {
        return "\\begin{aligned} &" + String.join(" \\\\ &{}", terms) + " \\end{aligned}";
    }

    @Override
    String summation(Summation summation) {
        return "\\sum_{" + summation.index() + "=1}^{" + summation.terms().size() + "} ";
    }

    @Override
    String parenthesized(String inner) {
        return "\\left(" + inner + "\\right)";
    }

    @Override
    String minus() {
        return "-";
    }

    @Override
    String times() {
        return " \\cdot ";
    }

    @Override
    String silentTimes() {
        return " ";
    }

    @Override
    String ellipsis() {
        return "\\dots";
    }

    /**
     * A name in math mode: what LaTeX would take as a command stands for itself, and nothing begins a tag of the page that
     * the formula stands in.
     */
    static String escaped(String name) {
        return name.replace('′', '\'')
                .replace("\\", "\\backslash ")
                .replaceAll("[#$%&_{}]", "\\\\$0")
                .replace("<", "< ")
                .replace("^", "\\hat{}")
                .replace("~", "\\sim ");
    }
}
