package org.chainrule.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.Test;

class ConnectionFileTest {
    private static final String PORTS = """
            {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
             "ip": "127.0.0.1", "transport": "tcp" %s}""";

    @Test
    void takesAKey() {
        String file = PORTS.formatted(", \"key\": \"a secret\", \"signature_scheme\": \"hmac-sha256\"");
        assertEquals("a secret", ConnectionFile.parse(file).getKey());
    }

    @Test
    void readsWhereToListen() {
        KernelConnectionProperties read = ConnectionFile.parse(PORTS.formatted(", \"key\": \"\""));
        assertEquals("tcp 127.0.0.1", read.getTransport() + " " + read.getIp());
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                List.of(
                        read.getShellPort(),
                        read.getIopubPort(),
                        read.getStdinPort(),
                        read.getControlPort(),
                        read.getHbPort()));
    }

    @Test
    void saysWhatIsMissing() {
        assertFails("The kernel got a connection file without ip: let Jupyter write the file.", "{\"key\": \"\"}");
    }

    @Test
    void takesTheEmptyKeyWithWhichJupyterAsksForNoSignatures() {
        assertEquals(
                "", ConnectionFile.parse(PORTS.formatted(", \"key\": \"\"")).getKey());
    }

    @Test
    void refusesAFileWithoutAKey() {
        assertFails(
                "The kernel got a connection file without a key, but needs one to know whose cells it runs: let Jupyter write"
                        + " the file, or write \"key\": \"\" to run everybody's.",
                PORTS.formatted(""));
    }

    @Test
    void refusesSignaturesThatItCannotCheck() {
        assertFails(
                "The kernel got a connection file with the signature scheme 'hmac-md5', but knows hmac-sha256 only: set it in"
                        + " Jupyter's configuration.",
                PORTS.formatted(", \"key\": \"a secret\", \"signature_scheme\": \"hmac-md5\""));
    }

    private static void assertFails(String message, String file) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ConnectionFile.parse(file))
                        .getMessage());
    }
}
