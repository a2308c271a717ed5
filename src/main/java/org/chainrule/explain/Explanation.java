package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How recorded numbers came about, in three lines each: symbols, numbers substituted, result.
 *
 * <p>Example: {@code explain(deltas, "w5")} reads
 *
 * <pre>
 * ∂Cf/∂w5 = (Yp − Ya)·Yp(1 − Yp)·HN1o
 *         = (0.744323 − 3)·0.744323(1 − 0.744323)·0.785835
 *         = −0.337335
 * </pre>
 *
 * @param equations what is explained, one equation per number
 * @param notes sentences that belong to it, often none
 */
public record Explanation(List<Equation> equations, List<String> notes) {
    public Explanation {
        equations = List.copyOf(equations);
        notes = List.copyOf(notes);
    }

    static Explanation of(Equation... equations) {
        return of(List.of(equations));
    }

    static Explanation of(List<Equation> equations) {
        return new Explanation(equations, List.of());
    }

    /**
     * The explanation as a displayed formula that MathJax, KaTeX and LaTeX with amsmath set.
     *
     * @return an {@code aligned} environment between {@code $$}
     */
    public String toLatex() {
        LatexWriter writer = new LatexWriter(true);
        List<String> rows = new ArrayList<>();
        equations.forEach(equation ->
                rows.add(equation.left(writer) + " &= " + String.join(" \\\\\n&= ", equation.steps(writer))));
        notes.forEach(note -> rows.add("&\\text{" + LatexWriter.escaped(note) + "}"));
        return "$$\n\\begin{aligned}\n" + String.join(" \\\\[1ex]\n", rows) + "\n\\end{aligned}\n$$";
    }

    /**
     * The explanation as HTML that needs no style sheet.
     *
     * @return one paragraph per equation and note
     */
    public String toHtml() {
        HtmlWriter writer = new HtmlWriter(true);
        List<String> paragraphs = new ArrayList<>();
        equations.forEach(equation ->
                paragraphs.add(equation.left(writer) + " = " + String.join("<br>\n= ", equation.steps(writer))));
        notes.forEach(note -> paragraphs.add(HtmlWriter.escaped(note)));
        return paragraphs.stream().map(inner -> "<p>" + inner + "</p>").collect(Collectors.joining("\n"));
    }

    /**
     * The explanation as Unicode text, the equals signs below each other.
     *
     * @return several lines
     */
    public String toText() {
        return Stream.concat(equations.stream().map(Explanation::text), notes.stream())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Equation equation) {
        TextWriter writer = new TextWriter(true);
        String left = equation.left(writer);
        String margin = "\n" + " ".repeat(width(left));
        return left + " = "
                + equation.steps(writer).stream()
                        .map(step -> step.replace("\n", margin))
                        .collect(Collectors.joining(margin + " = "));
    }

    /** How many places a text takes: the hat of m̂ takes none. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    /** The explanation as text. */
    @Override
    public String toString() {
        return toText();
    }
}
