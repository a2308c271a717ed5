package org.chainrule.kernel.error;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.chainrule.kernel.cell.Origin;

/** What to say of a variable that is not there: its class was declared anew, or the cell that declares it has not run. */
final class MissingVariables {
    /** The class that JShell puts around a cell has no name. */
    private static final Pattern OF_A_CELL = Pattern.compile("symbol:\\s+variable \\w+\\R\\s*location: class\\s*$");

    private final JShell shell;
    private final Function<Snippet, Optional<Origin>> origins;

    MissingVariables(JShell shell, Function<Snippet, Optional<Origin>> origins) {
        this.shell = shell;
        this.origins = origins;
    }

    /** Of one that was there. */
    Optional<String> lost(Hints.Mistake mistake) {
        return isOfACell(mistake)
                ? shell.variables()
                        .filter(variable -> variable.name().equals(mistake.text())
                                && shell.status((Snippet) variable) != Snippet.Status.VALID)
                        .findFirst()
                        .flatMap(origins)
                        .map(origin ->
                                "it lost its value when what it is made of was declared anew; run again what sets it ("
                                        + origin.describe(1) + ")")
                : Optional.empty();
    }

    /** Of one that perhaps never was. */
    static Optional<String> undeclared(Hints.Mistake mistake) {
        return isOfACell(mistake) ? Optional.of("none of the cells that have run declares it") : Optional.empty();
    }

    private static boolean isOfACell(Hints.Mistake mistake) {
        return mistake.isAbout("cant.resolve")
                && OF_A_CELL.matcher(mistake.message()).find();
    }
}
