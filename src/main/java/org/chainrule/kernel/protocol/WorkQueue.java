package org.chainrule.kernel.protocol;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Work that waits for its turn, done piece by piece on the thread that runs this queue. */
public final class WorkQueue implements Runnable {
    /** A piece of work, such as a request. */
    public interface Work {
        void run();

        /** What happens instead if it waited behind a cell that failed. */
        default void skip() {
            run();
        }
    }

    private static final Logger LOG = System.getLogger(WorkQueue.class.getName());

    private final LinkedBlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private boolean busy;

    /**
     * Puts work at the end.
     *
     * @param work is done when all before it is
     */
    public void add(Work work) {
        synchronized (waiting) {
            busy = true;
            waiting.add(work);
        }
    }

    /** Adds work if nothing else is waiting or being done; says whether it did. */
    public boolean addIfIdle(Work work) {
        synchronized (waiting) {
            if (busy) {
                return false;
            }
            add(work);
            return true;
        }
    }

    /** Takes all that waits out of the queue. */
    List<Work> takeWaiting() {
        List<Work> taken = new ArrayList<>();
        waiting.drainTo(taken);
        return taken;
    }

    /** Whatever becomes of one piece of work, memory being full for one, the next one gets its turn. */
    private static void run(Work work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            LOG.log(Level.DEBUG, "Work failed.", failed);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                run(waiting.take());
                synchronized (waiting) {
                    busy = !waiting.isEmpty();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
