package org.chainrule.kernel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chainrule.kernel.install.ClassArchive;

/** Has the archive of classes made again, while the kernel runs, after Java or the kernel itself was renewed. */
final class ArchiveKeeper implements Runnable {
    /** By then the first cells have run; who starts a kernel wants to see them, not an archive. */
    private static final long DELAY_SECONDS = 15;

    /** A rehearsal may fail, for instance because somebody else took its port. */
    private static final int MOST_ATTEMPTS = 2;

    @Override
    public void run() {
        try {
            TimeUnit.SECONDS.sleep(DELAY_SECONDS);
            Path jar = runningJar();
            if (Files.isRegularFile(jar)) {
                ClassArchive archive = new ClassArchive(jar);
                boolean done = false;
                for (int attempt = 1; !done && attempt <= MOST_ATTEMPTS; attempt++) {
                    Process making = archive.refresh(command(jar));
                    done = making == null || archive.adopt(making);
                }
            }
        } catch (IOException | URISyntaxException notWritable) {
            return; // the next start is as slow as this one was
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path runningJar() throws URISyntaxException {
        return Path.of(ArchiveKeeper.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** How this kernel was started, up to the connection file. */
    private static List<String> command(Path jar) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow(() -> new IOException("no path of java"));
        List<String> words = new ArrayList<>(List.of(java));
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }
}
