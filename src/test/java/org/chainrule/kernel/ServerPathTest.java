package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerPathTest {
    private static final String PARENT = "JPY_PARENT_PID";

    @TempDir
    private Path runtime;

    @Test
    void aHubSaysWhatItsUsersHave() {
        assertEquals("/user/ann/", ServerPath.of(Map.of("JUPYTERHUB_SERVICE_PREFIX", "/user/ann/"), runtime));
    }

    @Test
    void aServerWritesItDown() throws IOException {
        Files.writeString(runtime.resolve("jpserver-42.json"), "{\"base_url\": \"/lab7/\", \"port\": 8888}");
        assertEquals("/lab7/", ServerPath.of(Map.of(PARENT, "42"), runtime));
        assertEquals("/", ServerPath.of(Map.of(PARENT, "43"), runtime));
    }

    @Test
    void withoutAServerItIsTheTop() throws IOException {
        assertEquals("/", ServerPath.of(Map.of(), runtime));
        Files.writeString(runtime.resolve("jpserver-42.json"), "half a fi");
        assertEquals("/", ServerPath.of(Map.of(PARENT, "42"), runtime));
    }
}
