package org.chainrule.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void writesOverWhatItWroteBefore() {
        TerminalLine line = new TerminalLine(out);
        line.show("long text");
        line.show("short");
        line.end("end");
        line.show("next");
        assertEquals("\rlong text\rshort    \rend  \n\rnext", written());
    }

    @Test
    void isNotThereWhereNothingCanBeReplaced() {
        assertTrue(ProgressDisplay.find().isEmpty());
    }
}
