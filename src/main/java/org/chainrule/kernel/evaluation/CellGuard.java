package org.chainrule.kernel.evaluation;

import java.util.concurrent.atomic.AtomicBoolean;

/** What the code of cells calls without its author having written it: {@link CellWeaver} puts the calls there. */
public final class CellGuard {
    /** Whether a cell is being stopped; asked in every loop, so that all else is asked only then. */
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private CellGuard() {}

    /** Tells the code of all cells to look whether it is theirs that is stopped. */
    static void stopping(boolean now) {
        STOPPING.set(now);
    }

    /** Called in every method and every loop: ends the thread if its cell was stopped. */
    public static void check() {
        if (STOPPING.get()
                && Thread.currentThread().getThreadGroup() instanceof CellThreads threads
                && threads.isStopped()) {
            throw new CellStopped();
        }
    }

    /**
     * Called where a cell catches everything: what stops the cell is not for it to catch.
     *
     * @param caught what was thrown
     */
    public static void caught(Throwable caught) {
        if (isStop(caught)) {
            throw (Error) caught;
        }
    }

    /**
     * Called in place of {@link System#exit}, which would end the kernel and lose every variable.
     *
     * @param status the exit code
     * @throws SystemExit always
     */
    public static void exit(int status) {
        throw new SystemExit(
                "System.exit(" + status + ") ends no cell: leave it out, or restart the kernel from its menu.");
    }

    /** Called in place of {@link Runtime#exit} and {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Whether this is what stops a thread, and no fault of its code. */
    static boolean isStop(Throwable thrown) {
        return thrown instanceof CellStopped || thrown instanceof ThreadDeath;
    }

    /** Ends the code of a stopped cell. */
    private static final class CellStopped extends Error {
        CellStopped() {
            super("the cell was stopped", null, false, false);
        }
    }

    /** Tells that a cell tried to end the process. */
    private static final class SystemExit extends Error {
        SystemExit(String message) {
            super(message);
        }
    }
}
