package org.chainrule.kernel;

import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;

/** Finds what a name that does not exist was meant to be. */
final class Spelling {
    private final SourceCodeAnalysis analysis;

    Spelling(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** As in {@code ; did you mean sigmoid?}; empty if nothing similar could stand there. */
    String hint(String source, int start, int end) {
        String name = source.substring(start, Math.min(end, source.length()));
        Set<String> possible = analysis.completionSuggestions(source, start + 1, new int[1]).stream()
                .map(suggestion -> suggestion.continuation().replaceAll("\\W.*", ""))
                .collect(Collectors.toSet());
        return Nearest.to(name, possible)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }
}
