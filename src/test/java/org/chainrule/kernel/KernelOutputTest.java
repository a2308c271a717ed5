package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.Test;

/** What cells print, however much it is. */
class KernelOutputTest extends RunningKernel {
    private static final String FULL = "… the cell prints more than 2,000,000 bytes: the rest is counted only.\n";

    @Test
    void losesNoneOfAHundredThousandLines() {
        Outcome cell = client.execute("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
        List<String> lines = cell.stream("stdout").lines().toList();
        assertEquals(100_000, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals("line " + i, lines.get(i));
        }
        assertEquals("status", cell.published().get(cell.published().size() - 1).type());
    }

    @Test
    void endsVeryLongOutputWithWhatWasLeftOut() {
        Outcome cell = client.execute("for (int i = 0; i < 300_000; i++) System.out.printf(\"%09d%n\", i);");
        String text = cell.stream("stdout");
        assertTrue(text.startsWith("000000000\n000000001\n"), text.substring(0, 50));
        assertTrue(text.contains("\n000199999\n\n" + FULL), text.substring(text.length() - 300));
        assertTrue(
                text.endsWith("… left out: 100,000 lines (1,000,000 bytes)."
                        + " To see all, write it to a file: begin the cell with %%output all.txt\n"),
                text.substring(text.length() - 300));
        assertEquals("after\n", client.execute("System.out.println(\"after\");").stream("stdout"));
    }

    @Test
    void countsAnewWhatFollowsClearedOutput() {
        Outcome cell = client.execute(
                "for (int i = 0; i < 3; i++) { System.out.print(\"x\".repeat(1_500_000));\n" + "clearOutput(); }");
        assertFalse(cell.stream("stdout").contains("…"));
    }

    @Test
    void namesWhatCellsDeclareAsTheyDo() {
        String text = client.execute("class Own { }\nSystem.out.println(new Own());\nnew Own()").stream("stdout");
        assertTrue(text.matches("Own@\\w+\n"), text);
        assertTrue(client.execute("new Own()").result().matches("Own@\\w+"));
    }

    @Test
    void saysNothingOfTheCompilersOwnTroubles() {
        Outcome cell = client.execute("\"\"" + ".trim()".repeat(20_000));
        assertEquals("CompileError", cell.reply().text("ename"));
        assertTrue(cell.traceback().contains("too many calls in one chain"), cell.traceback());
        assertEquals("", cell.stream("stderr"));
        assertEquals("a", client.execute("\"a\"" + ".trim()".repeat(2_000)).result());
    }

    @Test
    void statementsThatPrintAreStatementsOfTheirOwn() {
        Outcome cell = client.execute(
                "System.out.println(1); // one\nSystem.err.print(\"}\");\nSystem.out.println(\"a\".charAt(3));\nSystem.out.println(4);");
        assertEquals("1\n", cell.stream("stdout"));
        assertEquals("}", cell.stream("stderr"));
        assertTrue(cell.traceback().contains(", line 3:  System.out.println(\"a\".charAt(3));"), cell.traceback());
    }

    @Test
    void statementsThatPrintRunUpToTheFirstWrongOne() {
        Outcome cell = client.execute("System.out.println(1);\nSystem.out.println(nothing);\nSystem.out.println(3);");
        assertEquals("1\n", cell.stream("stdout"));
        assertTrue(cell.traceback().contains(", line 2: cannot find symbol"), cell.traceback());
        assertEquals(
                "7",
                client.execute("System.out.println(5);\nSystem.out.println(6);\n7")
                        .result());
    }
}
