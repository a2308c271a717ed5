package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KernelCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path prefix;

    @Test
    void withoutWordsItSaysWhatItCanDo() {
        assertEquals(0, run());
        assertTrue(out.toString().contains("install"), out.toString());
    }

    @Test
    void anUnknownWordIsSaidInOneLine() {
        assertEquals(2, run("frobnicate"));
        assertEquals(
                "chainrule-kernel got 'frobnicate', but this is no connection file and no command."
                        + " Jupyter starts the kernel by itself once it is installed: see --help.\n",
                err.toString().replace("\r", ""));
    }

    @Test
    void userAndPrefixExcludeEachOther() {
        assertEquals(2, run("install", "--user", "--prefix", prefix.toString()));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("mutually exclusive"), err.toString());
    }

    @Test
    void installingFromAnUnpackedBuildSaysHowToPackIt() {
        assertEquals(2, run("install", "--prefix", prefix.toString()));
        assertTrue(err.toString().startsWith("install runs from the packed jar only: "), err.toString());
        assertFalse(Files.exists(prefix.resolve("share")));
    }

    @Test
    void uninstallRemovesTheKernel() throws IOException {
        Path kernel = Files.createDirectories(prefix.resolve("share/jupyter/kernels/chainrule"));
        Files.writeString(kernel.resolve("kernel.json"), "{}");
        assertEquals(0, run("uninstall", "--prefix", prefix.toString()));
        assertFalse(Files.exists(kernel));
        assertTrue(Files.exists(kernel.getParent()));
    }

    @Test
    void uninstallSaysThatThereIsNothing() {
        assertEquals(2, run("uninstall", "--prefix", prefix.toString()));
        assertTrue(err.toString().startsWith("uninstall found no kernel in " + prefix), err.toString());
    }

    private int run(String... words) {
        CommandLine commandLine = KernelCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(words);
    }
}
