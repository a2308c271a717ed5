package org.chainrule.kernel.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.chainrule.Chainrule;
import org.chainrule.kernel.names.NotebookClasses;
import org.chainrule.kernel.names.Signatures;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** What is known of a name, as a tooltip shows it: the signatures, and below each its documentation. */
final class JavadocPage {
    private final List<Documentation> found;
    private final boolean withoutSources;

    /**
     * @param withoutSources whether this Java has no sources, so that there is no documentation of its classes
     */
    JavadocPage(List<Documentation> found, boolean withoutSources) {
        this.found = found;
        this.withoutSources = withoutSources;
    }

    /**
     * All of it, or the first sentence of each.
     *
     * @param more says how to see all of it, if this is less
     */
    DisplayData show(boolean whole, String more) {
        Map<String, List<String>> signatures = new LinkedHashMap<>();
        boolean isCut = false;
        for (Documentation documentation : found) {
            Javadoc javadoc = javadoc(documentation);
            String text = whole ? javadoc.html() : javadoc.firstSentence();
            isCut |= !text.equals(javadoc.html());
            signatures.computeIfAbsent(text, any -> new ArrayList<>()).add(signature(documentation));
        }
        String hint = isCut ? "\n<p><small>" + more + "</small></p>" : "";
        DisplayData shown = new DisplayData(write(signatures, "\n\n", UnaryOperator.identity(), PlainDocument::text));
        shown.putData("text/markdown", write(signatures, "\n\n---\n\n", JavadocPage::listing, PlainDocument::markdown));
        shown.putHTML(write(signatures, "\n<hr>\n", JavadocPage::preformatted, html -> "<p>" + html) + hint);
        return shown;
    }

    private static String write(
            Map<String, List<String>> signatures,
            String between,
            UnaryOperator<String> code,
            UnaryOperator<String> text) {
        return signatures.entrySet().stream()
                .map(entry -> code.apply(String.join("\n", entry.getValue()))
                        + (entry.getKey().isEmpty() ? "" : "\n\n" + text.apply(entry.getKey())))
                .collect(Collectors.joining(between));
    }

    private static String listing(String code) {
        return "```java\n" + code + "\n```";
    }

    private static String preformatted(String code) {
        return "<pre style=\"margin: 0; padding: 0\">" + InlineTags.escape(code) + "</pre>";
    }

    private Javadoc javadoc(Documentation documentation) {
        if (documentation.javadoc() != null) {
            return Javadoc.of(documentation.javadoc(), new InlineTags(NotebookClasses::constant));
        }
        boolean unknown = withoutSources && isOfJava(documentation.signature());
        return new Javadoc(unknown ? JavadocSources.missing() : "", List.of());
    }

    private static boolean isOfJava(String signature) {
        return NotebookClasses.owner(signature)
                .or(() -> NotebookClasses.find(signature))
                .map(type -> type.getModule().isNamed())
                .orElse(false);
    }

    /** To the user all words are Chainrule's, whichever of the classes it extends they stand in. */
    private static String signature(Documentation documentation) {
        String shown = Signatures.plain(documentation.signature());
        for (Class<?> words = Chainrule.class.getSuperclass(); words != Object.class; words = words.getSuperclass()) {
            shown = shown.replace(words.getSimpleName() + ".", Chainrule.class.getSimpleName() + ".");
        }
        return shown;
    }
}
