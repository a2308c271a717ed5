package org.chainrule.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What may follow at the cursor, and whether a cell is complete. */
final class CellCompletion {
    private static final Pattern MAGIC = Pattern.compile("(?:^|\\n)[ \\t]*(%%?\\w*)$");
    /** Offered last, because in a chain of calls they are never what is meant. */
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(");

    /** An expression, which may be the value of a declaration, and the beginning of a name behind its last dot. */
    private static final Pattern CHAIN =
            Pattern.compile("(?:[\\w<>\\[\\], ]+=(?!=))?\\s*(.+?)\\s*\\.\\s*\\w*", Pattern.DOTALL);

    private static final String INDENT = "    ";

    /**
     * What may replace a part of the code.
     *
     * @param texts the candidates, those of the expected type first
     * @param start where the part starts; it ends at the cursor
     */
    record Completions(List<String> texts, int start) {}

    private final SourceCodeAnalysis analysis;
    private final Set<String> magics;

    CellCompletion(SourceCodeAnalysis analysis, Set<String> magics) {
        this.analysis = analysis;
        this.magics = magics;
    }

    /** The candidates at a position of a cell. */
    Completions at(String code, int cursor) {
        String before = code.substring(0, cursor);
        Matcher magic = MAGIC.matcher(before);
        if (magic.find()) {
            String typed = magic.group(1);
            return new Completions(
                    magics.stream().filter(name -> name.startsWith(typed)).collect(Collectors.toList()),
                    magic.start(1));
        }
        Optional<Completions> files = FileCompletion.at(before);
        if (files.isPresent()) {
            return files.get();
        }
        int start = lastSnippet(before);
        Completions alone = suggestions(before.substring(start), "", start);
        // what the cell itself declares further up is known only if all of it is seen as one block
        return alone.texts().isEmpty() && start > 0 ? suggestions(before, "{", 0) : alone;
    }

    private Completions suggestions(String code, String prefix, int offset) {
        int[] anchor = {code.length()};
        List<Suggestion> found = analysis.completionSuggestions(prefix + code, prefix.length() + code.length(), anchor);
        List<String> order = chainOrder(code);
        List<String> texts = found.stream()
                .sorted(Comparator.comparing(Suggestion::matchesType)
                        .reversed()
                        .thenComparing(suggestion -> rank(suggestion.continuation(), order)))
                .map(Suggestion::continuation)
                .distinct()
                .collect(Collectors.toList());
        return new Completions(texts, texts.isEmpty() ? offset + code.length() : offset + anchor[0] - prefix.length());
    }

    /** Words of Chainrule come first, in the order of its grammar, what every object has comes last. */
    private static int rank(String continuation, List<String> order) {
        String name = continuation.replaceAll("\\W.*", "");
        if (OF_EVERY_OBJECT.contains(continuation)) {
            return Integer.MAX_VALUE;
        }
        if (order.isEmpty()) {
            return continuation.contains("(") && Words.isWord(name) ? 0 : 1;
        }
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
    }

    /** What may follow the dot that is typed last, in order; empty if there is none, or not behind a value of Chainrule. */
    private List<String> chainOrder(String code) {
        Matcher chain = CHAIN.matcher(code);
        if (!chain.matches()) {
            return List.of();
        }
        String type = analysis.analyzeType(chain.group(1), chain.group(1).length());
        return type == null
                ? List.of()
                : ChainOrder.of(type.replaceAll("<.*", "")).orElse(List.of());
    }

    /** Where the snippet starts that is being typed. */
    int lastSnippet(String code) {
        String rest = code;
        CompletionInfo info = analysis.analyzeCompletion(rest);
        while (info.completeness().isComplete() && !info.remaining().isBlank()) {
            rest = info.remaining();
            info = analysis.analyzeCompletion(rest);
        }
        return code.endsWith(rest) ? code.length() - rest.length() : 0;
    }

    /** The reply to the question whether Enter should run the cell or add a line. */
    Map<String, String> completeness(String code) {
        if (code.stripLeading().startsWith("%")) {
            boolean open = code.stripLeading().startsWith("%%") && !code.endsWith("\n");
            return open ? Map.of("status", "incomplete", "indent", "") : Map.of("status", "complete");
        }
        CompletionInfo info = analysis.analyzeCompletion(code);
        while (info.completeness().isComplete() && info.completeness() != Completeness.UNKNOWN) {
            info = analysis.analyzeCompletion(info.remaining());
        }
        return switch (info.completeness()) {
            case EMPTY -> Map.of("status", "complete");
            case UNKNOWN -> Map.of("status", "invalid");
            default -> Map.of("status", "incomplete", "indent", indent(code));
        };
    }

    private static String indent(String code) {
        String last = code.substring(code.stripTrailing().lastIndexOf('\n') + 1).stripTrailing();
        String same = last.substring(0, last.length() - last.stripLeading().length());
        return last.endsWith("{") || last.endsWith("(") ? same + INDENT : same;
    }
}
