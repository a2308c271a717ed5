package org.chainrule.kernel.completion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.kernel.cell.CellException;

/**
 * A cell that asks what something is, as in {@code sgd?}, {@code ?sgd} or {@code Math.max??}, which no Java code does.
 *
 * @param name what is asked for
 * @param whole whether all is to be told, and not only the beginning
 */
public record Introspection(String name, boolean whole) {
    private static final Pattern FORM =
            Pattern.compile("\\s*(?:(\\?\\??)([\\w.$]+)(?:\\(\\))?|([\\w.$]+)(?:\\(\\))?(\\?\\??))\\s*");

    /** What a cell asks; empty if it is code. */
    public static Optional<Introspection> in(String code) {
        Matcher form = FORM.matcher(code);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean before = form.group(1) != null;
        String marks = form.group(before ? 1 : 4);
        return Optional.of(new Introspection(form.group(before ? 2 : 3), marks.length() > 1));
    }

    /** What the cell reports of a name that nothing has. */
    public CellException unknown() {
        return CellException.of(
                "NameNotFound", name + "? found nothing of this name; Tab shows which names there are.");
    }
}
