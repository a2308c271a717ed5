package org.chainrule.kernel.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.cell.Origin;
import org.chainrule.kernel.names.Signatures;

/** Compile errors as a student needs them: the line of the cell, the place marked, the compiler's message. */
public final class CompileErrors {
    private static final String NAME = "CompileError";
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:method|constructor) (?:[\\w.]+\\.)?(\\w+(?:<.*?>)?\\(.*\\)) is not applicable");
    private static final Pattern CODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    private final JShell shell;
    private final Hints hints;
    private final BrokenStatements broken;
    private final UnreachedStatements unreached;

    /**
     * For the snippets of one shell.
     *
     * @param shell what has rejected them
     * @param indexWanted counted down when an unknown name asks for what could be imported
     * @param origins knows where the others stand
     */
    public CompileErrors(JShell shell, CountDownLatch indexWanted, RuntimeErrors origins) {
        this.shell = shell;
        this.hints = new Hints(shell.sourceCodeAnalysis(), indexWanted, new MissingVariables(shell, origins::origin));
        this.broken = new BrokenStatements(shell);
        this.unreached = new UnreachedStatements(shell);
    }

    /** All errors of a rejected snippet and of what follows it in its cell. */
    public CellException of(Snippet rejected, Origin origin) {
        List<Problem> problems = new ArrayList<>(problems(rejected, origin));
        broken.behind(problems, origin).forEach(next -> problems.addAll(problems(next.snippet(), next.origin())));
        unreached
                .behind(origin)
                .ifPresent(rest -> rest.errors().forEach(error -> problems.add(problem(error, rest.origin()))));
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.addAll(problem.lines()));
        String first =
                problems.isEmpty() ? "this is not Java code" : problems.get(0).message();
        String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
        return new CellException(NAME, first + more, lines);
    }

    /** A declaration that cannot stand without something that is not declared. */
    public CellException missing(DeclarationSnippet snippet, Origin origin) {
        String message = "cannot find " + needed(snippet) + ", which " + snippet.name() + " needs"
                + hints.of(new Hints.Mistake("compiler.err.cant.resolve", "", origin.source(), 0, 0));
        return new CellException(NAME, message, List.of(origin.describe(1) + ": " + message, "    " + origin.text(1)));
    }

    /** What the compiler itself cannot do, such as compile a chain of a hundred thousand calls. */
    public CellException compilerFailed(Throwable failed, Cell cell) {
        String reason = failed.toString().contains(StackOverflowError.class.getSimpleName())
                ? "too many calls in one chain, or brackets in one another; divide it, with variables between"
                : failed.toString();
        String message = cell.name() + " cannot be compiled: " + reason + ".";
        return new CellException(NAME, message, List.of(message));
    }

    /** Two variables, each in a line of its own, would be a declaration to JShell, and their values lost. */
    public void checkSemicolon(Origin origin) throws CellException {
        Matcher lines = Hints.TWO_LINES.matcher(origin.source());
        if (lines.matches()
                && shell.variables().anyMatch(variable -> variable.name().equals(lines.group(1)))) {
            int start = origin.offset();
            String message = "is a ; missing at the end of the line?";
            Problem problem = new Problem(origin.cell(), start, start + lines.end(1), message);
            throw new CellException(NAME, message, problem.lines());
        }
    }

    /** What keeps a declared method or class from being used. */
    public String note(DeclarationSnippet snippet) {
        return "Note: " + snippet.name() + " is declared, but cannot be used before " + needed(snippet) + " is.";
    }

    private String needed(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    }

    private List<Problem> problems(Snippet rejected, Origin origin) {
        return shell.diagnostics(rejected)
                .filter(Diag::isError)
                .sorted(Comparator.comparingLong(Diag::getPosition))
                .map(error -> problem(error, origin))
                .collect(Collectors.toList());
    }

    private Problem problem(Diag error, Origin origin) {
        String source = origin.source();
        int start = (int) error.getStartPosition();
        int end = (int) error.getEndPosition();
        int position = (int) error.getPosition();
        if (start < position && position < source.length() && source.charAt(position) == '.') {
            start = position + 1; // of a.b.c only the name that is wrong
        }
        String said = error.getMessage(Locale.ROOT);
        String hint = hints.of(new Hints.Mistake(error.getCode(), said, source, start, end));
        return new Problem(origin.cell(), origin.offset() + start, origin.offset() + end, message(said) + hint);
    }

    /** The compiler's message in one line, with simple class names. */
    static String message(String text) {
        String line = candidates(text)
                .replaceAll("\\R\\s*location: class\\s*$", "")
                .replaceAll(" in class  cannot", " cannot") // the class that JShell puts around a cell has no name
                .replaceAll("\\R\\s*symbol:\\s*", ": ")
                .replaceAll("\\R\\s*location:\\s*", " in ")
                .replaceAll("[\\s;]*\\R\\s*", "; ")
                .replaceAll("found: {2,}", "found: ");
        return Signatures.simpleNames(characters(line));
    }

    /** Of methods that do not fit only what they take, not javac's reasons one by one. */
    private static String candidates(String text) {
        String taken = CANDIDATE
                .matcher(text)
                .results()
                .map(candidate -> candidate.group(1))
                .distinct()
                .collect(Collectors.joining(" and "));
        return taken.isEmpty() ? text : text.lines().findFirst().orElse("") + "; there are " + taken;
    }

    /** The compiler writes a character it cannot take as its code; a student knows it by its look: ₁, not its number. */
    private static String characters(String text) {
        return CODE.matcher(text).replaceAll(code -> {
            int character = Integer.parseInt(code.group(1), 16);
            return Character.isISOControl(character) ? "$0" : Matcher.quoteReplacement(Character.toString(character));
        });
    }

    /** An error with its place in a cell. */
    record Problem(Cell cell, int start, int end, String message) {
        List<String> lines() {
            int lineStart = cell.code().lastIndexOf('\n', start - 1) + 1;
            int number = cell.lineOf(start);
            String line = cell.line(number);
            int column = Math.min(start - lineStart, line.length());
            int width = Math.max(1, Math.min(end - start, line.length() - column));
            return List.of(
                    cell.name() + ", line " + number + ": " + message,
                    "    " + line,
                    "    " + line.substring(0, column).replaceAll("[^\\t]", " ") + "^".repeat(width));
        }
    }
}
