package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chainrule.kernel.KernelClient.Outcome;
import org.chainrule.kernel.KernelClient.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The magics that need no library from elsewhere. */
class KernelMagicsTest extends RunningKernel {
    @Test
    void measuresTime() {
        Outcome cell = client.execute("%%time\nint timed = 5;\ntimed * 2");
        assertEquals("10", cell.result());
        assertTrue(
                cell.stream("stdout").matches("Wall time: \\d+\\.\\d{3} s, allocated: \\d+\\.\\d MB\\R"),
                cell.stream("stdout"));
    }

    @Test
    void namesTheNearestMagic() {
        assertTrue(client.execute("%clsspath x.jar").traceback().contains("did you mean %classpath?"));
    }

    @Test
    void saysThatNoFileFitsTheWildcard(@TempDir Path folder) {
        for (String wildcard : List.of("/missing/*.jar", "/*.jar", "/{")) {
            String said = client.execute("%classpath " + folder + wildcard).traceback();
            assertTrue(said.contains("%classpath got " + folder + wildcard + ", but there is no such file."), said);
        }
    }

    @Test
    void countsWhatACellAllocates() {
        String said = client.execute("%%time\nvar block = new double[1_000_000];").stream("stdout");
        double megabytes = Double.parseDouble(said.replaceAll("(?s).*allocated: (.*) MB.*", "$1"));
        assertTrue(megabytes >= 8 && megabytes < 9, said);
    }

    @Test
    void listsAndForgetsVariables() {
        client.execute("%reset");
        assertEquals("no variables", client.execute("%who").result());
        client.execute(
                "int n = 5;\nvar weights = new double[] {1, 2};\nList<String> names = List.of(\"a\");\nint twice() { return 2 * n; }");
        assertEquals(
                "n        int           5\nweights  double[]      [1.0, 2.0]\nnames    List<String>  [a]",
                client.execute("%who").result());
        assertEquals("ok", client.execute("%reset").status());
        assertEquals("error", client.execute("n").status());
        assertEquals("error", client.execute("twice()").status());
        assertEquals("10", client.execute("int n = 10;\nn").result());
        assertEquals("ok", client.execute("sigmoid(); List.of(1); display(1);").status());
    }

    @Test
    void showsTextAsItIs() {
        for (String kind : List.of("html", "latex", "markdown")) {
            Received shown = client.execute("%%" + kind + "\n<b>a</b> $x^2$")
                    .of("execute_result")
                    .get(0);
            assertEquals(
                    "<b>a</b> $x^2$",
                    KernelClient.data(shown).get("text/" + kind).getAsString());
        }
    }

    @Test
    void writesWhatACellPrintsToAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("all.txt");
        Outcome cell = client.execute("%%output \"" + file + "\"\nSystem.out.println(\"to the file\");\n6 * 7");
        assertEquals("42", cell.result());
        assertEquals("", cell.stream("stdout"));
        assertEquals("to the file", Files.readString(file).strip());
        assertEquals("here\n", client.execute("System.out.println(\"here\");").stream("stdout"));
    }

    @Test
    void helpListsEveryMagicWithAnExample() {
        String help = client.execute("%help").result();
        Received all = client.request("complete_request", Map.of("code", "%", "cursor_pos", 1))
                .reply();
        List<String> names = KernelClient.strings(all.content().get("matches"));
        assertTrue(names.contains("%%markdown"), names::toString);
        names.forEach(name -> assertTrue(help.lines().anyMatch(line -> line.startsWith(name + " ")), name));
    }
}
