package org.chainrule.kernel.evaluation;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;

/**
 * Ends the running cell when the user asks for it: first by an interrupt, which sleeping code and training loops obey,
 * then by stopping its threads again and again until they are gone, those that it has started too.
 *
 * <p>Code of a library that does not let itself be stopped is given up after some seconds: it goes on beside the next
 * cells.
 */
public final class Interrupter {
    private static final long PATIENCE_MILLIS = 100;
    private static final long RETRY_MILLIS = 20;
    private static final int MOST_ATTEMPTS = 150;

    private static final String GIVEN_UP = " But a library that it called runs on; restart the kernel to end it.";

    private final StoppableCode code;
    private boolean active;
    private boolean requested;
    private boolean abandoned;
    private Thread evaluating;
    private int cells;

    /** The threads of the cell before, until the running one has its own. */
    private CellThreads before;

    /**
     * For code that runs nothing yet.
     *
     * @param code what is stopped
     */
    public Interrupter(StoppableCode code) {
        this.code = code;
    }

    /** What is interrupted. */
    StoppableCode code() {
        return code;
    }

    /** A cell starts: from here on it can be interrupted. */
    public synchronized void begin() {
        active = true;
        requested = false;
        abandoned = false;
        evaluating = Thread.currentThread();
        cells++;
        before = code.threads();
    }

    /** The cell is over: an interrupt that arrives later does nothing. */
    public synchronized void end() {
        active = false;
        if (abandoned) {
            Thread.interrupted(); // it was meant for the cell, not for what the kernel does next
        }
        notifyAll();
    }

    /** Fails if the running cell was interrupted. */
    synchronized void check(Cell cell) throws CellException {
        if (requested) {
            throw CellException.interrupted(cell, "", "");
        }
    }

    /** Fails if the running cell was interrupted; what the library said when it gave up is passed on. */
    synchronized void check(Cell cell, Stream<JShellException> thrown) throws CellException {
        String said = thrown.filter(EvalException.class::isInstance)
                .map(EvalException.class::cast)
                .filter(e -> e.getExceptionClassName().equals(CancellationException.class.getName()))
                .map(e -> " (" + e.getMessage().replaceFirst("\\.$", "") + ")")
                .findFirst()
                .orElse("");
        if (requested) {
            throw CellException.interrupted(cell, said, abandoned ? GIVEN_UP : "");
        }
    }

    /** Stops the running cell, if there is one, without waiting for it. */
    public synchronized void interrupt() {
        if (active && !requested) {
            requested = true;
            int cell = cells;
            CellThreads threads = code.threads();
            Optional<CellThreads> own = threads == before ? Optional.empty() : Optional.of(threads);
            Thread stopper = new Thread(() -> stopUntilOver(cell, own), "chainrule-interrupt");
            stopper.setDaemon(true);
            stopper.start();
        }
    }

    private synchronized void stopUntilOver(int cell, Optional<CellThreads> own) {
        try {
            Thread running = code.running();
            if (running != null && isRunning(cell)) {
                running.interrupt();
            }
            wait(PATIENCE_MILLIS);
            for (int attempt = 1; isRunning(cell); attempt++) {
                code.stop(); // a cell that is still being compiled has no thread yet: the next attempt finds it
                if (attempt == MOST_ATTEMPTS) {
                    abandoned = true;
                    evaluating.interrupt();
                }
                wait(RETRY_MILLIS);
            }
            if (own.isPresent()) {
                stopLeft(own.get());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** The cell may be over while threads that it has started are not. */
    private void stopLeft(CellThreads threads) throws InterruptedException {
        for (int attempt = 1; threads.activeCount() > 0 && attempt <= MOST_ATTEMPTS; attempt++) {
            threads.stopAll();
            wait(RETRY_MILLIS);
        }
        if (!requested) {
            CellGuard.stopping(false); // the next cell, which runs already, need not look
        }
    }

    /** The cell that was to be stopped, and not the next one, which may have begun meanwhile. */
    private boolean isRunning(int cell) {
        return active && cells == cell;
    }
}
