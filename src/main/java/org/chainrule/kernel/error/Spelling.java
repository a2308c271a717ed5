package org.chainrule.kernel.error;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import org.chainrule.kernel.names.Nearest;
import org.chainrule.kernel.names.NotebookClasses;
import org.chainrule.kernel.names.Words;

/** Finds what a name that does not exist was meant to be. */
final class Spelling {
    private final SourceCodeAnalysis analysis;

    Spelling(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** As in {@code did you mean sigmoid?}; empty if nothing similar could stand there. */
    Optional<String> hint(Hints.Mistake mistake) {
        String name = mistake.text();
        boolean call = mistake.message().contains("symbol:   variable") && Words.isWord(name);
        return call
                ? Optional.of("did you mean " + name + "()?")
                : nearest(name, mistake.source(), mistake.start())
                        .or(() -> inOtherCase(mistake))
                        .map(near -> "did you mean " + near + "?");
    }

    /** {@code Forward} for {@code forward}, {@code string} for {@code String}; a class is no method, and seldom a variable. */
    private Optional<String> inOtherCase(Hints.Mistake mistake) {
        boolean type = mistake.message().contains("symbol:   class");
        boolean perhapsType = mistake.source().startsWith(".", mistake.end());
        return nearest(mistake.text(), withOtherCase(mistake.source(), mistake.start()), mistake.start())
                .filter(near -> type || Character.isLowerCase(near.charAt(0)) || perhapsType && isJavas(near));
    }

    /** {@code math.sqrt(2)} means Math, but {@code pass.at("ON")} a variable. */
    private static boolean isJavas(String type) {
        return NotebookClasses.find(type)
                .filter(found -> found.getName().startsWith("java."))
                .isPresent();
    }

    private Optional<String> nearest(String name, String source, int start) {
        Set<String> possible = analysis.completionSuggestions(source, start + 1, new int[1]).stream()
                .map(suggestion -> suggestion.continuation().replaceAll("\\W.*", ""))
                .collect(Collectors.toSet());
        return Nearest.to(name, possible);
    }

    private static String withOtherCase(String source, int at) {
        char letter = source.charAt(at);
        char other = Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
        return source.substring(0, at) + other + source.substring(at + 1);
    }
}
