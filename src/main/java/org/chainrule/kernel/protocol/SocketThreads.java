package org.chainrule.kernel.protocol;

import java.util.concurrent.locks.LockSupport;

/** Keeps the threads alive that carry all messages: one of them that ended would leave a kernel that hears nothing any more. */
public final class SocketThreads {
    private static final String IO = "iothread-";
    private static final String REAPER = "reaper-";
    private static final long PAUSE_NANOS = 20_000_000;

    private SocketThreads() {}

    /** From now on a full memory, which a cell has caused, does not end them. */
    public static void protect() {
        Thread.setDefaultUncaughtExceptionHandler(SocketThreads::ended);
    }

    private static void ended(Thread thread, Throwable thrown) {
        boolean carriesMessages =
                thread.getName().startsWith(IO) || thread.getName().startsWith(REAPER);
        if (carriesMessages && thrown instanceof OutOfMemoryError) {
            goOn(thread);
        } else {
            thrown.printStackTrace(); // as Java does
        }
    }

    /** Goes on with JeroMQ's loop where it was; needs no memory itself. */
    private static void goOn(Thread thread) {
        while (true) {
            try {
                thread.run();
                return;
            } catch (OutOfMemoryError stillFull) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
