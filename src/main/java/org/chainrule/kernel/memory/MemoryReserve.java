package org.chainrule.kernel.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Memory that is kept back from cells while they run, once half of it is used or little is left. Cells and kernel share one heap: without this, a
 * variable that fills it would leave nothing to compile the cell that frees it.
 */
public final class MemoryReserve {
    private static final int PIECE = 1 << 18;
    private static final int PIECES = 128;
    private static final int PART = 16;
    /** What is left to the cell where memory is nearly full already, and to all that the kernel does meanwhile. */
    private static final int LEFT_PIECES = 16;

    /** So much can be filled before anybody has looked again. */
    private static final long SOON_FILLED = 256L << 20;

    private static final int MOST_ATTEMPTS = 250;
    private static final long PAUSE_NANOS = 20_000_000;

    private final IntFunction<byte[]> memory;
    private final Deque<byte[]> kept = new ArrayDeque<>(PIECES);
    private boolean full;

    /** Keeps nothing back yet. */
    public MemoryReserve() {
        this(byte[]::new);
    }

    /**
     * @param memory allocates so many bytes
     */
    MemoryReserve(IntFunction<byte[]> memory) {
        this.memory = memory;
    }

    /** To be called before users' code runs, and again and again meanwhile. */
    public void keepIfScarce() {
        if (max() - used() <= Math.max(max() / 2, SOON_FILLED)) {
            keep();
        }
    }

    /** Tries once until the release: each try in full memory costs a collection of all of it. */
    void keep() {
        if (full || !kept.isEmpty()) {
            return;
        }
        try {
            while (kept.size() < Math.min(PIECES, max() / PART / PIECE)) {
                kept.add(memory.apply(PIECE));
            }
        } catch (OutOfMemoryError noMore) {
            full = true;
            for (int i = 0; i < LEFT_PIECES; i++) {
                kept.poll();
            }
        }
    }

    /** The users' code is over: now the kernel may need it. */
    public void release() {
        full = false;
        kept.clear();
    }

    /** Does what must not fail because a cell has filled the memory for a moment. */
    public static void insist(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (OutOfMemoryError full) {
                if (attempt == MOST_ATTEMPTS) {
                    throw full;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** The bytes that are used, also for what nobody needs any more. */
    static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /**
     * How much memory Java may take.
     *
     * @return bytes
     */
    public static long max() {
        return Runtime.getRuntime().maxMemory();
    }
}
