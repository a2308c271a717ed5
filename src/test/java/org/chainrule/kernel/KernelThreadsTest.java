package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chainrule.kernel.KernelClient.Outcome;
import org.chainrule.kernel.KernelClient.Received;
import org.junit.jupiter.api.Test;

/** Threads that cells start, also when the cell is long over. */
class KernelThreadsTest extends RunningKernel {
    @Test
    void showWhatTheyPrintAndUpdateBelowTheirOwnCell() {
        client.execute("import java.util.concurrent.*;\nvar go = new CountDownLatch(1);");
        String first = client.submit("""
                var shown = display("before");
                new Thread(() -> {
                    try { go.await(); } catch (InterruptedException e) { }
                    System.out.println("late");
                    updateDisplay(shown, "after");
                    display("new");
                }).start();""", Map.of());
        assertEquals("ok", client.await(first).status());
        Outcome second = client.execute("System.out.println(\"mine\");\ngo.countDown();\nThread.sleep(200);");
        assertEquals("mine\n", second.stream("stdout"));
        assertEquals(List.of(), second.of("update_display_data"));
        assertEquals("late\n", client.awaitLater(first, "stream").text("text"));
        assertEquals("after", KernelClient.plain(client.awaitLater(first, "update_display_data")));
        assertEquals("new", KernelClient.plain(client.awaitLater(first, "display_data")));
    }

    @Test
    void ofTheSharedPoolBelongToTheCellThatUsesThem() {
        String code = "IntStream.range(0, 500).parallel().forEach(i -> System.out.println(\"line\"));";
        assertEquals(500, client.execute(code).stream("stdout").lines().count());
        assertEquals(500, client.execute(code).stream("stdout").lines().count());
    }

    @Test
    void showTheExceptionThatEndsThem() {
        String id = client.submit("""
                int zero = 0;
                var failing = new Thread(() -> {
                    System.out.println(1 / zero);
                });
                failing.start();""", Map.of());
        Outcome cell = client.await(id);
        assertEquals("ok", cell.status());
        Received error = cell.of("error").stream().findFirst().orElseGet(() -> client.awaitLater(id, "error"));
        assertEquals("ArithmeticException", error.text("ename"));
        List<String> lines = KernelClient.strings(error.content().get("traceback"));
        assertEquals("ArithmeticException: / by zero", lines.get(0));
        assertTrue(lines.get(1).endsWith(", line 3:  System.out.println(1 / zero);"), lines.get(1));
        assertTrue(lines.get(2).contains("  in the thread Thread-"), lines.get(2));
    }

    @Test
    void nameTheLinesOfMethodsAndClassesInTheirExceptions() {
        String id = client.submit("""
                int depth() {
                    int[] none = {};
                    return none[1];
                }
                class Deep {
                    int get() {
                        return depth();
                    }
                }
                var deep = new Thread(() -> new Deep().get());
                deep.start();
                deep.join();""", Map.of());
        List<String> lines = KernelClient.strings(
                client.await(id).of("error").get(0).content().get("traceback"));
        assertTrue(lines.get(1).endsWith(", line 3:  return none[1];"), lines.get(1));
        assertTrue(lines.get(2).endsWith(", line 7:  return depth();"), lines.get(2));
        assertTrue(lines.get(3).endsWith(", line 10:  var deep = new Thread(() -> new Deep().get());"), lines.get(3));
    }

    @Test
    void endWithTheCellThatIsInterrupted() {
        endWithTheCell("spinning.join();");
    }

    @Test
    void endWithACellThatObeysTheInterruptAtOnce() {
        endWithTheCell("try { Thread.sleep(60_000); } catch (InterruptedException e) { }");
    }

    private static void endWithTheCell(String waits) {
        String id = client.submit(
                "var spinning = new Thread(() -> { while (true) { } });\nspinning.start();\n"
                        + "{ System.out.println(\"spins\"); " + waits + " }",
                Map.of());
        client.awaitPublished(id, message -> message.type().equals("stream"));
        assertEquals("ok", client.control("interrupt_request", Map.of()).status());
        assertEquals("Interrupted", client.await(id).reply().text("ename"));
        assertEquals(
                "false",
                client.execute("spinning.join(60_000);\nspinning.isAlive()").result());
    }

    @Test
    void goOnWhenALaterCellIsInterrupted() {
        client.execute(
                "volatile int ticks = 0;\nvar ticking = new Thread(() -> { while (true) ticks++; });\nticking.start();");
        assertEquals("Interrupted", interrupted("while (true) { }").reply().text("ename"));
        assertEquals("true", client.execute("ticking.isAlive()").result());
    }

    @Test
    void ofACellDoNotKeepItRunning() {
        assertEquals(
                "ok",
                client.execute("new Thread(() -> { while (true) { } }).start();")
                        .status());
    }

    @Test
    void cannotEndTheKernel() {
        for (String code : List.of(
                "System.exit(3);",
                "Runnable leave = () -> System.exit(3);\nleave.run();",
                "IntConsumer leaving = System::exit;\nleaving.accept(3);",
                "class Leaver { void leave() { System.exit(3); } }\nnew Leaver().leave();",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);")) {
            Outcome cell = client.execute(code);
            assertEquals("SystemExit", cell.reply().text("ename"), code);
            assertTrue(cell.traceback().startsWith("SystemExit: System.exit(3) ends no cell"), cell.traceback());
        }
        assertEquals("2", client.execute("1 + 1").result());
    }
}
