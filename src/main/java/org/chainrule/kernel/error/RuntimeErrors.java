package org.chainrule.kernel.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.cell.CellNames;
import org.chainrule.kernel.cell.Origin;
import org.chainrule.kernel.cell.SnippetClasses;

/** Exceptions as a student needs them: type, message, causes, and the lines of the cells they came through. */
public final class RuntimeErrors {
    /** Of a deep recursion Java keeps only this many frames. */
    private static final int KEPT_FRAMES = 1024;

    /** Where two classes come from that are not each other. */
    private static final Pattern MODULES = Pattern.compile(" \\([^()]* in (?:module|unnamed module)[^()]*\\)$");

    private static final Set<String> WITHOUT_ROOM = Set.of("OutOfMemoryError", "StackOverflowError");

    /** What Java says without a word, and beginners meet. */
    private static final Map<String, String> MEANINGS = Map.of(
            "HeadlessException",
            "a notebook opens no windows; a chart or an image that is the last line of its cell is shown below it",
            "UnsupportedOperationException",
            "what cannot be changed, such as List.of(1, 2), was to be changed; new ArrayList<>(list) can be",
            "NoSuchElementException",
            "there is no further element",
            "ConcurrentModificationException",
            "a collection was changed while a loop went through it");

    private final JShell shell;
    private final SnippetClasses classes;
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private volatile Origin running;

    /**
     * For the snippets of one shell.
     *
     * @param shell what has compiled them
     * @param classes what is known of the classes made of them
     */
    public RuntimeErrors(JShell shell, SnippetClasses classes) {
        this.shell = shell;
        this.classes = classes;
    }

    /** What is evaluated next, of which JShell tells the id only when it is over. */
    public void running(Origin origin) {
        running = origin;
    }

    /** Where a snippet stands; empty if it is none of a cell. */
    public Optional<Origin> origin(Snippet snippet) {
        return Optional.ofNullable(origins.get(snippet.id()));
    }

    /** Where the frames of a snippet, which JShell marks by its id, will be found. */
    public void remember(Snippet snippet, Origin origin) {
        origins.put(snippet.id(), origin);
    }

    /** What user code threw. */
    public CellException of(JShellException thrown, Cell cell) {
        if (thrown instanceof UnresolvedReferenceException) {
            return unresolved((UnresolvedReferenceException) thrown, cell);
        }
        List<String> lines = new ArrayList<>(lines(thrown));
        boolean noRoom = WITHOUT_ROOM.contains(simpleName(thrown)); // for its stack trace
        if (noRoom && thrown.getStackTrace().length == 0 && running != null) {
            lines.add("  " + running.describe(1) + ":  " + running.text(1));
        }
        return error(thrown, lines);
    }

    /** What the kernel's own work for a cell, such as a magic or showing its value, threw. */
    public CellException of(Throwable thrown, Cell cell) {
        List<String> lines = new ArrayList<>(lines(thrown));
        lines.add("  in what " + cell.name() + " shows or loads");
        return error(thrown, lines);
    }

    /** What ended a thread that a cell has started. */
    public CellException inThread(Thread thread, Throwable thrown, Cell cell) {
        List<String> lines = new ArrayList<>(lines(thrown));
        lines.add("  in the thread " + thread.getName() + ", which " + cell.name() + " has started");
        return error(thrown, lines);
    }

    /** An exception and its causes, each with its way through the cells. */
    List<String> lines(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = new LinkedHashSet<>();
        List<String> way = List.of();
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            List<String> frames = frames(t);
            if (seen.size() > 1 && isChainrules(thrown) && (frames.isEmpty() || frames.equals(way))) {
                break; // its message says it all
            }
            lines.add((seen.size() > 1 ? "caused by " : "") + headline(t));
            lines.addAll(frames.equals(way) ? List.of() : frames); // a cause that came the same way needs no second map
            way = frames;
        }
        return lines;
    }

    private static boolean isChainrules(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return simpleName(thrown).equals(IllegalArgumentException.class.getSimpleName())
                && frames.length > 0
                && frames[0].getClassName().startsWith("org.chainrule.");
    }

    private static CellException error(Throwable thrown, List<String> lines) {
        return new CellException(simpleName(thrown), message(thrown).orElse(""), lines);
    }

    private CellException unresolved(UnresolvedReferenceException thrown, Cell cell) {
        String needed = shell.unresolvedDependencies(thrown.getSnippet()).collect(Collectors.joining(", "));
        String message = thrown.getSnippet().name() + " cannot be used before " + needed + " is declared";
        return new CellException("UnresolvedReference", message, List.of(cell.name() + ": " + message + "."));
    }

    /** The frames of cells; those of a recursion are written once with their number. */
    private List<String> frames(Throwable thrown) {
        Map<String, Integer> calls = new LinkedHashMap<>();
        boolean isCut = thrown.getStackTrace().length >= KEPT_FRAMES;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            boolean method = !frame.getMethodName().isEmpty(); // what is outside of methods JShell calls twice
            describe(frame).ifPresent(text -> calls.merge(text, 1, (old, one) -> method ? old + one : old));
        }
        return calls.entrySet().stream()
                .map(call -> call.getKey() + times(call.getValue(), isCut))
                .collect(Collectors.toList());
    }

    private static String times(int calls, boolean isCut) {
        return calls < 2 ? "" : "  (" + (isCut ? "at least " : "") + calls + " times)";
    }

    /** A frame of a cell; empty for those of the kernel, the JDK and libraries. */
    private Optional<String> describe(StackTraceElement frame) {
        String file = frame.getFileName();
        boolean translated = file != null && file.startsWith("#"); // by JShell, from its classes to the snippets
        String id = translated ? file.substring(1) : SnippetClasses.idOf(frame.getClassName());
        Origin origin = id.isEmpty() ? null : origins.getOrDefault(id, running);
        if (origin == null) {
            return Optional.empty();
        }
        int line = translated ? frame.getLineNumber() : classes.snippetLine(frame);
        return Optional.of("  " + origin.describe(line) + ":  " + origin.text(line));
    }

    /** The type and message of an exception. */
    public static String headline(Throwable thrown) {
        return simpleName(thrown)
                + message(thrown).map(message -> ": " + message).orElse("");
    }

    /** The message; what the cells declare is named without the classes that JShell puts around it. */
    private static Optional<String> message(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .map(CellNames::simple)
                .map(message -> MODULES.matcher(message).replaceFirst(""))
                .or(() ->
                        Optional.ofNullable(MEANINGS.get(simpleName(thrown))).filter(meaning -> isFromTheJdk(thrown)));
    }

    private static boolean isFromTheJdk(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith("java.");
    }

    private static String simpleName(Throwable thrown) {
        String name = thrown instanceof EvalException
                ? ((EvalException) thrown).getExceptionClassName()
                : thrown.getClass().getName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
