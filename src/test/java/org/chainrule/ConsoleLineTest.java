package org.chainrule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void writesOverWhatItWroteBefore() {
        ConsoleLine line = new ConsoleLine(out, true);
        line.show("long text");
        line.show("short");
        line.end("end");
        line.show("next");
        assertEquals("\rlong text\rshort    \rend  \n\rnext", written());
    }

    @Test
    void writesOnlyTheEndWhereNothingCanBeReplaced() {
        ConsoleLine line = new ConsoleLine(out, false);
        line.show("1 of 2");
        line.end("2 of 2");
        assertEquals("2 of 2\n", written());
    }
}
