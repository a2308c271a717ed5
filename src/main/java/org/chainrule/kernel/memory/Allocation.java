package org.chainrule.kernel.memory;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that the statements of a cell allocate, while somebody asks for it. */
public final class Allocation {
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean counting;

    /** Begins to measure. */
    public void start() {
        bytes.set(0);
        counting = true;
    }

    /**
     * Ends measuring.
     *
     * @return bytes that the measured statements have allocated
     */
    public long end() {
        counting = false;
        return bytes.get();
    }

    /** Runs a statement; what its own thread allocates is counted. */
    public Object measure(Callable<?> statement) throws Exception {
        if (!counting) {
            return statement.call();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        try {
            return statement.call();
        } finally {
            bytes.addAndGet(threads.getThreadAllocatedBytes(id) - before);
        }
    }
}
