package org.chainrule.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The documentation of what stands at the cursor. */
final class CellInspection {
    private final SourceCodeAnalysis analysis;
    private final CellCompletion completion;

    CellInspection(SourceCodeAnalysis analysis, CellCompletion completion) {
        this.analysis = analysis;
        this.completion = completion;
    }

    /** Signatures and Javadoc, empty if nothing is known. */
    Optional<DisplayData> at(String code, int cursor) {
        String before = code.substring(0, endOfName(code, cursor));
        String snippet = before.substring(completion.lastSnippet(before));
        List<Documentation> found = documentation(snippet);
        if (found.isEmpty()) {
            found = documentation(snippet + "("); // JShell knows a method by its parenthesis only
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String text = found.stream().map(CellInspection::text).distinct().collect(Collectors.joining("\n\n"));
        return Optional.of(new DisplayData(text));
    }

    private List<Documentation> documentation(String snippet) {
        return analysis.documentation(snippet, snippet.length(), true);
    }

    private static String text(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return documentation.signature() + (javadoc == null ? "" : "\n" + javadoc);
    }

    /** Behind the name at the cursor and, if it is that of a method, behind its parenthesis. */
    private static int endOfName(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end < code.length() && code.charAt(end) == '(' && end > 0 ? end + 1 : end;
    }
}
