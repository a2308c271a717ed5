package org.chainrule.kernel.cell;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a cell failed, in the words that the student reads. */
public final class CellException extends Exception {
    private static final String INTERRUPTED = "Interrupted";
    /** A number, or the address of an object. */
    private static final Pattern VALUE = Pattern.compile("@[0-9a-f]+|-?\\d[\\d.,]*(?:E-?\\d+)?");

    private final String name;
    private final transient List<String> lines;

    /**
     * @param name the kind of error, as in {@code IllegalArgumentException} or {@code CompileError}
     * @param message what went wrong, in one line
     * @param lines what the notebook shows below the cell
     */
    public CellException(String name, String message, List<String> lines) {
        super(message);
        this.name = name;
        this.lines = List.copyOf(lines);
    }

    /** An error that its message tells completely. */
    public static CellException of(String name, String message) {
        return new CellException(name, message, List.of(name + ": " + message));
    }

    /** What an interrupted cell reports, with what the library said of it and what is left to do, if anything. */
    public static CellException interrupted(Cell cell, String remark, String advice) {
        String message = cell.name() + " was stopped" + remark + "; all values defined so far are kept." + advice;
        return of(INTERRUPTED, message);
    }

    /** What nobody has foreseen. */
    public static CellException kernelFailed(Throwable failed) {
        if (failed instanceof OutOfMemoryError) {
            return of(OutOfMemoryError.class.getSimpleName(), failed.getMessage());
        }
        return of(failed.getClass().getSimpleName(), "The kernel failed: " + failed + ". Please report this.");
    }

    /**
     * The kind of error.
     *
     * @return such as {@code NullPointerException}
     */
    public String name() {
        return name;
    }

    /** The same error with one more line below. */
    public CellException with(String line) {
        return new CellException(
                name,
                getMessage(),
                Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    /**
     * Whether somebody has stopped the cell.
     *
     * @return false for errors
     */
    public boolean isInterrupt() {
        return name.equals(INTERRUPTED);
    }

    /** What is the same of two errors with one cause: the kind, the lines of the cells, and the message without its values. */
    public String cause() {
        String frames = lines.stream().filter(line -> line.startsWith(" ")).collect(Collectors.joining("\n"));
        return name + "\n" + VALUE.matcher(getMessage()).replaceAll("") + "\n" + frames;
    }

    /**
     * What is shown below the cell.
     *
     * @return the lines, the message first
     */
    public List<String> lines() {
        return lines;
    }
}
