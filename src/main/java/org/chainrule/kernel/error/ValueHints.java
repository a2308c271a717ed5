package org.chainrule.kernel.error;

import static org.chainrule.kernel.error.HintRule.hint;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chainrule.kernel.names.Nearest;
import org.chainrule.kernel.names.NotebookClasses;
import org.chainrule.kernel.names.Words;

/** Which value, type or name of Java a beginner probably meant. */
final class ValueHints {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[^=!<>]+=(?!=).*");
    private static final Pattern NUMBER_AS_TEXT = Pattern.compile("\"(-?[0-9.]+)\"");
    private static final Pattern PACKAGE = Pattern.compile("(?s)\\b(\\w+)\\.\\w+$");
    private static final Pattern SEALED = Pattern.compile("sealed class: (\\w+)");
    private static final Pattern ELEMENT = Pattern.compile("(?s)([\\w.()]+)\\s*\\[(.+)\\]");
    private static final Pattern OBJECT = Pattern.compile("(?s)new\\s+([A-Z])(\\w*)\\s*\\(.*");
    private static final Pattern LENGTH_OF_ARRAY =
            Pattern.compile("symbol:\\s+method (?:length|size)\\(\\).*\\[\\]\\s*$", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "symbol:\\s+variable \\w+\\R\\s*location: (?:class|interface|record|variable \\w+ of type) (\\w+)(?:<.*>)?\\s*$");
    private static final List<String> CLASSES = List.of(
            "System",
            "Math",
            "Arrays",
            "List",
            "Map",
            "Files",
            "Integer",
            "Double",
            "String",
            "Stream",
            "Thread",
            "Collections");
    private static final Map<String, String> CONSTANTS =
            Map.of("True", "true", "False", "false", "None", "null", "NULL", "null", "Null", "null", "nil", "null");
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

    private static final List<HintRule> RULES = List.of(
            ValueHints::elementOf,
            ValueHints::lengthOfArray,
            ValueHints::methodInPlaceOfField,
            ValueHints::constant,
            ValueHints::print,
            ValueHints::mathematics,
            ValueHints::className,
            ValueHints::wordForObject,
            ValueHints::comparison,
            ValueHints::notDeclared,
            ValueHints::numberInQuotes,
            ValueHints::character,
            ValueHints::boxed,
            ValueHints::fraction,
            ValueHints::floating,
            ValueHints::tooLarge,
            ValueHints::nameThatIsTaken,
            ValueHints::typeOfLambda);

    private ValueHints() {}

    static Optional<String> of(Hints.Mistake mistake) {
        return HintRule.first(RULES, mistake);
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

    private static Optional<String> lengthOfArray(Hints.Mistake mistake) {
        return hint(
                LENGTH_OF_ARRAY.matcher(mistake.message()).find(), "an array has a length without brackets: a.length");
    }

    /** {@code run.loss} for {@code run.loss()}, {@code list.length} for {@code list.size()}. */
    private static Optional<String> methodInPlaceOfField(Hints.Mistake mistake) {
        Matcher field = FIELD.matcher(mistake.message());
        return mistake.isAbout("cant.resolve") && field.find()
                ? NotebookClasses.find(field.group(1))
                        .flatMap(type -> method(type, mistake.text())
                                .or(() -> mistake.text().equals("length") ? method(type, "size") : Optional.empty()))
                        .map(name -> "did you mean " + name + "()?")
                : Optional.empty();
    }

    private static Optional<String> method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .filter(name::equals)
                .findFirst();
    }

    private static Optional<String> constant(Hints.Mistake mistake) {
        return mistake.isAbout("cant.resolve")
                ? Optional.ofNullable(CONSTANTS.get(mistake.text())).map(value -> "did you mean " + value + "?")
                : Optional.empty();
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

    /** {@code system.out} and {@code Sytem.out} for {@code System.out}. */
    private static Optional<String> className(Hints.Mistake mistake) {
        Matcher name = PACKAGE.matcher(mistake.source()
                .substring(0, Math.min(mistake.end(), mistake.source().length())));
        return mistake.isAbout("doesnt.exist") && name.find()
                ? Optional.of(name.group(1)).flatMap(ValueHints::similarClass).map(word -> "did you mean " + word + "?")
                : Optional.empty();
    }

    private static Optional<String> similarClass(String name) {
        return Optional.of(Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .filter(word -> NotebookClasses.find(word).isPresent())
                .or(() -> Nearest.to(name, CLASSES));
    }

    /** {@code new Adam()} for {@code adam(0.1)}; a class of one's own may have the same name. */
    private static Optional<String> wordForObject(Hints.Mistake mistake) {
        Matcher object = OBJECT.matcher(mistake.text());
        return object.matches()
                        && !mistake.isAbout("prob.found.req")
                        && isOurs(object.group(1) + object.group(2), mistake)
                ? Optional.of(object.group(1).toLowerCase(Locale.ROOT) + object.group(2))
                        .filter(Words::isWord)
                        .map(word -> "did you mean " + word + "(…)?")
                : Optional.empty();
    }

    private static boolean isOurs(String type, Hints.Mistake mistake) {
        return Pattern.compile("\\borg\\.chainrule\\.[\\w.]*\\b" + type + "\\b")
                .matcher(mistake.said())
                .find();
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

    private static Optional<String> character(Hints.Mistake mistake) {
        return hint(
                mistake.message().contains("String cannot be converted to char"),
                "a character stands in single quotes: 'a'");
    }

    private static Optional<String> boxed(Hints.Mistake mistake) {
        return mistake.isAbout("type.found.req")
                ? Optional.ofNullable(BOXES.get(mistake.text())).map(box -> "did you mean " + box + "?")
                : Optional.empty();
    }

    private static Optional<String> fraction(Hints.Mistake mistake) {
        return hint(
                mistake.message().matches("(?s).*lossy conversion from double to (?:int|long).*"),
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
