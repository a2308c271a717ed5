package org.chainrule.math;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs a task once per {@link Half}: the first on the thread that asks, the second on a thread of its own, and comes back when both are
 * done. The other thread ends with {@link #close}.
 *
 * <p>Whoever waits looks again and again for a moment, since the next half mostly comes within microseconds, and then sleeps.
 */
public final class TwoThreads implements AutoCloseable {
    /** How often to look before sleeping: a few hundred microseconds. */
    private static final int LOOKS = 20_000;

    private final Thread asking = Thread.currentThread();
    private final Thread other = new Thread(this::work, "chainrule-second-half");
    private volatile Consumer<Half> task;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** Starts the other thread; only the thread that makes this may {@link #run}. */
    public TwoThreads() {
        other.setDaemon(true);
        other.start();
    }

    /**
     * Runs a task for both halves at the same time.
     *
     * @param both what to do, given the half to do it for; the halves must not write to the same places
     */
    public void run(Consumer<Half> both) {
        task = both;
        LockSupport.unpark(other);
        try {
            both.accept(Half.FIRST);
        } finally {
            waitForOther();
        }
        rethrow();
    }

    private void waitForOther() {
        for (int look = 0; task != null; look++) {
            pause(look);
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void work() {
        for (int look = 0; !closed; look++) {
            Consumer<Half> mine = task;
            if (mine == null) {
                pause(look);
                continue;
            }
            look = 0;
            try {
                mine.accept(Half.SECOND);
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
            task = null;
            LockSupport.unpark(asking);
        }
    }

    private void pause(int look) {
        if (look < LOOKS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(other);
    }
}
