package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as the process that Jupyter starts and ends. */
class KernelProcessTest {
    @TempDir
    private Path folder;

    private KernelClient client;
    private Process process;

    private void start(String... options) throws Exception {
        client = new KernelClient();
        Path connection = Files.writeString(folder.resolve("connection.json"), client.connection());
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ChainruleKernel.class.getName(),
                connection.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        client.of(process).awaitReady();
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
    void holdsTheMemoryOfTheLatestResultsOnly() throws Exception {
        start("-Xmx256m");
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
        start("-Xmx160m", "-XX:+UseSerialGC");
        client.execute("List<Object> small = new ArrayList<>(List.of(1));\nvar all = new LinkedList<double[]>();");
        for (int attempt = 0; attempt < 3; attempt++) {
            Outcome full = client.execute("while (true) all.add(new double[10_000]);");
            assertEquals("OutOfMemoryError", full.reply().text("ename"));
            assertTrue(full.traceback().contains(", line 1:  while (true) all.add("), full.traceback());
            String advice =
                    "  The kernel has 1\\d\\d MB \\(-Xmx in kernel.json\\), of which all holds about 1\\d\\d MB;"
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
        start("-Xmx160m", "-XX:+UseSerialGC");
        Outcome full = client.execute("""
                Map<Integer, Object> byNumber = new HashMap<>();
                void fill() {
                    for (int i = 0; ; i++) byNumber.put(i, "text " + i);
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
