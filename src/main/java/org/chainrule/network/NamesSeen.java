package org.chainrule.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainrule.parameter.Names;

/**
 * Sees to it that no name comes twice in a network.
 *
 * <p>Generated names carry the number of their layer and cannot meet each other, so they are never written out: a layer of
 * a million weights costs no more here than the names that somebody chose.
 */
final class NamesSeen {
    private final Set<String> chosen = new HashSet<>();
    private final List<Names> generated = new ArrayList<>();

    void add(Names names, String kind) {
        if (names.isGenerated()) {
            chosen.stream().filter(name -> names.indexOf(name) >= 0).findFirst().ifPresent(name -> fail(name, kind));
            generated.add(names);
        } else {
            names.toList().forEach(name -> addChosen(name, kind));
        }
    }

    private void addChosen(String name, String kind) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "network() got an empty name for " + kind + "; give it one such as \"x1\".");
        }
        if (!chosen.add(name) || generated.stream().anyMatch(names -> names.indexOf(name) >= 0)) {
            fail(name, kind);
        }
    }

    private static void fail(String name, String kind) {
        throw new IllegalArgumentException("network() got the name " + name + " twice, the second time for " + kind
                + "; inputs, units and parameters need different names.");
    }
}
