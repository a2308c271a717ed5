package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapaio.jupyter.kernel.MainApp;

/** Chainrule in the real Rapaio kernel, as Maven Central has it, with Chainrule on its class path. */
class RapaioKernelTest {
    @Test
    void importsAndShowsChainrule(@TempDir Path folder) throws Exception {
        try (KernelClient client = new KernelClient()) {
            Path connection = Files.writeString(folder.resolve("connection.json"), client.connection());
            Path rapaio = Path.of(MainApp.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path log = folder.resolve("log");
            Process kernel = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            rapaio + File.pathSeparator + System.getProperty("java.class.path"),
                            MainApp.class.getName(),
                            connection.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
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
                failed.addSuppressed(new AssertionError("Rapaio's log: " + Files.readString(log)));
                throw failed;
            } finally {
                kernel.destroyForcibly();
                kernel.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }
}
