package org.chainrule.kernel.error;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;
import org.chainrule.kernel.cell.CodeScanner;
import org.chainrule.kernel.names.ChainOrder;
import org.chainrule.kernel.names.Nearest;
import org.chainrule.kernel.names.NotebookClasses;
import org.chainrule.kernel.names.Signatures;
import org.chainrule.kernel.names.Words;

/** What a student probably meant, said behind the compiler's message: the mistakes that beginners make most. */
final class Hints {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<![\\w.,])(\\d+),(\\d+)(?![\\w.,])");
    private static final Pattern VALUES = Pattern.compile("required: +(.*)\\R\\s*found: +(.*)");
    private static final Pattern WRONG_ARGUMENT = Pattern.compile("([\\w.]+) cannot be converted to (\\w+)\\b(?!\\[)");
    /** Two names, each in a line of its own. */
    static final Pattern TWO_LINES = Pattern.compile("(\\w+)[ \\t]*\\R\\s*\\w+\\s*;?\\s*");

    private static final Pattern UNKNOWN_MEMBER =
            Pattern.compile("symbol:\\s+method .*\\R\\s*location: .*?([\\w.]+)\\s*$");
    private static final Pattern UNKNOWN_FIELD =
            Pattern.compile("symbol:\\s+variable .*\\R\\s*location: variable .* of type (\\w+)\\s*$");
    private static final Pattern TEXT_PARAMETER = Pattern.compile("\\bString(?:\\.\\.\\.)? \\w+");
    private static final int MOST_NAMES = 8;
    private static final int MOST_TYPES = 3;
    private static final int SHORTEST_NAME = 3;
    private static final int MOST_WAITS = 40;
    private static final long WAIT_NANOS = 50_000_000;

    /**
     * A compile error where it stands.
     *
     * @param code javac's name for it
     * @param said javac's words
     * @param source the statement
     * @param start where the wrong part begins
     * @param end where it ends
     */
    record Mistake(String code, String said, String source, int start, int end) {
        /** The compiler's words with simple class names. */
        String message() {
            return Signatures.simpleNames(said);
        }

        String text() {
            return start < end ? source.substring(start, Math.min(end, source.length())) : "";
        }

        /** The arguments of the wrong call as they are typed. */
        String arguments() {
            int open = source.indexOf('(', start);
            int depth = 0;
            for (int i = open; i >= 0 && i < source.length(); i++) {
                depth += source.charAt(i) == '(' ? 1 : source.charAt(i) == ')' ? -1 : 0;
                if (depth == 0) {
                    return source.substring(open + 1, i);
                }
            }
            return "";
        }

        boolean isAbout(String codes) {
            return code.startsWith("compiler.err." + codes);
        }
    }

    private final SourceCodeAnalysis analysis;
    private final CountDownLatch indexWanted;
    private final Spelling spelling;
    private final MissingVariables variables;
    private final List<HintRule> rules = List.of(
            this::lostVariable,
            SyntaxHints::of, // before the comma: [1,2] has one too
            ValueHints::of,
            Hints::decimalComma,
            Hints::wordAsText,
            Hints::wordAround,
            Hints::wordsOfType,
            this::nameWithoutQuotes,
            OtherLibraries::of,
            this::misspelt,
            this::missingImport,
            Hints::nameOfAPart,
            Hints::whatMayFollow,
            Hints::missingSemicolon,
            MissingVariables::undeclared);

    Hints(SourceCodeAnalysis analysis, CountDownLatch indexWanted, MissingVariables variables) {
        this.analysis = analysis;
        this.indexWanted = indexWanted;
        this.spelling = new Spelling(analysis);
        this.variables = variables;
    }

    /** As in {@code ; did you mean sigmoid?}; empty if nothing is known that would help. */
    String of(Mistake mistake) {
        return HintRule.first(rules, mistake).map(hint -> "; " + hint).orElse("");
    }

    /** {@code sgd(0,5)}, which is a value too many, and {@code double half = 0,5}, where the compiler stops at the comma. */
    private static Optional<String> decimalComma(Mistake mistake) {
        boolean call = mistake.isAbout("cant.apply") && !needsMore(mistake);
        boolean declaration = mistake.isAbout("expected") || mistake.isAbout("illegal.start");
        Matcher comma = DECIMAL_COMMA.matcher(call ? mistake.arguments() : mistake.source());
        return comma.results()
                .filter(number -> call || declaration && isBroken(number, mistake))
                .findFirst()
                .map(number -> "a decimal number has a point: " + number.group(1) + "." + number.group(2));
    }

    /** Whether the compiler stops at these two numbers, and they are not the arguments of a call or the elements of a list. */
    private static boolean isBroken(MatchResult numbers, Mistake mistake) {
        String source = mistake.source();
        boolean here = numbers.start() <= mistake.start() && mistake.start() <= numbers.end();
        return here && CodeScanner.depthAt(source, numbers.start()) == 0;
    }

    /** Whether a method takes at least as many values as it got; then no comma has made two of one. */
    private static boolean needsMore(Mistake mistake) {
        Matcher values = VALUES.matcher(mistake.message());
        return values.find()
                && values.group(1).split(",").length >= values.group(2).split(",").length;
    }

    /** {@code activation("relu")} for {@code activation(relu())}. */
    private static Optional<String> wordAsText(Mistake mistake) {
        String argument = argument(mistake).strip();
        if (argument.length() < 2 || !argument.startsWith("\"") || !argument.endsWith("\"")) {
            return Optional.empty();
        }
        String text = argument.substring(1, argument.length() - 1).replaceAll("[\\s_-]", "");
        List<String> words = neededTypes(mistake)
                .flatMap(type -> Words.thatMake(type).stream())
                .toList();
        return words.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .or(() -> text.length() < SHORTEST_NAME ? Optional.empty() : Nearest.to(text, words))
                .map(word -> "did you mean " + word + "()?");
    }

    /** {@code deltas(3)} for {@code deltas(y(3))}. */
    private static Optional<String> wordAround(Mistake mistake) {
        String argument = argument(mistake);
        boolean number = WRONG_ARGUMENT
                .matcher(mistake.message())
                .results()
                .anyMatch(m -> m.group(1).matches("int|long|double|float"));
        return !number || argument.isBlank()
                ? Optional.empty()
                : neededTypes(mistake)
                        .flatMap(Words::thatWrap)
                        .findFirst()
                        .map(word -> "did you mean " + word + "(" + argument + ")?");
    }

    private static Optional<String> wordsOfType(Mistake mistake) {
        return neededTypes(mistake)
                .filter(type -> Character.isUpperCase(type.charAt(0))
                        && !Words.thatMake(type).isEmpty())
                .findFirst()
                .map(type -> "values of " + type + " come from " + shortened(Words.thatMake(type)));
    }

    /** {@code inputs(x1, x2)} for {@code inputs("x1", "x2")}: names of units and parameters are text. */
    private Optional<String> nameWithoutQuotes(Mistake mistake) {
        String before = mistake.source().substring(0, mistake.start()).stripTrailing();
        int call = CodeScanner.openCall(before);
        boolean isArgument = call > 0 && (before.endsWith("(") || before.endsWith(","));
        boolean isVariable =
                mistake.isAbout("cant.resolve") && mistake.message().contains("symbol:   variable");
        return isArgument && isVariable && takesText(before.substring(0, call), before.substring(call))
                ? Optional.of("text stands in quotes: \"" + mistake.text() + "\"")
                : Optional.empty();
    }

    /** Whether a call takes text behind these arguments, and not anything, as {@code println} does. */
    private boolean takesText(String call, String arguments) {
        int index = (int) IntStream.range(0, arguments.length())
                .filter(i -> arguments.charAt(i) == ',' && CodeScanner.depthAt(arguments, i) == 0)
                .count();
        List<String> parameters = analysis.documentation(call, call.length(), false).stream()
                .flatMap(method -> Signatures.parameter(method.signature(), index).stream())
                .toList();
        return parameters.stream().anyMatch(TEXT_PARAMETER.asPredicate())
                && parameters.stream().noneMatch(parameter -> parameter.startsWith("Object "));
    }

    private Optional<String> misspelt(Mistake mistake) {
        return mistake.isAbout("cant.resolve") && mistake.start() < mistake.end()
                ? spelling.hint(mistake)
                : Optional.empty();
    }

    private Optional<String> missingImport(Mistake mistake) {
        if (!mistake.isAbout("cant.resolve") || !mistake.text().matches("[A-Z]\\w*")) {
            return Optional.empty();
        }
        List<String> names = qualifiedNames(mistake.text()).stream()
                .filter(name -> name.startsWith("java."))
                .limit(3)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("is an import missing? import " + String.join("; or import ", names) + ";");
    }

    /** JShell reads the class path in the background; soon after the start it may not be through. */
    private List<String> qualifiedNames(String name) {
        indexWanted.countDown();
        QualifiedNames found = analysis.listQualifiedNames(name, name.length());
        for (int i = 0; i < MOST_WAITS && !found.isUpToDate(); i++) {
            LockSupport.parkNanos(WAIT_NANOS);
            found = analysis.listQualifiedNames(name, name.length());
        }
        return found.getNames();
    }

    private Optional<String> lostVariable(Mistake mistake) {
        return variables.lost(mistake);
    }

    /** {@code pass.HN1} for {@code pass.at("HN1")}. */
    private static Optional<String> nameOfAPart(Mistake mistake) {
        Matcher field = UNKNOWN_FIELD.matcher(mistake.message());
        return mistake.isAbout("cant.resolve") && field.find()
                ? NotebookClasses.find(field.group(1))
                        .filter(Hints::hasNamedParts)
                        .map(type -> "did you mean at(\"" + mistake.text() + "\")?")
                : Optional.empty();
    }

    private static boolean hasNamedParts(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("at")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
    }

    /** In a chain of calls only certain words may come next. */
    private static Optional<String> whatMayFollow(Mistake mistake) {
        Matcher member = UNKNOWN_MEMBER.matcher(mistake.message());
        return mistake.isAbout("cant.resolve") && member.find()
                ? ChainOrder.of(member.group(1))
                        .filter(names -> !names.isEmpty())
                        .map(names -> "here may follow " + shortened(names))
                : Optional.empty();
    }

    /** A name at the end of one line and one on the next are read as the declaration of a variable. */
    private static Optional<String> missingSemicolon(Mistake mistake) {
        return mistake.isAbout("cant.resolve")
                        && TWO_LINES.matcher(mistake.source()).matches()
                ? Optional.of("is a ; missing at the end of the line?")
                : Optional.empty();
    }

    /** The only argument of the wrong call, or the value that has the wrong type. */
    private static String argument(Mistake mistake) {
        return mistake.isAbout("cant.apply")
                ? mistake.arguments()
                : mistake.isAbout("prob.found.req") ? mistake.text() : "";
    }

    /** None if so many fit that nobody knows which was meant. */
    private static Stream<String> neededTypes(Mistake mistake) {
        List<String> types = WRONG_ARGUMENT
                .matcher(mistake.message())
                .results()
                .map(match -> match.group(2))
                .distinct()
                .toList();
        boolean wrong = mistake.isAbout("cant.apply") || mistake.isAbout("prob.found.req");
        return wrong && types.size() <= MOST_TYPES ? types.stream() : Stream.empty();
    }

    private static String shortened(List<String> names) {
        List<String> calls =
                names.stream().limit(MOST_NAMES).map(name -> name + "()").toList();
        return String.join(", ", calls) + (names.size() > MOST_NAMES ? ", …" : "");
    }
}
