package org.chainrule.kernel.protocol;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes messages as slow as front ends can take them: a Jupyter server drops what exceeds 1000 in a second. */
final class Pace {
    private static final int PER_SECOND = 600;
    private static final int AT_ONCE = 300;
    private static final double PER_NANO = PER_SECOND / (double) TimeUnit.SECONDS.toNanos(1);

    private double allowed = AT_ONCE;
    private long last = System.nanoTime();

    /** Waits until one more message may follow; many may follow at once when there were few before. */
    void awaitNext() {
        long now = System.nanoTime();
        allowed = Math.min(AT_ONCE, allowed + (now - last) * PER_NANO) - 1;
        last = now;
        if (allowed < 0) {
            LockSupport.parkNanos((long) (-allowed / PER_NANO));
        }
    }
}
