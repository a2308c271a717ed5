package org.chainrule.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.chainrule.Chainrule;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The documentation of what stands at the cursor. */
final class CellInspection {
    private final SourceCodeAnalysis analysis;
    private final CellCompletion completion;

    CellInspection(SourceCodeAnalysis analysis, CellCompletion completion) {
        this.analysis = analysis;
        this.completion = completion;
        JavadocSources.addTo(analysis);
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
        DisplayData shown = new DisplayData(join(found, CellInspection::text, "\n\n"));
        shown.putHTML(join(found, CellInspection::html, "\n<hr>\n"));
        return Optional.of(shown);
    }

    private List<Documentation> documentation(String snippet) {
        return analysis.documentation(snippet, snippet.length(), true);
    }

    private static String join(List<Documentation> found, Function<Documentation, String> writer, String separator) {
        return found.stream().map(writer).distinct().collect(Collectors.joining(separator));
    }

    private static String text(Documentation found) {
        return signature(found) + (found.javadoc() == null ? "" : "\n\n" + Javadoc.text(found.javadoc()));
    }

    private static String html(Documentation found) {
        String signature = "<pre>" + Javadoc.escape(signature(found)) + "</pre>";
        return signature + (found.javadoc() == null ? "" : "\n" + Javadoc.html(found.javadoc()));
    }

    private static String signature(Documentation found) {
        return asWordOfChainrule(CompileErrors.simpleNames(found.signature()));
    }

    /** To the user all words are Chainrule's, whichever of the classes it extends they stand in. */
    private static String asWordOfChainrule(String signature) {
        String shown = signature;
        for (Class<?> words = Chainrule.class.getSuperclass(); words != Object.class; words = words.getSuperclass()) {
            shown = shown.replace(words.getSimpleName() + ".", Chainrule.class.getSimpleName() + ".");
        }
        return shown;
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
