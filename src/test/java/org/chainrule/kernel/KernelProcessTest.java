package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as the process that Jupyter starts and ends. */
class KernelProcessTest {
    private static final int MOST_ATTEMPTS = 3;

    @TempDir
    private Path folder;

    private KernelClient client;
    private Process process;
    private final Map<String, String> environment = new HashMap<>(Map.of(SessionFiles.SETTING, "off"));

    /** Another process may have taken one of the free ports meanwhile, as it may from Jupyter; then others are tried. */
    private void start(String... options) throws Exception {
        for (int attempt = 1; ; attempt++) {
            client = new KernelClient();
            launch(client.connection(), options);
            try {
                client.of(process).awaitReady();
                return;
            } catch (AssertionError ended) {
                String said = Files.readString(folder.resolve("output.txt"));
                if (attempt == MOST_ATTEMPTS || !said.startsWith("The kernel cannot listen on the ports")) {
                    throw new AssertionError(said, ended);
                }
                client.close();
            }
        }
    }

    private void launch(String content, String... options) throws Exception {
        Path connection = Files.writeString(folder.resolve("connection.json"), content);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ChainruleKernel.class.getName(),
                connection.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        client.close();
    }

    @Test
    void restsAfterAnInterruptAndEndsWhenAsked() throws Exception {
        start();
        String id =
                client.submit("long i = 0;\nwhile (true) { if (i++ == 0) System.out.println(\"begun\"); }", Map.of());
        client.awaitPublished(id, message -> message.type().equals("stream"));
        assertEquals("ok", client.control("interrupt_request", Map.of()).status());
        assertEquals("Interrupted", client.await(id).reply().text("ename"));
        assertEquals("true", client.execute("i > 0").result());
        assertTrue(comesToRest(), "The process still computes.");

        assertEquals(
                "ok",
                client.control("shutdown_request", Map.of("restart", false)).status());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "The process still runs.");
        assertEquals(0, process.exitValue());
        assertEquals(List.of(), Files.readAllLines(folder.resolve("output.txt")));
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws Exception {
        client = new KernelClient();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String connection =
                    client.connection().replaceFirst("\"shell_port\":\\d+", "\"shell_port\":" + taken.getLocalPort());
            launch(connection);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "The process still runs.");
        }
        List<String> said = Files.readAllLines(folder.resolve("output.txt"));
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith("The kernel cannot listen on the ports"), said::toString);
    }

    @Test
    void runsWhatItsEnvironmentAsksFor() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        Files.writeString(library.resolve("note.txt"), "found");
        Path script = Files.writeString(
                folder.resolve("setup.java"), "int prepared = 41;\nSystem.out.println(\"prepared\");");
        environment.put(Startup.CLASS_PATH, library.toString());
        environment.put(Startup.FILES, script.toString());
        start();
        Outcome first = client.execute("prepared + 1");
        assertEquals("42", first.result());
        assertEquals("prepared\n", first.stream("stdout"));
        assertEquals("", first.stream("stderr"));
        String read = "new String(Thread.currentThread().getContextClassLoader()"
                + ".getResourceAsStream(\"note.txt\").readAllBytes())";
        Outcome second = client.execute(read);
        assertEquals("found", second.result());
        assertEquals("", second.stream("stdout"));
    }

    @Test
    void saysInOneLineWhatFailsBeforeTheFirstCell() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        Path wrong = Files.writeString(folder.resolve("wrong.java"), "int a = 1;\nnowhere.at(all);");
        Path failing = Files.writeString(folder.resolve("failing.java"), "int[] none = {};\nnone[1] = 2;");
        environment.put(Startup.CLASS_PATH, broken + File.pathSeparator + folder.resolve("nowhere"));
        environment.put(Startup.FILES, wrong + File.pathSeparator + failing + File.pathSeparator + "gone.java");
        start();
        Outcome first = client.execute("1 + 1");
        assertEquals("2", first.result());
        List<String> said = first.stream("stderr").lines().toList();
        assertEquals(5, said.size(), said::toString);
        assertTrue(said.get(0).contains("but this is no whole jar"), said.get(0));
        assertTrue(said.get(1).contains("but there is no such file"), said.get(1));
        assertTrue(said.get(2).contains("line 2: cannot find symbol: variable nowhere"), said.get(2));
        assertTrue(said.get(3).contains("ArrayIndexOutOfBoundsException"), said.get(3));
        assertTrue(said.get(4).contains("gone.java, but there is no such file"), said.get(4));
        assertEquals("", client.execute("a").stream("stderr"));
    }

    /** Libraries for other kernels and compilers announce classes that are not there, or are none of the kind. */
    @Test
    void isNotDisturbedByTheExtensionsOfALibrary() throws Exception {
        Path services = Files.createDirectories(folder.resolve("library/META-INF/services"));
        for (String service : List.of(
                "javax.annotation.processing.Processor",
                "org.dflib.jjava.jupyter.Extension",
                "org.chainrule.training.ProgressDisplay",
                "javax.imageio.spi.ImageReaderSpi")) {
            Files.writeString(services.resolve(service), "no.such.Extension\njava.lang.String\nnot a name at all\n");
        }
        environment.put(Startup.CLASS_PATH, folder.resolve("library").toString());
        start();
        Outcome cell = client.execute("""
                class Own { }
                var line = network().inputs(1).layer(1).activation(identity()).init(constant(0)).loss(halfSquaredError());
                var run = training(line).sample(x(1), y(1)).optimizer(sgd(0.1)).epochs(8)
                    .onEpoch(report -> java.util.concurrent.locks.LockSupport.parkNanos(100_000_000)).run();
                lossCurve(run)""");
        assertEquals("ok", cell.status(), cell::traceback);
        assertEquals("", cell.stream("stderr"));
    }

    @Test
    void holdsTheMemoryOfTheLatestResultsOnly() throws Exception {
        start("-Xmx256m", "-XX:+UseSerialGC"); // as installed
        for (int i = 0; i < 12; i++) { // 32 MB each
            assertEquals("ok", client.execute("new double[4_000_000].clone()").status());
        }
        for (int i = 0; i < 12; i++) {
            Outcome cell = client.execute("var data = new double[4_000_000];\ndata.length");
            assertEquals("4000000", cell.result(), cell.traceback());
        }
    }

    @Test
    void outOfMemoryIsAnErrorOfTheCell() throws Exception {
        start("-Xmx256m");
        Outcome cell = client.execute("""
                int fill() {
                    List<Object> all = new ArrayList<>();
                    while (true) all.add(new double[1_000_000]);
                }
                fill()""");
        assertEquals("OutOfMemoryError", cell.reply().text("ename"));
        assertTrue(cell.traceback().contains(", line 3:  while (true) all.add("), cell.traceback());
        assertEquals("2", client.execute("1 + 1").result());
    }

    /** Cells and kernel share one heap: what fills it stays there when the cell is over. */
    @Test
    void aVariableThatFillsTheMemoryLeavesTheKernelAlive() throws Exception {
        start("-Xmx256m", "-XX:+UseSerialGC");
        client.execute("List<Object> small = new ArrayList<>(List.of(1));\nvar all = new LinkedList<double[]>();");
        for (int attempt = 0; attempt < 3; attempt++) {
            Outcome full = client.execute("while (true) all.add(new double[10_000]);");
            assertEquals("OutOfMemoryError", full.reply().text("ename"));
            assertTrue(full.traceback().contains(", line 1:  while (true) all.add("), full.traceback());
            String advice =
                    "  The kernel has 2\\d\\d MB \\(-Xmx in kernel.json\\), of which all holds about [12]\\d\\d MB;"
                            + " free what you do not need, as with all = null; or everything with %reset\\.";
            assertTrue(full.traceback().lines().anyMatch(line -> line.matches(advice)), full.traceback());
            assertEquals("true", client.execute("all.size() > 1000").result());
        }
        assertEquals("ok", client.execute("all = null;").status());
        assertEquals("5000000", client.execute("new double[5_000_000].length").result());
        assertEquals("[1]", client.execute("small").result());
    }

    @Test
    void resetFreesTheMemoryAlsoOfWhatMethodsUse() throws Exception {
        start("-Xmx256m", "-XX:+UseSerialGC");
        Outcome full = client.execute("""
                Map<Integer, Object> byNumber = new HashMap<>();
                void fill() {
                    for (int i = 0; ; i++) byNumber.put(i, new double[2000]);
                }
                fill();""");
        assertEquals("OutOfMemoryError", full.reply().text("ename"));
        assertTrue(full.traceback().contains("byNumber holds about "), full.traceback());
        assertEquals("ok", client.execute("%reset").status());
        assertEquals("5000000", client.execute("new double[5_000_000].length").result());
    }

    @Test
    void askingForTooMuchAtOnceNamesNoVariable() throws Exception {
        start("-Xmx256m");
        Outcome cell = client.execute("int[] some = {1};\nnew double[1_000_000_000]");
        assertTrue(cell.traceback().contains("no variable holds much of it"), cell.traceback());
        assertEquals("[1]", client.execute("some").result());
    }

    /** Whether the process at last uses less than a quarter of a core; right after a cell, compilers still work. */
    private boolean comesToRest() throws InterruptedException {
        for (int attempt = 0; attempt < 150; attempt++) {
            Duration before = cpu();
            TimeUnit.MILLISECONDS.sleep(400);
            if (cpu().minus(before).toMillis() < 100) {
                return true;
            }
        }
        return false;
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
