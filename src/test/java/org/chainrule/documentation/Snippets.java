package org.chainrule.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs Java of the documentation in JShell and holds the numbers in its comments against what it computes.
 *
 * <p>A comment {@code // 0.785835} (also {@code // w5 = 0.468668 after the step}) at the end of a statement states the
 * value of that statement, at the digits that are printed; so do {@code // 3} and {@code // true}.
 */
final class Snippets implements AutoCloseable {
    private static final Pattern STATED = Pattern.compile("//\\s*(?:[\\p{L}\\d_∂/δ]+ = )?([-−]?\\d+\\.\\d+)\\b.*$");

    /** A whole number or a truth value, and nothing behind it. */
    private static final Pattern EXACT = Pattern.compile("//\\s*(\\d+|true|false)$");

    private static final Set<Snippet.Status> ACCEPTED = EnumSet.of(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);

    private final JShell shell = JShell.builder().executionEngine("local").build();
    private int numbers;

    Snippets(String... packages) {
        run("import static org.chainrule.Chainrule.*;");
        Stream.concat(Stream.of("java.util", "java.nio.file"), Stream.of(packages))
                .forEach(name -> run("import " + name + ".*;"));
    }

    /** How many stated numbers were held against computed ones. */
    int numbersChecked() {
        return numbers;
    }

    /** Runs a block: its statements one after the other. */
    void run(String block) {
        String rest = block;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String source = info.source() == null ? rest : info.source();
            rest = info.source() == null ? "" : info.remaining();
            // JShell leaves a comment at the end of a line to the rest, but that of the last line to the statement
            String next = rest.lines().findFirst().orElse("").strip();
            evaluate(source, source.strip() + (next.startsWith("//") ? next : ""));
        }
    }

    private void evaluate(String source, String commented) {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.exception() != null) {
                throw new AssertionError(source, event.exception());
            }
            assertTrue(ACCEPTED.contains(event.status()), source + "\n" + diagnostics(event.snippet()));
            Matcher stated = STATED.matcher(commented);
            if (stated.find() && event.value() != null) {
                assertNumber(stated.group(1).replace('−', '-'), event.value(), source);
            }
            Matcher exact = EXACT.matcher(commented);
            if (exact.find() && event.value() != null) {
                assertEquals(exact.group(1), event.value(), source);
                numbers++;
            }
        }
    }

    private void assertNumber(String stated, String value, String source) {
        int decimals = stated.length() - stated.indexOf('.') - 1;
        assertEquals(stated, String.format(Locale.ROOT, "%." + decimals + "f", Double.parseDouble(value)), source);
        numbers++;
    }

    /** Forgets all variables, so that each example has to stand alone. */
    void forget() {
        shell.variables().forEach(shell::drop);
    }

    private String diagnostics(Snippet snippet) {
        return shell.diagnostics(snippet)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        shell.close();
    }

    /** The fenced blocks of a language in a Markdown text. */
    static List<String> fenced(String markdown, String language) {
        return find("(?ms)^```" + language + "\\n(.*?)^```", markdown);
    }

    /** The {@code <pre>{@code …}</pre>} examples of a Java source, but for cells with magics, which only a kernel runs. */
    static List<String> examples(String source) {
        return find("(?s)<pre>\\{@code\\s(.*?)\\}</pre>", source).stream()
                .map(example -> example.replaceAll("(?m)^\\s*\\* ?", ""))
                .filter(example -> !example.startsWith("%"))
                .toList();
    }

    private static List<String> find(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
