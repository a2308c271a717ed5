package org.chainrule.kernel.install;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder by which Jupyter knows the kernel: {@code kernel.json}, the logos, and a copy of the jar, so that cleaning the
 * build does not take the kernel away.
 *
 * @param folder such as {@code ~/.local/share/jupyter/kernels/chainrule}
 */
record KernelSpec(Path folder) {
    /** The name of the kernel for Jupyter: that of its folder, and in the metadata of notebooks. */
    static final String NAME = "chainrule";

    private static final String JAR = "chainrule-kernel.jar";
    private static final long SAME = -1;
    private static final String JSON = "kernel.json";

    /** What starts Java, and the shell that runs it. */
    private static final String START = "start.sh";

    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * The serial collector needs less memory than Java's usual collector, and what trainings allocate lives short. An archive that does
     * not fit is no news; where it does, Java maps it as it is and does not adapt tens of MB to another address, and compiles what runs often
     * here and now, not what did so when the archive was made (options of newer Javas, which older ones ignore). Java's best compiler begins twenty times later than usual: what runs long reaches it within milliseconds
     * all the same, and in the first second, in which it would compile JShell and javac, it leaves the processor to the first cells. Of a
     * method with many vector operations it must count more traps than usual, or else JDK 17 makes an object of every vector at times.
     */
    private static final List<String> OPTIONS = List.of(
            "-ea",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:-AOTReplayTraining",
            "-XX:-UsePerfData",
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000",
            "-XX:PerMethodTrapLimit=1000",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    /** What Jupyter's pages show: the logos, and what the Help menu opens. */
    private static final List<String> PAGES = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg", "help.html");

    /** The kernelspec in a folder of kernels. */
    static KernelSpec in(Path kernels) {
        return new KernelSpec(kernels.toAbsolutePath().normalize().resolve(NAME));
    }

    /**
     * Writes the folder; what an earlier installation wrote is replaced.
     *
     * @param java the executable that shall run the kernel
     * @param jar the kernel
     * @throws IOException if a file cannot be written
     */
    void write(Path java, Path jar) throws IOException {
        Files.createDirectories(folder);
        Path copy = folder.resolve(JAR);
        if (!Files.exists(copy) || Files.mismatch(jar, copy) != SAME) { // on Windows a jar in use cannot be replaced
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String page : PAGES) {
            copy(page);
        }
        copy(START);
        ClassArchive archive = new ClassArchive(copy);
        List<String> options = new ArrayList<>(OPTIONS);
        if (archived(archive, java) || later(archive)) {
            options.add(archive.option());
        }
        Files.writeString(folder.resolve(JSON), json(java, options, copy));
    }

    private void copy(String resource) throws IOException {
        try (InputStream content = KernelSpec.class.getResourceAsStream(resource)) {
            Files.copy(content, folder.resolve(resource), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether there is an archive of classes now; without one the kernel starts as well, only later. */
    private static boolean archived(ClassArchive archive, Path java) {
        try {
            if (Files.exists(archive.file()) && archive.fits()) {
                return true;
            }
            return archive.adopt(archive.make(command(java, OPTIONS, archive.jar())));
        } catch (IOException notMade) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether the archive may come later, as it does when another process makes one just now, or did and was killed: who starts
     * Java leaves out an empty one, and the kernel has it made.
     */
    private static boolean later(ClassArchive archive) throws IOException {
        if (hasShell() && !Files.exists(archive.file())) {
            Files.createFile(archive.file());
        }
        return hasShell();
    }

    private static boolean hasShell() {
        return Files.isExecutable(SHELL);
    }

    /**
     * Removes what {@link #write} wrote, and the folder unless it holds something else.
     *
     * @return whether there was a kernel
     * @throws IOException if a file cannot be removed
     */
    boolean remove() throws IOException {
        boolean removed = Files.deleteIfExists(folder.resolve(JSON));
        removed |= Files.deleteIfExists(folder.resolve(JAR));
        ClassArchive archive = new ClassArchive(folder.resolve(JAR));
        for (Path file : List.of(
                archive.file(), archive.mark(), archive.unfinished(), archive.configuration(), folder.resolve(START))) {
            Files.deleteIfExists(file);
        }
        for (String page : PAGES) {
            Files.deleteIfExists(folder.resolve(page));
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return removed; // somebody else's files stay where they are
        }
        return removed;
    }

    private String json(Path java, List<String> options, Path jar) {
        List<String> argv = new ArrayList<>();
        if (hasShell()) { // elsewhere Java is started as it is
            argv.addAll(List.of(SHELL.toString(), folder.resolve(START).toString()));
        }
        argv.addAll(command(java, options, jar));
        argv.add("{connection_file}");
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", argv);
        spec.put("display_name", "Java (Chainrule)");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message"); // an interrupt signal would end the JVM
        spec.put("env", Map.of());
        spec.put("metadata", Map.of("debugger", false));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(spec) + "\n";
    }

    private static List<String> command(Path java, List<String> options, Path jar) {
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(options);
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }
}
