package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapaio.jupyter.kernel.MainApp;

/** Chainrule in the real Rapaio kernel, as Maven Central has it, with Chainrule on its class path. */
class RapaioKernelTest {
    @TempDir
    private Path folder;

    @Test
    void importsAndShowsChainrule() throws Exception {
        try (KernelClient client = new KernelClient()) {
            Process kernel = started(client);
            try {
                client.of(kernel).awaitReady();
                assertEquals(
                        "ok",
                        client.execute("org.chainrule.jupyter.Rapaio.install();")
                                .status());
                Outcome cell = client.execute("""
                        network().inputs("x").layer("out").activation(identity())
                            .into("out", w("w", 2)).sharedBias("b", 1).loss(halfSquaredError()).forward(3)""");
                String html = KernelClient.data(cell.of("execute_result").get(0))
                        .get("text/html")
                        .getAsString();
                assertTrue(html.contains("7.000000") && html.contains("<caption"), html);
            } catch (AssertionError failed) {
                failed.addSuppressed(new AssertionError("Rapaio's log: " + Files.readString(log())));
                throw failed;
            } finally {
                kernel.destroyForcibly();
                kernel.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** A kernel that can be spoken to. */
    private Process started(KernelClient client) throws Exception {
        Path connection = Files.writeString(folder.resolve("connection.json"), client.connection());
        Path ready = folder.resolve("ready");
        Process kernel = start(connection, ready);
        while (!Files.exists(ready)) {
            if (kernel.waitFor(50, TimeUnit.MILLISECONDS)) {
                assertEquals(RapaioProcess.STILLBORN, kernel.exitValue(), () -> read(log()));
                kernel = start(connection, ready);
            }
        }
        return kernel;
    }

    private Process start(Path connection, Path ready) throws Exception {
        Path rapaio = Path.of(MainApp.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        rapaio + File.pathSeparator + System.getProperty("java.class.path"),
                        RapaioProcess.class.getName(),
                        connection.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
