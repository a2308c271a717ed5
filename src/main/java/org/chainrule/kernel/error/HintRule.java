package org.chainrule.kernel.error;

import java.util.List;
import java.util.Optional;

/** Knows of some mistakes what was meant. */
interface HintRule {
    Optional<String> of(Hints.Mistake mistake);

    /** The hint of the first rule that knows. */
    static Optional<String> first(List<HintRule> rules, Hints.Mistake mistake) {
        return rules.stream()
                .map(rule -> rule.of(mistake))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A hint that fits only some mistakes. */
    static Optional<String> hint(boolean fits, String hint) {
        return fits ? Optional.of(hint) : Optional.empty();
    }
}
