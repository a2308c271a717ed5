package org.chainrule.kernel.magic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.names.Nearest;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The magics by their names, each with what it does and an example. */
final class MagicList {
    /** A magic with what {@code %help} says of it. */
    private record Entry(String example, String purpose, Magic magic) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds a magic; its name starts with one percent sign if it stands in a line, with two if it takes the whole cell. */
    void add(String name, String example, String purpose, Magic magic) {
        entries.put(name, new Entry(example, purpose, magic));
    }

    Set<String> names() {
        return new TreeSet<>(entries.keySet());
    }

    /** The magic of a name; an error that names the nearest one, if there is none. */
    Magic find(String name) throws CellException {
        Entry entry = entries.get(name);
        if (entry == null) {
            String nearest = Nearest.to(name, names())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("%help lists them: " + String.join(", ", names()) + ".");
            throw CellException.of("UnknownMagic", "There is no magic " + name + "; " + nearest);
        }
        return entry.magic();
    }

    /** All magics, one in a line. */
    DisplayData help() {
        int width = entries.values().stream()
                .mapToInt(entry -> entry.example().length())
                .max()
                .orElse(0);
        return new DisplayData(entries.values().stream()
                .map(entry -> String.format(Locale.ROOT, "%-" + width + "s  %s", entry.example(), entry.purpose()))
                .collect(Collectors.joining("\n")));
    }
}
