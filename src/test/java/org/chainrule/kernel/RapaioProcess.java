package org.chainrule.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rapaio.jupyter.kernel.MainApp;

/**
 * The real Rapaio kernel in a process of its own, which makes a file as soon as it can be spoken to. It opens its sockets earlier, and a
 * message that arrives meanwhile ends the thread that reads them; that thread also ends if it runs before it is marked as running.
 */
final class RapaioProcess {
    /** What the process ends with if its threads are not what they should be; another process may have more luck. */
    static final int STILLBORN = 75;

    private static final String LAST_CALL = "joinUntilClose";

    private RapaioProcess() {}

    public static void main(String[] words) throws Exception {
        Thread starting = Thread.currentThread();
        Thread watching = new Thread(() -> announce(starting, Path.of(words[1])));
        watching.setDaemon(true);
        watching.start();
        MainApp.main(new String[] {words[0]});
    }

    private static void announce(Thread starting, Path ready) {
        try {
            while (Arrays.stream(starting.getStackTrace())
                    .noneMatch(frame -> frame.getMethodName().equals(LAST_CALL))) {
                Thread.sleep(50);
            }
            if (Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("Shell-"))) {
                Runtime.getRuntime().halt(STILLBORN);
            }
            Files.createFile(ready);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
