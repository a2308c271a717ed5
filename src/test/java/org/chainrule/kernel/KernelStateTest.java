package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chainrule.kernel.KernelClient.Outcome;
import org.chainrule.kernel.evaluation.Leftovers;
import org.junit.jupiter.api.Test;

/** What becomes of variables when imports, methods and classes are declared, or declared anew. */
class KernelStateTest extends RunningKernel {
    @Test
    void variablesSurviveImportsAnywhereInACell() {
        client.execute(
                "var list = new ArrayList<>(List.of(\"kept\"));\nMap<String, Integer> map = new HashMap<>(Map.of(\"a\", 1));");
        Outcome cell =
                client.execute("int one = 1;\nimport java.util.concurrent.*;\nimport static java.lang.Math.*;\nlist");
        assertEquals("[kept]", cell.result());
        assertEquals("{a=1}", client.execute("map").result());
    }

    @Test
    void variablesSurviveAMethodDeclaredAnew() {
        client.execute("int twice(int i) { return 2 * i; }\nint four = twice(2);");
        Outcome cell = client.execute("int twice(int i) { return i + i + 1; }\nfour");
        assertEquals("4", cell.result());
        assertEquals("", cell.stream("stdout"));
    }

    @Test
    void variablesDeclaredWithVarSurviveToo() {
        client.execute("int square(int i) { return i * i; }\nvar nine = square(3);\nvar text = square(2) + \"!\";");
        Outcome cell = client.execute("int square(int i) { return i * i * i; }\nnine + text");
        assertEquals("94!", cell.result());
        assertEquals("", cell.stream("stdout"));
        client.execute("int square(int i) { return 0; }");
        assertEquals("94!", client.execute("nine + text").result());
    }

    @Test
    void variablesSurviveAClassRunAgain() {
        client.execute("class Same { int n = 5; }\nSame same = new Same();");
        assertEquals("5", client.execute("class Same { int n = 5; }\nsame.n").result());
    }

    @Test
    void saysWhichVariablesAChangedClassHasReset() {
        Outcome made = client.execute("class Point { int x = 1; }\nPoint p = new Point();\nint kept = p.x;");
        String number = made.reply().content().get("execution_count").getAsString();
        Outcome changed = client.execute("class Point { int x = 2; }\nkept");
        assertEquals(
                "Note: p lost its value, because Point was declared anew; run again what sets it (cell " + number
                        + ", line 2).\n",
                changed.stream("stdout"));
        assertEquals("1", changed.result());
        Outcome again = client.execute("class Point { int x = 3; }\nPoint p = new Point();\np.x");
        assertEquals("3", again.result());
        assertEquals("", again.stream("stdout"));
    }

    @Test
    void theLatestResultsHaveNames() {
        client.execute("new int[] {41}.clone()");
        String name = nameOf("[41]");
        for (int i = 0; i < Leftovers.KEPT_RESULTS; i++) {
            client.execute("new int[] {" + i + "}.clone()");
        }
        assertTrue(client.execute(name).traceback().contains("cannot find symbol"), name);
    }

    @Test
    void aResultThatCodeStillUsesStays() {
        client.execute("new int[] {42}.clone()");
        String name = nameOf("[42]");
        client.execute("int useResult() { return " + name + "[0]; }");
        for (int i = 0; i < 2 * Leftovers.KEPT_RESULTS; i++) {
            client.execute("new int[] {" + i + "}.clone()");
        }
        assertEquals("42", client.execute("useResult()").result());
    }

    private static String nameOf(String shown) {
        for (int i = 1; i < 200; i++) {
            if (shown.equals(client.execute("$" + i).result())) {
                return "$" + i;
            }
        }
        throw new AssertionError("no result " + shown);
    }

    @Test
    void aKernelStartsWithoutAnything() throws Exception {
        try (KernelClient fresh = new KernelClient()) {
            ChainruleKernel kernel = ChainruleKernel.start(fresh.connection());
            fresh.awaitReady();
            fresh.request("is_complete_request", Map.of("code", "1")); // waits for the compiler
            assertEquals("no variables", fresh.execute("%who").result());
            assertEquals("2", fresh.execute("1 + 1").result());
            assertEquals("2", fresh.execute("$1").result());
            kernel.close();
        }
    }

    @Test
    void aClassWithAMistakeHarmsNothingElse() {
        client.execute("class Wrong { int x = \"a\"; }");
        client.execute("class Gone { int x; }");
        client.execute("%reset");
        client.execute("class Wrong { int x = \"a\"; }\nvar numbers = List.of(1);");
        client.execute("var numbers = List.of(1);");
        assertEquals("numbers  List<Integer>  [1]", client.execute("%who").result());
        assertEquals(
                "true",
                client.request("inspect_request", Map.of("code", "sgd(", "cursor_pos", 4, "detail_level", 0))
                        .reply()
                        .text("found"));
        assertTrue(client.execute("new Wrong()").traceback().contains("cannot find symbol: class Wrong"));
        assertEquals(
                "3", client.execute("class Wrong { int x = 3; }\nnew Wrong().x").result());
    }

    @Test
    void aMistakeTakesNothingAway() {
        client.execute("""
                int kept = 5;
                var list = new ArrayList<>(List.of("a"));
                int runs = 0;
                String slow() { return "run " + ++runs; }
                var result = slow();
                int square(int x) { return x * x; }
                var nine = square(3);
                class Point { int x = 7; }""");
        client.execute("list.add(\"b\"); kept++;");
        for (String mistake : List.of(
                "int kept = \"a\";",
                "String list = 3;",
                "int result = \"a\";",
                "int square(int x) { return \"a\"; }",
                "class Point { int x = \"a\"; }")) {
            assertEquals("error", client.execute(mistake).status(), mistake);
        }
        assertEquals("6", client.execute("kept").result());
        assertEquals("[a, b]", client.execute("list").result());
        assertEquals("run 1", client.execute("result").result());
        assertEquals("16", client.execute("square(4)").result());
        assertEquals("9", client.execute("nine").result());
        assertEquals("7", client.execute("new Point().x").result());
        assertEquals("3", client.execute("int kept = 3;\nkept").result());
    }

    @Test
    void aVariableWhoseValueFailsKeepsTheFormerOne() {
        client.execute("var number = 5;\nvar text = \"a\";\nvar other = List.of(1);");
        client.execute("var number = Integer.parseInt(\"x\");");
        client.execute("String text = List.of(text).get(3);");
        client.execute("int other = 1 / (number - 5);");
        client.execute("int tenfold() { return number * 10; }");
        client.execute("int number = 1 / 0;");
        assertEquals("50", client.execute("tenfold()").result());
        client.execute("int endless() { while (true) {} }");
        assertEquals(
                "Interrupted", interrupted("var number = endless();").reply().text("ename"));
        assertEquals("5", client.execute("number").result());
        assertEquals("a", client.execute("text").result());
        assertEquals("[1]", client.execute("other").result());
        client.execute("var nameless = new Object() { int x = 1; };");
        client.execute("var nameless = new Object() { int x = 1 / 0; };");
        assertTrue(client.execute("nameless.x").traceback().contains("cannot find symbol: variable nameless"));
        client.execute("var first = Integer.parseInt(\"x\");");
        assertTrue(client.execute("first").traceback().contains("cannot find symbol: variable first"));
    }

    @Test
    void aMistakeInAClassKeepsItsInstances() {
        client.execute("class Part {}\nint size() { return 1; }");
        client.execute("class Whole { static int count = 1; int x = size(); Part part; }\nWhole whole = new Whole();");
        client.execute("int size() { return 2; }");
        String mistake = "class Whole { int x = \"a\"; }";
        client.execute(mistake);
        client.execute("class Part { int y; }");
        client.execute("whole = new Whole(); Whole.count = 5;");
        Outcome failed = client.execute(mistake);
        assertEquals("error", failed.status());
        assertEquals("", failed.stream("stdout"));
        assertEquals("7", client.execute("whole.x + Whole.count").result());
    }

    @Test
    void aCellThatFailsSaysToWhatAChangedClassLed() {
        client.execute("class Spot { int x = 1; }\nSpot spot = new Spot();");
        String notes = client.execute("class Spot { int x = 2; }\nint none = 1 / 0;").stream("stdout");
        assertTrue(notes.startsWith("Note: spot lost its value, because Spot was declared anew"), notes);
    }

    @Test
    void whatAMistakeLeavesStandsWhereItStood() {
        Outcome declared = client.execute("int inverse(int x) {\n return 1 / x;\n}");
        String number = declared.reply().content().get("execution_count").getAsString();
        client.execute("int inverse(int x) { return \"a\"; }");
        String trace = client.execute("inverse(0)").traceback();
        assertTrue(trace.contains("cell " + number + ", line 2:  return 1 / x;"), trace);
    }

    @Test
    void aVariableThatAMistakeLeavesIsSetWhereItWas() {
        Outcome made = client.execute("class Place { int x = 1; }\nPlace place = new Place();");
        String number = made.reply().content().get("execution_count").getAsString();
        client.execute("int place = \"a\";");
        assertTrue(client.execute("Place place = List.of(new Place()).get(3);")
                .traceback()
                .contains("IndexOutOfBounds"));
        String notes = client.execute("class Place { int x = 2; }").stream("stdout");
        assertTrue(notes.endsWith("run again what sets it (cell " + number + ", line 2).\n"), notes);
    }

    @Test
    void anInterruptKeepsWhatWasFinishedBeforeIt() {
        client.execute("int turning() { System.out.println(\"turns\"); while (true) {} }\nint early = 1, late = 2;");
        String id = client.submit("int early = 3, late = turning(), later = turning();", Map.of());
        client.awaitPublished(id, message -> message.type().equals("stream"));
        client.control("interrupt_request", Map.of());
        assertEquals("Interrupted", client.await(id).reply().text("ename"));
        assertEquals("32", client.execute("\"\" + early + late").result());
        assertTrue(client.execute("later").traceback().contains("cannot find symbol: variable later"));
    }
}
