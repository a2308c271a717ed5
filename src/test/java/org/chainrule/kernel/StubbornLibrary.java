package org.chainrule.kernel;

/** Code that is no cell's and cannot be stopped. */
public final class StubbornLibrary {
    private static volatile boolean going;

    private StubbornLibrary() {}

    /** Runs, whatever comes, until it is told to end. */
    public static void run() {
        going = true;
        while (going) {
            try {
                while (going) {
                    Thread.onSpinWait();
                }
            } catch (Throwable all) {
                Thread.onSpinWait();
            }
        }
    }

    static void end() {
        going = false;
    }
}
