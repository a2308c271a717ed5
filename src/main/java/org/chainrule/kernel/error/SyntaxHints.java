package org.chainrule.kernel.error;

import static org.chainrule.kernel.error.HintRule.hint;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.kernel.cell.CodeScanner;

/** What Java wants to be written otherwise than a beginner writes it, who perhaps comes from Python. */
final class SyntaxHints {
    private static final Pattern TWO_INDICES = Pattern.compile("(\\w+)\\[([^\\[\\](),\"]+),([^\\[\\](),\"]+)\\]");

    private static final Pattern CONDITION = Pattern.compile("(?s)(?:.*\\W)?(?:if|while|for|switch)\\s*\\(");
    private static final Pattern LOOP = Pattern.compile("(?s)(?:.*\\W)?for\\s*\\(");

    private static final List<HintRule> RULES = List.of(
            SyntaxHints::openBracket,
            Habits::of,
            SyntaxHints::power,
            SyntaxHints::listInBrackets,
            SyntaxHints::twoIndices,
            SyntaxHints::chainCutInTwo,
            SyntaxHints::logicalWord,
            SyntaxHints::valuesWithoutComma,
            SyntaxHints::unusedValue,
            SyntaxHints::textInSingleQuotes,
            SyntaxHints::comment,
            SyntaxHints::sealedWithoutPermits);

    private SyntaxHints() {}

    static Optional<String> of(Hints.Mistake mistake) {
        return HintRule.first(RULES, mistake);
    }

    /** The innermost bracket that is not closed. */
    private static Optional<String> openBracket(Hints.Mistake mistake) {
        if (!mistake.isAbout("premature.eof")) {
            return Optional.empty();
        }
        String source = mistake.source();
        return innermostOpen(source).map(i -> {
            int lineStart = source.lastIndexOf('\n', i) + 1;
            return "nothing closes the " + source.charAt(i) + " behind \""
                    + source.substring(lineStart, i).strip() + "\"";
        });
    }

    private static Optional<Integer> innermostOpen(String source) {
        BitSet code = CodeScanner.codePositions(source);
        Deque<Integer> open = new ArrayDeque<>();
        code.stream().forEach(i -> {
            if ("({[".indexOf(source.charAt(i)) >= 0) {
                open.push(i);
            } else if (")}]".indexOf(source.charAt(i)) >= 0) {
                open.poll();
            }
        });
        return Optional.ofNullable(open.peek());
    }

    /** The code up to the innermost bracket that is open at its end, with the bracket; empty if none is open. */
    private static String head(String code) {
        return innermostOpen(code).map(i -> code.substring(0, i + 1)).orElse("");
    }

    private static Optional<String> power(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("illegal.start")
                        && mistake.source().substring(0, mistake.start()).endsWith("*"),
                "a power is Math.pow(x, 2)");
    }

    private static Optional<String> listInBrackets(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("illegal.start") && mistake.source().startsWith("[", mistake.start())
                        || mistake.isAbout("cant.infer.local.var.type")
                                && mistake.message().contains("array initializer"),
                "a list of numbers is new double[] {1, 2}, and many methods take the numbers alone");
    }

    /** {@code a[0,5]} for {@code a[0][5]}. */
    private static Optional<String> twoIndices(Hints.Mistake mistake) {
        Matcher element = TWO_INDICES.matcher(mistake.source());
        return mistake.isAbout("expected") && element.find()
                ? Optional.of("each index has brackets of its own: " + element.group(1) + "["
                        + element.group(2).strip() + "][" + element.group(3).strip() + "]")
                : Optional.empty();
    }

    /** The line above ends in a semicolon. */
    private static Optional<String> chainCutInTwo(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("illegal.start") && mistake.source().startsWith(".", mistake.start()),
                "a chain of calls goes on with a . in the next line only where the line above has no ; at its end");
    }

    /** {@code a > 1 and b > 2} for {@code a > 1 && b > 2}. */
    private static Optional<String> logicalWord(Hints.Mistake mistake) {
        String source = mistake.source();
        int start = Math.min(mistake.start(), source.length());
        boolean word = source.substring(start).matches("(?s)\\s*(?:and|or)\\b.*")
                || source.substring(0, start).matches("(?s)(?:.*\\W)?not\\s*");
        return hint(mistake.isAbout("expected") && word, "and, or and not are written &&, || and !");
    }

    /** {@code forward(1 2)} and {@code forward(1; 2)} for {@code forward(1, 2)}. */
    private static Optional<String> valuesWithoutComma(Hints.Mistake mistake) {
        String source = mistake.source();
        int start = Math.min(mistake.start(), source.length());
        boolean apart = mistake.message().startsWith("')'")
                && source.substring(0, start).stripTrailing().matches("(?s).*[\\w.\")]")
                && !CONDITION.matcher(head(source.substring(0, start))).matches()
                && source.substring(start).matches("(?s)[\\s;]*[\\w.\"].*");
        boolean texts = source.substring(0, start).stripTrailing().endsWith("\"");
        return hint(apart, "values are separated by commas: (1, 2)" + (texts ? ", and texts are joined by +" : ""));
    }

    private static Optional<String> unusedValue(Hints.Mistake mistake) {
        if (!mistake.isAbout("not.stmt")) {
            return Optional.empty();
        }
        String before = mistake.source().substring(0, mistake.start());
        String head = head(before);
        boolean step =
                LOOP.matcher(head).matches() && before.substring(head.length()).contains(";");
        return step
                ? Optional.of("a loop counts with i++ or i += 1")
                : hint(head.endsWith("{"), "nothing is done with this value; a method gives it back with return");
    }

    private static Optional<String> textInSingleQuotes(Hints.Mistake mistake) {
        return hint(mistake.isAbout("unclosed.char.lit"), "text stands in double quotes: \"…\"");
    }

    private static Optional<String> sealedWithoutPermits(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("sealed.class.must.have.subclasses"),
                "in a cell name them: sealed interface Shape permits Circle, Square { }");
    }

    private static Optional<String> comment(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("illegal.char") && mistake.source().startsWith("#", mistake.start()),
                "a comment begins with //");
    }
}
