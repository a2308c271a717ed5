package org.chainrule.explain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Numbers;

/**
 * A recorded number and the formula it came from: {@code w5(new) = w5 − α·∂Cf/∂w5 = 0.3 − 0.5·(−0.337335) = 0.468668}.
 *
 * @param names what is computed, with the number that the engine recorded; more than one where the first one is
 *     defined by the next: {@code δ_HN1 = ∂Cf/∂HN1i}
 * @param right the formula, its symbols with recorded numbers
 */
public record Equation(List<Formula> names, Formula right) {
    public Equation {
        names = List.copyOf(names);
    }

    Equation(Formula left, Formula right) {
        this(List.of(left), right);
    }

    /**
     * The number that the engine recorded.
     *
     * @return the value of the left side
     */
    public double result() {
        return names.get(0).value();
    }

    /**
     * What is computed.
     *
     * @param writer the format
     * @return the left side, such as {@code HN1i}
     */
    public String left(FormulaWriter writer) {
        return names.stream().map(writer::write).collect(Collectors.joining(" = "));
    }

    /**
     * The equation in symbols only: {@code HN1i = w1·x1 + w3·x2 + b1}.
     *
     * @param writer the format
     * @return left and right side
     */
    public String symbols(FormulaWriter writer) {
        return left(writer) + " = " + writer.write(right);
    }

    /**
     * The right sides one below the other: symbols, numbers, result. Where a symbol or a number alone is the formula, it is
     * the result and is not written twice.
     *
     * @param writer the format
     * @return up to three steps, without the equals sign
     */
    public List<String> steps(FormulaWriter writer) {
        Formula numbers = right.substituted();
        Stream<String> written = Stream.of(writer.write(right), writer.write(numbers));
        return numbers instanceof Constant
                ? written.distinct().toList()
                : Stream.concat(written, Stream.of(writer.number(Numbers.computed(result()))))
                        .toList();
    }

    /** The whole equation in one line of text. */
    @Override
    public String toString() {
        TextWriter writer = new TextWriter();
        return left(writer) + " = " + String.join(" = ", steps(writer));
    }
}
