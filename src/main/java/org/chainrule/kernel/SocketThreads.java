package org.chainrule.kernel;

/** Keeps the threads alive that carry all messages: one of them that ended would leave a kernel that hears nothing any more. */
final class SocketThreads {
    private static final String IO = "iothread-";
    private static final String REAPER = "reaper-";

    private SocketThreads() {}

    /** From now on a full memory, which a cell has caused, does not end them. */
    static void protect() {
        Thread.setDefaultUncaughtExceptionHandler(SocketThreads::ended);
    }

    private static void ended(Thread thread, Throwable thrown) {
        boolean carriesMessages =
                thread.getName().startsWith(IO) || thread.getName().startsWith(REAPER);
        if (carriesMessages && thrown instanceof OutOfMemoryError) {
            MemoryReserve.insist(thread::run); // JeroMQ's loop goes on where it was
        } else {
            thrown.printStackTrace(); // as Java does
        }
    }
}
