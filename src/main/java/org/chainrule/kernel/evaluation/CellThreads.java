package org.chainrule.kernel.evaluation;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The threads of one cell: the one that runs its code, and those that its code starts, also once the cell is over. */
final class CellThreads extends ThreadGroup {
    /** Until then a thread can be stopped from outside, wherever it is; later only where its code looks for it. */
    private static final int LAST_JAVA_WITH_STOP = 19;

    private static final boolean STOPS_FROM_OUTSIDE = Runtime.version().feature() <= LAST_JAVA_WITH_STOP;

    private final BiConsumer<Thread, Throwable> onFailure;
    private volatile boolean stopped;

    /**
     * @param cell how messages call the cell
     * @param onFailure what happens to an exception that ends a thread which the cell has started
     */
    CellThreads(String cell, BiConsumer<Thread, Throwable> onFailure) {
        super(cell);
        this.onFailure = onFailure;
    }

    /** Whether loops must look for themselves if their cell was stopped. */
    static boolean needsChecks() {
        return !STOPS_FROM_OUTSIDE;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Stops all threads of the cell; to be called again until they are gone, because they may be in code of a library. */
    @SuppressWarnings("deprecation") // Java 17 has no better way to end a loop; newer ones end it in CellGuard
    void stopAll() {
        stopped = true;
        CellGuard.stopping(true);
        active().forEach(STOPS_FROM_OUTSIDE ? Thread::stop : Thread::interrupt);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!CellGuard.isStop(thrown)) {
            onFailure.accept(thread, thrown);
        }
    }

    private Stream<Thread> active() {
        Thread[] threads = new Thread[2 * activeCount() + 1];
        enumerate(threads);
        return Arrays.stream(threads).filter(Objects::nonNull);
    }
}
