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
        Set<String> possible =
                analysis.completionSuggestions(mistake.source(), mistake.start() + 1, new int[1]).stream()
                        .map(suggestion -> suggestion.continuation().replaceAll("\\W.*", ""))
                        .collect(Collectors.toSet());
        boolean call = mistake.message().contains("symbol:   variable") && Words.isWord(name);
        return call
                ? Optional.of("did you mean " + name + "()?")
                : Nearest.to(name, possible).map(near -> "did you mean " + near + "?");
    }
}
