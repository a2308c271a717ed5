package org.chainrule.kernel.error;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import org.chainrule.kernel.names.Nearest;
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
                        .or(() -> nearest(name, withOtherCase(mistake.source(), mistake.start()), mistake.start()))
                        .map(near -> "did you mean " + near + "?");
    }

    private Optional<String> nearest(String name, String source, int start) {
        Set<String> possible = analysis.completionSuggestions(source, start + 1, new int[1]).stream()
                .map(suggestion -> suggestion.continuation().replaceAll("\\W.*", ""))
                .collect(Collectors.toSet());
        return Nearest.to(name, possible);
    }

    /** {@code Forward} and {@code forward}: what begins with a letter is looked up, and that is large or small. */
    private static String withOtherCase(String source, int at) {
        char letter = source.charAt(at);
        char other = Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
        return source.substring(0, at) + other + source.substring(at + 1);
    }
}
