package org.chainrule.kernel.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a kernel as Java keeps them in memory, in a file beside the jar, from which a kernel starts a third faster.
 *
 * <p>Java takes it only if it was made by the same Java from the same jar, and starts without it otherwise; so it may be
 * missing, out of date or damaged.
 *
 * @param jar the kernel's jar
 */
public record ClassArchive(Path jar) {
    private static final String OPTION = "-XX:SharedArchiveFile=";
    private static final String MAKE_OPTION = "-XX:ArchiveClassesAtExit=";

    /** Java's newer kind of archive, which also holds how the classes refer to each other. */
    private static final String MAKE_LINKED_OPTION = "-XX:AOTCacheOutput=";

    private static final int FIRST_LINKED = 25;
    private static final int HEADER_BYTES = 8192;

    private static final long PATIENCE_SECONDS = 120;
    private static final long FORGOTTEN_MILLIS = 10 * 60 * 1000;

    /** Where the archive is, such as {@code chainrule-kernel.jsa}. */
    Path file() {
        return jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "") + ".jsa");
    }

    /** The file in which an archive grows until it is complete; while it is there, nobody else makes one. */
    Path unfinished() {
        return file().resolveSibling(file().getFileName() + ".new");
    }

    /** What Java 25 writes on the way to an archive, and takes away itself if nobody ends it. */
    Path configuration() {
        return unfinished().resolveSibling(unfinished().getFileName() + ".config");
    }

    /**
     * The file that holds the size of a whole archive and is as new as that. Java itself does not look whether an archive is whole,
     * and some crash on half of one; so who starts Java looks here.
     */
    Path mark() {
        return file().resolveSibling(file().getFileName() + ".whole");
    }

    /** What tells Java to use the archive. */
    String option() {
        return OPTION + file();
    }

    /** Whether this Java made the archive from this jar, and it is as it was made. */
    boolean fits() throws IOException {
        if (isNewer(jar, file()) || !isWhole()) {
            return false;
        }
        try (InputStream archive = Files.newInputStream(file())) {
            String header = new String(archive.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
            return header.contains("(" + System.getProperty("java.vm.version") + ")");
        }
    }

    private boolean isWhole() throws IOException {
        return Files.exists(mark())
                && !isNewer(file(), mark())
                && Files.readString(mark()).strip().equals(Long.toString(Files.size(file())));
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    /**
     * Makes the archive anew if there is one that does not fit. An empty file asks for one, too.
     *
     * @param command how the kernel was started, up to the arguments of its main class
     * @return the process that does it, which {@link #adopt} waits for; null if there is nothing to do
     * @throws IOException if the folder cannot be written to
     */
    public Process refresh(List<String> command) throws IOException {
        if (!Files.isRegularFile(file()) || fits()) {
            return null;
        }
        return make(command);
    }

    /** Starts a rehearsal whose classes Java archives at its end. */
    Process make(List<String> command) throws IOException {
        forgetAbandoned();
        Files.createFile(unfinished());
        List<String> words = new ArrayList<>(command);
        words.removeIf(word -> word.startsWith(OPTION));
        words.add(1, makeOption() + unfinished());
        words.add("rehearse");
        try {
            return new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noJava) {
            Files.delete(unfinished());
            throw noJava;
        }
    }

    private static String makeOption() {
        return Runtime.version().feature() < FIRST_LINKED ? MAKE_OPTION : MAKE_LINKED_OPTION;
    }

    /**
     * Puts the archive that a process makes in place of the old one.
     *
     * @param making what {@link #refresh} has started
     * @return whether there is a new archive now
     * @throws IOException if the folder cannot be written to
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean adopt(Process making) throws IOException, InterruptedException {
        try {
            boolean made = making.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && making.exitValue() == 0;
            if (made && Files.size(unfinished()) > 0) {
                finish();
                return true;
            }
            return false;
        } finally {
            making.descendants()
                    .forEach(ProcessHandle::destroyForcibly); // Java 25 writes its archive in a second process
            making.destroyForcibly();
            Files.deleteIfExists(unfinished());
            Files.deleteIfExists(configuration());
        }
    }

    private void finish() throws IOException {
        unfinished().toFile().setWritable(true, true); // Java makes it read-only
        try (FileChannel archive = FileChannel.open(unfinished(), StandardOpenOption.WRITE)) {
            archive.force(true);
        }
        Files.move(unfinished(), file(), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(mark(), Files.size(file()) + "\n");
    }

    /** Takes away what a kernel that was killed has left. */
    private void forgetAbandoned() throws IOException {
        if (Files.exists(unfinished())) {
            long age = System.currentTimeMillis()
                    - Files.getLastModifiedTime(unfinished()).toMillis();
            if (age > FORGOTTEN_MILLIS) {
                Files.delete(unfinished());
                Files.deleteIfExists(configuration());
            }
        }
    }
}
