package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LauncherTest {
    private static final int CLASS_FILE_OF_JAVA_8 = 52;

    @Test
    void aJdkOfTheRightAgeIsFine() {
        assertNull(Launcher.problem("17", true));
        assertNull(Launcher.problem("25", true));
    }

    @Test
    void anOldJavaIsNamed() {
        assertEquals(
                "Chainrule needs Java 17 or newer, but got Java 1.8: start it with the java of a newer JDK.",
                Launcher.problem("1.8", true));
        assertEquals(
                "Chainrule needs Java 17 or newer, but got Java 11: start it with the java of a newer JDK.",
                Launcher.problem("11", false));
    }

    @Test
    void aJreIsNamed() {
        assertEquals(
                "Chainrule needs a JDK, but this Java has no module jdk.jshell (it is a JRE): install a JDK 17 or newer.",
                Launcher.problem("21", false));
    }

    @Test
    void itCanBeLoadedByJava8() throws IOException {
        try (var code = new DataInputStream(Launcher.class.getResourceAsStream("Launcher.class"))) {
            code.readInt(); // the magic number
            assertEquals(CLASS_FILE_OF_JAVA_8, code.readInt() & 0xFFFF);
        }
    }
}
