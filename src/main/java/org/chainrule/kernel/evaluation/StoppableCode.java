package org.chainrule.kernel.evaluation;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import org.chainrule.kernel.memory.MemoryReserve;

/** Runs users' code, one piece at a time, in threads that can really be stopped. */
public final class StoppableCode {
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final MemoryReserve reserve = new MemoryReserve();
    private volatile CellThreads threads = new CellThreads("kernel", (thread, thrown) -> {});
    private volatile Thread running;

    /** A cell begins: its code runs in these threads. */
    void begin(CellThreads cell) {
        CellGuard.stopping(false);
        threads = cell;
    }

    /** Those of the cell that began last. */
    CellThreads threads() {
        return threads;
    }

    /** The thread of users' code, {@code null} between two pieces. */
    Thread running() {
        return running;
    }

    /** Runs code and waits for it, but not for threads that it has started; throws what it throws. */
    Object call(Callable<?> code) throws Throwable {
        Work work = new Work(code);
        Thread thread = new Thread(threads, work, threads.getName());
        running = thread;
        try {
            reserve.keepIfScarce();
            thread.start();
            while (thread.isAlive()) {
                thread.join(LOOK_AGAIN_MILLIS);
                reserve.keepIfScarce();
            }
            return work.result();
        } finally {
            running = null;
            reserve.release();
        }
    }

    /** Ends the running code and its threads; to be called until they have ended. */
    void stop() {
        threads.stopAll();
    }

    /** Code with what came of it; nothing, if its thread was stopped. */
    private static final class Work implements Runnable {
        private final Callable<?> code;
        private Object value;
        private Throwable thrown = new StoppedException();

        Work(Callable<?> code) {
            this.code = code;
        }

        @Override
        public void run() {
            try {
                value = code.call();
                thrown = null;
            } catch (InvocationTargetException failed) {
                fail(failed.getCause());
            } catch (Throwable failed) {
                fail(failed);
            }
        }

        private void fail(Throwable failed) {
            Throwable stopped = thrown;
            thrown = failed; // before anything that needs memory, which may be full
            if (CellGuard.isStop(failed)) {
                thrown = stopped;
            }
        }

        Object result() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return value;
        }
    }
}
