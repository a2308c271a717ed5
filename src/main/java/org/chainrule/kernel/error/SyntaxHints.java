package org.chainrule.kernel.error;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.names.NotebookClasses;

/** What Java wants to be written otherwise than a beginner writes it, who perhaps comes from Python. */
final class SyntaxHints {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[^=!<>]+=(?!=).*");
    private static final Pattern NUMBER_AS_TEXT = Pattern.compile("\"(-?[0-9.]+)\"");
    private static final Pattern TWO_INDICES = Pattern.compile("(\\w+)\\[([^\\[\\](),\"]+),([^\\[\\](),\"]+)\\]");
    private static final Pattern PACKAGE = Pattern.compile("(?s)\\b(\\w+)\\.\\w+$");
    private static final Pattern SEALED = Pattern.compile("sealed class: (\\w+)");
    private static final Pattern ELEMENT = Pattern.compile("(?s)([\\w.()]+)\\s*\\[(.+)\\]");
    private static final Set<String> MATHEMATICS =
            Arrays.stream(Math.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
    private static final Map<String, String> BOXES = Map.of(
            "int",
            "Integer",
            "double",
            "Double",
            "boolean",
            "Boolean",
            "long",
            "Long",
            "char",
            "Character",
            "float",
            "Float");

    private static final List<Function<Hints.Mistake, Optional<String>>> RULES = List.of(
            SyntaxHints::openBracket,
            Habits::of,
            SyntaxHints::power,
            SyntaxHints::listInBrackets,
            SyntaxHints::twoIndices,
            SyntaxHints::valuesWithoutComma,
            SyntaxHints::unusedValue,
            SyntaxHints::elementOf,
            SyntaxHints::print,
            SyntaxHints::mathematics,
            SyntaxHints::className,
            SyntaxHints::comparison,
            SyntaxHints::notDeclared,
            SyntaxHints::numberInQuotes,
            SyntaxHints::boxed,
            SyntaxHints::textInSingleQuotes,
            SyntaxHints::fraction,
            SyntaxHints::floating,
            SyntaxHints::tooLarge,
            SyntaxHints::sealedWithoutPermits,
            SyntaxHints::nameThatIsTaken,
            SyntaxHints::typeOfLambda);

    private SyntaxHints() {}

    static Optional<String> of(Hints.Mistake mistake) {
        return RULES.stream()
                .map(rule -> rule.apply(mistake))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> hint(boolean fits, String hint) {
        return fits ? Optional.of(hint) : Optional.empty();
    }

    /** The innermost bracket that is not closed. */
    private static Optional<String> openBracket(Hints.Mistake mistake) {
        if (!mistake.isAbout("premature.eof")) {
            return Optional.empty();
        }
        String source = mistake.source();
        BitSet code = CodeScanner.codePositions(source);
        Deque<Integer> open = new ArrayDeque<>();
        code.stream().forEach(i -> {
            if ("({[".indexOf(source.charAt(i)) >= 0) {
                open.push(i);
            } else if (")}]".indexOf(source.charAt(i)) >= 0) {
                open.poll();
            }
        });
        return Optional.ofNullable(open.peek()).map(i -> {
            int lineStart = source.lastIndexOf('\n', i) + 1;
            return "nothing closes the " + source.charAt(i) + " behind \""
                    + source.substring(lineStart, i).strip() + "\"";
        });
    }

    private static Optional<String> power(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("illegal.start")
                        && mistake.source().substring(0, mistake.start()).endsWith("*"),
                "a power is Math.pow(x, 2)");
    }

    private static Optional<String> listInBrackets(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("illegal.start") && mistake.source().startsWith("[", mistake.start()),
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

    /** {@code forward(1 2)} and {@code forward(1; 2)} for {@code forward(1, 2)}. */
    private static Optional<String> valuesWithoutComma(Hints.Mistake mistake) {
        String source = mistake.source();
        int start = Math.min(mistake.start(), source.length());
        return hint(
                mistake.message().startsWith("')'")
                        && source.substring(0, start).stripTrailing().matches("(?s).*[\\w.\")]")
                        && source.substring(start).matches("(?s)[\\s;]*[\\w.\"].*"),
                "values are separated by commas: (1, 2)");
    }

    private static Optional<String> unusedValue(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("not.stmt") && CodeScanner.depthAt(mistake.source(), mistake.start()) > 0,
                "nothing is done with this value; a method gives it back with return");
    }

    /** {@code list[0]} for {@code list.get(0)}. */
    private static Optional<String> elementOf(Hints.Mistake mistake) {
        Matcher element = ELEMENT.matcher(mistake.text());
        if (!mistake.isAbout("array.req.but.found") || !element.matches()) {
            return Optional.empty();
        }
        String method = mistake.message().contains("String found") ? "charAt" : "get";
        return Optional.of("did you mean " + element.group(1) + "." + method + "(" + element.group(2) + ")?");
    }

    private static Optional<String> print(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("cant.resolve") && mistake.text().matches("print|println"),
                "did you mean System.out.println(…)?");
    }

    /** {@code sqrt(2)} for {@code Math.sqrt(2)}. */
    private static Optional<String> mathematics(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("cant.resolve")
                        && mistake.message().contains("symbol:   method")
                        && MATHEMATICS.contains(mistake.text())
                        && !mistake.source().substring(0, mistake.start()).endsWith("."),
                "did you mean Math." + mistake.text() + "?");
    }

    /** {@code system.out} for {@code System.out}. */
    private static Optional<String> className(Hints.Mistake mistake) {
        Matcher name = PACKAGE.matcher(mistake.source()
                .substring(0, Math.min(mistake.end(), mistake.source().length())));
        return mistake.isAbout("doesnt.exist") && name.find()
                ? Optional.of(name.group(1))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .filter(word -> NotebookClasses.find(word).isPresent())
                        .map(word -> "did you mean " + word + "?")
                : Optional.empty();
    }

    private static Optional<String> comparison(Hints.Mistake mistake) {
        return hint(
                mistake.message().contains("cannot be converted to boolean")
                        && ASSIGNMENT.matcher(mistake.text()).matches(),
                "= sets a value, == compares");
    }

    private static Optional<String> notDeclared(Hints.Mistake mistake) {
        String name = mistake.text();
        boolean assigned = mistake.source().matches("(?s)\\s*" + Pattern.quote(name) + "\\s*=(?!=).*");
        return hint(
                mistake.isAbout("cant.resolve") && !name.isEmpty() && assigned,
                "a new variable is declared with var: var " + name + " = …");
    }

    private static Optional<String> numberInQuotes(Hints.Mistake mistake) {
        Matcher number =
                NUMBER_AS_TEXT.matcher(mistake.isAbout("prob.found.req") ? mistake.text() : mistake.arguments());
        boolean unfit = mistake.message().matches("(?s).*String cannot be converted to (?:double|int|long|float)\\b.*");
        return unfit && number.find() ? Optional.of("a number has no quotes: " + number.group(1)) : Optional.empty();
    }

    private static Optional<String> boxed(Hints.Mistake mistake) {
        return mistake.isAbout("type.found.req")
                ? Optional.ofNullable(BOXES.get(mistake.text())).map(box -> "did you mean " + box + "?")
                : Optional.empty();
    }

    private static Optional<String> textInSingleQuotes(Hints.Mistake mistake) {
        return hint(mistake.isAbout("unclosed.char.lit"), "text stands in double quotes: \"…\"");
    }

    private static Optional<String> fraction(Hints.Mistake mistake) {
        return hint(
                mistake.message().contains("lossy conversion from double to int"),
                "declare it as a double, or cut the fraction off with (int)");
    }

    private static Optional<String> floating(Hints.Mistake mistake) {
        return hint(
                mistake.message().contains("lossy conversion from double to float"),
                "declare it as a double, or write an f behind the number: 0.5f");
    }

    private static Optional<String> tooLarge(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("int.number.too.large"),
                "from 2147483648 on a whole number is a long, with an L behind it");
    }

    private static Optional<String> sealedWithoutPermits(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("sealed.class.must.have.subclasses"),
                "in a cell name them: sealed interface Shape permits Circle, Square { }");
    }

    /** JShell does not know a sealed type before all that it permits are there, and takes an imported one of the same name. */
    private static Optional<String> nameThatIsTaken(Hints.Mistake mistake) {
        Matcher type = SEALED.matcher(mistake.message());
        return mistake.isAbout("cant.inherit.from.sealed") && type.find()
                ? NotebookClasses.find(type.group(1))
                        .map(imported -> imported.getSimpleName() + " is " + imported.getName()
                                + " here; a sealed type of your own needs another name")
                : Optional.empty();
    }

    private static Optional<String> typeOfLambda(Hints.Mistake mistake) {
        return hint(
                mistake.isAbout("cant.infer.local.var.type")
                        && mistake.message().contains("lambda"),
                "name its type in place of var, as in Function<Double, Double> f = x -> 2 * x");
    }
}
