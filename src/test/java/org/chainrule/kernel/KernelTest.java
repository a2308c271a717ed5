package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainrule.kernel.KernelClient.Outcome;
import org.chainrule.kernel.KernelClient.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as a front end sees it, over real sockets. */
class KernelTest extends RunningKernel {
    @Test
    void saysWhatItIs() {
        Received reply = client.request("kernel_info_request", Map.of()).reply();
        assertEquals("5.3", reply.text("protocol_version"));
        assertEquals("chainrule", reply.text("implementation"));
        assertEquals(
                "java",
                reply.content().getAsJsonObject("language_info").get("name").getAsString());
        assertEquals(2, reply.text("banner").lines().count());
    }

    @Test
    void importingOnceMoreTakesNothingAway() {
        assertEquals(
                "ok",
                client.execute("import java.util.*;\nimport java.util.stream.*;")
                        .status());
        assertEquals(
                "[2, 1]",
                client.execute("Stream.of(2, 1).collect(Collectors.toList())").result());
        assertEquals("1", client.execute("BigDecimal.ONE").result());
        assertEquals(
                "ok", client.execute("var still = sigmoid(); display(still);").status());
    }

    @Test
    void beats() {
        assertArrayEquals(new byte[] {1, 2, 3}, client.beat(new byte[] {1, 2, 3}));
    }

    @Test
    void publishesInTheOrderOfTheProtocol() {
        Outcome cell =
                client.execute("System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\"); 6 * 7");
        assertEquals("ok", cell.status());
        assertEquals(
                List.of("status", "execute_input", "stream", "stream", "stream", "execute_result", "status"),
                cell.published().stream().map(Received::type).toList());
        assertEquals("42", cell.result());
        assertEquals("ac", cell.stream("stdout"));
        assertEquals("b", cell.stream("stderr"));
        int count = cell.reply().content().get("execution_count").getAsInt();
        assertEquals(
                count,
                cell.of("execute_result")
                        .get(0)
                        .content()
                        .get("execution_count")
                        .getAsInt());
    }

    @Test
    void showsTheProgressOfALongTrainingInOnePlace() {
        Outcome cell = client.execute("""
                var line = network().inputs(1).layer(1).activation(identity()).init(constant(0)).loss(halfSquaredError());
                var slow = training(line).sample(x(1), y(1)).optimizer(sgd(0.1)).epochs(8)
                    .onEpoch(report -> java.util.concurrent.locks.LockSupport.parkNanos(100_000_000));
                var run = slow.run();
                """);
        assertEquals("ok", cell.status(), cell::traceback);
        List<Received> shown = displays(cell);
        assertEquals("display_data", shown.get(0).type());
        assertEquals(
                Set.of("update_display_data"),
                shown.stream().skip(1).map(Received::type).collect(Collectors.toSet()));
        assertTrue(KernelClient.plain(shown.get(0)).startsWith("epoch "));
        assertTrue(KernelClient.plain(shown.get(shown.size() - 1)).startsWith("epoch 8 of 8: loss "));
        assertEquals("", cell.stream("stdout") + cell.stream("stderr"));
        assertEquals(List.of(), displays(client.execute("slow.silent().run();")));
        assertEquals(
                List.of(),
                displays(client.execute("training(line).sample(x(1), y(1)).optimizer(sgd(0.1)).epochs(9).run();")));
    }

    private static List<Received> displays(Outcome cell) {
        return cell.published().stream()
                .filter(message -> message.type().endsWith("display_data"))
                .toList();
    }

    @Test
    void joinsManyLinesIntoFewMessages() {
        Outcome cell = client.execute("for (int i = 0; i < 5000; i++) System.out.println(\"Zeile ä \" + i);");
        assertTrue(cell.of("stream").size() < 30, () -> cell.of("stream").size() + " messages");
        assertEquals(5000, cell.stream("stdout").lines().count());
        assertTrue(cell.stream("stdout").endsWith("Zeile ä 4999\n"));
    }

    @Test
    void showsNoValueOfDeclarationsAssignmentsAndAfterASemicolon() {
        for (String code : List.of("int a = 1", "a = 2;", "a = 3", "a;", "a; // a comment", "null", "", "// nothing")) {
            Outcome cell = client.execute(code);
            assertEquals("ok", cell.status(), code);
            assertNull(cell.result(), code);
        }
        assertEquals("3", client.execute("a // the value").result());
    }

    @Test
    void printsWhatArraysHold() {
        assertEquals("[1.5, 2.0]", client.execute("new double[] {1.5, 2}").result());
        assertEquals(
                "[[1, 2],\n [3, 4]]",
                client.execute("new int[][] {{1, 2}, {3, 4}}").result());
        assertEquals(
                "[[1], null]",
                client.execute("new Object[] {new int[] {1}, null}").result().replace("\n", ""));
        assertEquals(
                "[[1.0],\n [2.0]]",
                client.execute("List.of(new double[] {1}, new double[] {2})").result());
        String shortened = client.execute("IntStream.range(0, 1000).toArray()").result();
        assertTrue(shortened.startsWith("[0, 1, 2, "), shortened);
        assertTrue(shortened.endsWith("…, 997, 998, 999] (1,000 values)"), shortened);
    }

    @Test
    void displaysAndUpdates() {
        Outcome cell = client.execute("var id = display(\"<b>0</b>\", \"text/html\"); updateDisplay(id, 100);");
        Received shown = cell.of("display_data").get(0);
        Received updated = cell.of("update_display_data").get(0);
        assertEquals("<b>0</b>", KernelClient.data(shown).get("text/html").getAsString());
        assertEquals("100", KernelClient.plain(updated));
        assertEquals(shown.content().get("transient"), updated.content().get("transient"));
    }

    @Test
    void showsAClassOfTheUserAsTheUserSays() {
        Outcome cell = client.execute("""
                record Money(int amount) {}
                renderer(Money.class, money -> "<b>" + money.amount() + " €</b>");
                new Money(5)""");
        assertEquals(
                "<b>5 €</b>",
                KernelClient.data(cell.of("execute_result").get(0))
                        .get("text/html")
                        .getAsString());
        assertEquals("Money[amount=5]", cell.result());
    }

    @Test
    void importsWhatIJavaImports() {
        assertEquals(
                "42",
                client.execute("CompletableFuture.supplyAsync(() -> 42).get()").result());
        assertEquals("true", client.execute("Pattern.matches(\"a+\", \"aa\")").result());
        assertEquals(
                "example.org",
                client.execute("URI.create(\"https://example.org/\").getHost()").result());
    }

    @Test
    void importsWhatAStudentNeeds() {
        assertEquals(
                "[1, 4]",
                client.execute("Stream.of(1, 2).map(i -> i * i).collect(Collectors.toList())")
                        .result());
        assertEquals(
                "ok",
                client.execute("XYChart chart = null; Table table = null; Function<Double, Double> f = null;")
                        .status());
    }

    /** The statements behind the first wrong one are compiled too, and nothing of them runs. */
    @Test
    void findsTheErrorsOfLaterStatements() {
        client.execute("int kept = 1;");
        Outcome cell = client.execute(String.join(
                "\n",
                "int whole = \"text\";",
                "import java.util.zip.CRC32;",
                "int twice(int i) { return 2 * i; }",
                "kept = twice(whole); new CRC32();",
                "whole.length();",
                "int i = 0; Runnable free = () -> System.out.println(i); i++;",
                "double small = kept + nothing",
                ""));
        assertEquals("CompileError", cell.reply().text("ename"));
        String trace =
                String.join("\n", KernelClient.strings(cell.reply().content().get("traceback")));
        assertTrue(trace.contains("line 1: incompatible types"), trace);
        assertTrue(trace.contains("line 5: int cannot be dereferenced"), trace);
        assertTrue(trace.contains("line 7: cannot find symbol: variable nothing"), trace);
        assertFalse(trace.contains("line 4:"), trace);
        assertFalse(trace.contains("line 6:"), trace);
        assertEquals("1", client.execute("kept").result());
    }

    @Test
    void marksEveryCompileErrorInItsLine() {
        Outcome cell =
                client.execute("int n = 1;\n\n// a comment\nint wrong() {\n    String s = n;\n    return nix;\n}");
        assertEquals("error", cell.status());
        assertEquals("CompileError", cell.reply().text("ename"));
        String number = cell.reply().content().get("execution_count").getAsString();
        assertEquals("""
                cell N, line 5: incompatible types: int cannot be converted to String
                        String s = n;
                                   ^
                cell N, line 6: cannot find symbol: variable nix; none of the cells that have run declares it
                        return nix;
                               ^^^
                """, cell.traceback().replace("cell " + number, "cell N"));
    }

    @Test
    void namesTheLinesThatAnExceptionCameThrough() {
        Outcome cell =
                client.execute("\nint zero = 0;\n\nint divide() {\n    return 1 / zero;\n}\n// call it\ndivide()");
        String number = cell.reply().content().get("execution_count").getAsString();
        assertEquals("""
                ArithmeticException: / by zero
                  cell N, line 5:  return 1 / zero;
                  cell N, line 8:  divide()
                """, cell.traceback().replace("cell " + number, "cell N"));
    }

    @Test
    void tellsTheCauses() {
        String text = client.execute("throw new RuntimeException(\"outer\", new IllegalStateException(\"inner\"));")
                .traceback();
        assertTrue(text.startsWith("RuntimeException: outer\n"), text);
        assertTrue(text.contains("caused by IllegalStateException: inner\n"), text);
        assertFalse(text.contains("jdk.jshell"), text);
    }

    @Test
    void findsEveryStatementThatCannotBeParsed() {
        String text = client.execute("int a1 = 1 +;\nint fine = 1;\nint b1 = ;\nint c1 = )2;")
                .traceback();
        assertEquals(
                3,
                text.lines()
                        .filter(line -> line.endsWith("illegal start of expression"))
                        .count(),
                text);
        assertTrue(text.contains("line 4: illegal start of expression\n    int c1 = )2;\n             ^\n"), text);
        assertEquals("error", client.execute("fine").status());
    }

    @Test
    void suggestsWhatWasMeant() {
        assertTrue(client.execute("sigmiod()").traceback().contains("method sigmiod(); did you mean sigmoid?"));
        String member = client.execute("\"abc\".lenght()").traceback();
        assertTrue(member.contains("method lenght() in class String; did you mean length?"), member);
        assertTrue(member.endsWith("    \"abc\".lenght()\n          ^^^^^^\n"), member);
        assertTrue(client.execute("Sting s = null;").traceback().contains("did you mean String?"));
    }

    @Test
    void writesTheCompilersMessagesInOneLine() {
        String foreign = client.execute("double x₁ = 1;").traceback();
        assertTrue(foreign.contains("illegal character: '₁'\n"), foreign);
        String count = client.execute("w(\"w1\")").traceback();
        assertTrue(
                count.contains("cannot be applied to given types; required: String,double; found: String; reason:"),
                count);
    }

    @Test
    void saysWhatADeclarationWaitsFor() {
        Outcome declared = client.execute("int early() { return late(); }");
        assertEquals(
                "Note: early is declared, but cannot be used before method late() is.\n", declared.stream("stdout"));
        assertTrue(client.execute("early()")
                .traceback()
                .contains("early cannot be used before method late() is declared"));
        assertEquals("", client.execute("int late() { return 8; }").stream("stdout"));
        assertEquals("8", client.execute("early()").result());
        String missing = client.execute("\nclass Child extends Parent {}").traceback();
        assertTrue(missing.contains("line 2: cannot find class Parent, which Child needs"), missing);
    }

    @Test
    void letsDeclarationsOfACellReferForward() {
        Outcome cell = client.execute(
                "class Below extends Above { }\nclass Above { int five() { return 5; } }\nnew Below().five()");
        assertEquals("5", cell.result(), cell.traceback());
        assertEquals("", cell.stream("stdout"));
    }

    @Test
    void namesVariablesAsTheyAreDeclared() {
        String text = client.execute("String unset = null;\nunset.length()").traceback();
        assertTrue(text.contains("because \"unset\" is null\n"), text);
    }

    @Test
    void passesOnTheOneLineOfTheLibrary() {
        Outcome cell = client.execute("var one = network().inputs(\"a\").layer(\"o\").activation(sigmoid())\n"
                + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());\none.forward(1, 2)");
        assertEquals(
                "forward() got 2 values, but the network has 1 input [a].",
                cell.reply().text("evalue"));
        assertTrue(cell.traceback().endsWith(", line 3:  one.forward(1, 2)\n"), cell.traceback());
    }

    @Test
    void survivesErrors() {
        Outcome cell = client.execute("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertEquals("StackOverflowError", cell.reply().text("ename"));
        assertTrue(cell.traceback().lines().count() < 5, cell.traceback());
        assertTrue(cell.traceback().contains("(at least "), cell.traceback());
        assertEquals(
                "AssertionError",
                client.execute("throw new AssertionError(\"no\");").reply().text("ename"));
        assertEquals(
                "NoClassDefFoundError",
                client.execute("throw new NoClassDefFoundError();").reply().text("ename"));
        assertEquals("2", client.execute("1 + 1").result());
    }

    @Test
    void reportsAValueThatCannotBeShown() {
        Outcome cell = client.execute(
                "new Object() { public String toString() { throw new IllegalStateException(\"no text\"); } }");
        assertTrue(cell.traceback().startsWith("IllegalStateException: no text\n  in what cell "), cell.traceback());
    }

    @Test
    void abortsTheCellsBehindAFailedOne() {
        String failing = client.submit("Thread.sleep(300); throw new Exception();", Map.of());
        String next = client.submit("int never = 1;", Map.of());
        assertEquals("error", client.await(failing).status());
        assertEquals("aborted", client.await(next).status());
        assertEquals("ok", client.execute("1").status());
    }

    @Test
    void asksForInput() {
        Map<String, ?> allowed = Map.of("allow_stdin", true);
        String id = client.submit("input(\"name? \") + new Scanner(System.in).nextLine()", allowed);
        assertEquals("name? ", client.answer("Ada "));
        assertEquals("", client.answer("Lovelace"));
        assertEquals("Ada Lovelace", client.await(id).result());
        assertTrue(client.execute("input(\"?\")").traceback().contains("cannot ask for input"));
    }

    @Test
    void completes() {
        Outcome outcome = client.request("complete_request", Map.of("code", "int δ = 1;\nMath.flo", "cursor_pos", 19));
        assertTrue(
                KernelClient.strings(outcome.reply().content().get("matches")).contains("floor("));
        assertEquals(16, outcome.reply().content().get("cursor_start").getAsInt());
        Outcome magic = client.request("complete_request", Map.of("code", "%cl", "cursor_pos", 3));
        assertEquals(
                List.of("%classpath"),
                KernelClient.strings(magic.reply().content().get("matches")));
    }

    @Test
    void completesWhatTheCellItselfDeclares() {
        String code = "var step = network().inputs(\"a\");\nstep.la";
        Outcome outcome = client.request("complete_request", Map.of("code", code, "cursor_pos", code.length()));
        assertEquals(
                List.of("layer("),
                KernelClient.strings(outcome.reply().content().get("matches")));
    }

    /** Some of the words stand in classes that Chainrule extends. */
    @Test
    void completesAndDocumentsInheritedWords() {
        Outcome outcome = client.request("complete_request", Map.of("code", "adag", "cursor_pos", 4));
        assertEquals(
                List.of("adagrad(", "adagradDualAveraging("),
                KernelClient.strings(outcome.reply().content().get("matches")));
        Received reply = client.request(
                        "inspect_request", Map.of("code", "nadam(0.1)", "cursor_pos", 3, "detail_level", 1))
                .reply();
        String text = KernelClient.data(reply).get("text/plain").getAsString();
        assertTrue(text.startsWith("Nadam Chainrule.nadam("), text);
        assertTrue(text.contains("Adam whose average gradient looks one step ahead"), text);
    }

    @Test
    void knowsWhetherACellIsComplete() {
        assertEquals("complete", completeness("int i = 1;"));
        assertEquals("complete", completeness("i + 1"));
        assertEquals("incomplete", completeness("for (int i = 0; i < 3; i++) {"));
        assertEquals("invalid", completeness("int i = 1 +;"));
        assertEquals("complete", completeness("%time 1 + 1"));
    }

    private static String completeness(String code) {
        return client.request("is_complete_request", Map.of("code", code)).status();
    }

    @Test
    void remembersTheCells() {
        client.execute("int remembered = 1;");
        Outcome tail = client.request(
                "history_request", Map.of("hist_access_type", "tail", "n", 1, "raw", true, "output", false));
        assertTrue(tail.reply().content().get("history").toString().endsWith("\"int remembered = 1;\"]]"));
        Outcome search = client.request(
                "history_request",
                Map.of("hist_access_type", "search", "pattern", "*remem*", "n", 5, "raw", true, "output", false));
        assertEquals(1, search.reply().content().getAsJsonArray("history").size());
    }

    @Test
    void evaluatesExpressionsForTheFrontEnd() {
        Outcome cell = client.execute("int base = 20;", Map.of("user_expressions", Map.of("twice", "base * 2")));
        assertTrue(cell.reply().content().get("user_expressions").toString().contains("\"text/plain\":\"40\""));
    }

    @Test
    void loadsFilesAndJars(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Helper.java"), "int helped(int n) { return n + 1; }");
        Path notebook = Files.writeString(
                folder.resolve("helper.ipynb"),
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"int fromNotebook = \", \"helped(4);\"]},"
                        + " {\"cell_type\": \"markdown\", \"source\": \"not code\"}]}");
        assertEquals(
                "5",
                client.execute("%load " + source + "\n%load " + notebook + "\nfromNotebook")
                        .result());
        Files.createDirectory(folder.resolve("found"));
        Files.writeString(folder.resolve("found/note.txt"), "on the class path");
        String read = "new String(Thread.currentThread().getContextClassLoader()"
                + ".getResourceAsStream(\"note.txt\").readAllBytes())";
        assertEquals(
                "on the class path",
                client.execute("%classpath " + folder.resolve("found") + "\n" + read)
                        .result());
        assertTrue(client.execute("%load nowhere.java").traceback().contains("there is no such file"));
    }

    @Test
    void leavesPercentSignsInTextAlone() {
        assertEquals(
                "%d\n",
                client.execute("String format = \"\"\"\n    %d\n    \"\"\";\nformat")
                        .result());
    }

    @Test
    void ignoresWhatIsNotSigned() {
        client.sendRaw("<IDS|MSG>", "wrong signature", "{}", "{}", "{}", "{}");
        client.sendRaw("<IDS|MSG>", "wrong signature", "no json", "{}", "{}", "{}");
        assertEquals("ok", client.execute("1").status());
    }

    /** Nothing is known of where it comes from. */
    @Test
    void anExceptionWithoutAStackTraceHasNoLine() {
        Outcome cell = client.execute(
                "int before = 1;\nif (before > 0) { var e = new Exception(\"bare\"); e.setStackTrace(new StackTraceElement[0]); throw e; }");
        assertEquals("Exception: bare\n", cell.traceback());
    }
}
