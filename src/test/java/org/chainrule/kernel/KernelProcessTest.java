package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as the process that Jupyter starts and ends. */
class KernelProcessTest {
    @TempDir
    private Path folder;

    private KernelClient client;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        client = new KernelClient();
        Path connection = Files.writeString(folder.resolve("connection.json"), client.connection());
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChainruleKernel.class.getName(),
                        connection.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        client.awaitReady();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        client.close();
    }

    @Test
    void restsAfterAnInterruptAndEndsWhenAsked() throws Exception {
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
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "The process still runs.");
        assertEquals(0, process.exitValue());
        assertEquals(List.of(), Files.readAllLines(folder.resolve("output.txt")));
    }

    /** Whether the process at last uses less than a quarter of a core; right after a cell, compilers still work. */
    private boolean comesToRest() throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
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
