package org.chainrule.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Compile errors as a student needs them: the line of the cell, the place marked, the compiler's message. */
final class CompileErrors {
    private static final String NAME = "CompileError";
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    private final JShell shell;

    CompileErrors(JShell shell) {
        this.shell = shell;
    }

    /** All errors of a rejected snippet. */
    CellException of(Snippet rejected, Origin origin) {
        List<Diag> errors = shell.diagnostics(rejected)
                .filter(Diag::isError)
                .sorted(Comparator.comparingLong(Diag::getPosition))
                .collect(Collectors.toList());
        List<String> lines = new ArrayList<>();
        errors.forEach(error -> lines.addAll(describe(error, origin)));
        String first = errors.isEmpty() ? "this is not Java code" : message(errors.get(0));
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        return new CellException(NAME, first + more, lines);
    }

    /** A declaration that cannot stand without something that is not declared. */
    CellException missing(DeclarationSnippet snippet, Origin origin) {
        String needed = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
        String message = "cannot find " + needed + ", which " + snippet.name() + " needs";
        return new CellException(NAME, message, List.of(origin.describe(1) + ": " + message, "    " + origin.text(1)));
    }

    private List<String> describe(Diag error, Origin origin) {
        Cell cell = origin.cell();
        int start = origin.offset() + (int) error.getStartPosition();
        int end = origin.offset() + (int) error.getEndPosition();
        int lineStart = cell.code().lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int number = cell.lineOf(start);
        String line = cell.line(number);
        int column = Math.max(0, Math.min(start - lineStart, line.length()));
        int width = Math.max(1, Math.min(end - start, line.length() - column));
        return List.of(
                cell.name() + ", line " + number + ": " + message(error),
                "    " + line,
                "    " + line.substring(0, column).replaceAll("[^\\t]", " ") + "^".repeat(width));
    }

    /** The compiler's message in one line, with simple class names. */
    static String message(Diag error) {
        String text = error.getMessage(Locale.ROOT)
                .replaceAll("\\R\\s*location: class\\s*$", "")
                .replaceAll("\\R\\s*symbol:\\s*", ": ")
                .replaceAll("\\R\\s*location:\\s*", " in ")
                .replaceAll("\\s*\\R\\s*", "; ");
        return PACKAGE.matcher(text).replaceAll("");
    }
}
