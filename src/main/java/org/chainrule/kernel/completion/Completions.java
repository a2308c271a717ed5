package org.chainrule.kernel.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What may replace a part of the code.
 *
 * @param candidates the most probable first
 * @param start where the part starts; it ends at the cursor
 */
public record Completions(List<Candidate> candidates, int start) {
    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** These, and behind them those of others that are not among these. */
    Completions and(Completions others) {
        if (isEmpty() || others.isEmpty() || start != others.start) {
            return isEmpty() ? others : this;
        }
        Map<String, Candidate> all = new LinkedHashMap<>();
        Stream.concat(candidates.stream(), others.candidates.stream())
                .forEach(candidate -> all.putIfAbsent(candidate.text(), candidate));
        return new Completions(List.copyOf(all.values()), start);
    }
}
