package org.chainrule.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chainrule.Chainrule;
import org.junit.jupiter.api.Test;

/** The first table of a fresh Java says nothing on stderr, which a notebook would show and a grader would count as a failure. */
class SilenceTest {
    /** What the fresh Java runs. */
    static final class FirstTable {
        private FirstTable() {}

        public static void main(String... args) {
            System.out.print(Chainrule.table(Chainrule.iris()).rowCount());
        }
    }

    @Test
    void theFirstTableIsSilent() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstTable.class.getName())
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", errors);
        assertEquals("150", output);
    }
}
