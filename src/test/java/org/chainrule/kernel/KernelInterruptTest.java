package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.Test;

/** Cells that are stopped, and what is left of them. */
class KernelInterruptTest extends RunningKernel {
    @Test
    void interruptsAgainAndAgainAndKeepsState() {
        client.execute("int kept = 17;");
        for (int i = 0; i < 50; i++) {
            assertEquals("Interrupted", interrupted("while (true) {}").reply().text("ename"));
        }
        assertEquals("Interrupted", interrupted("Thread.sleep(60_000);").reply().text("ename"));
        assertEquals(
                "Interrupted",
                interrupted("long n = 0; while (n >= 0) n = Math.abs(n) / 2;")
                        .reply()
                        .text("ename"));
        assertEquals(
                "Interrupted",
                interrupted("while (true) System.out.println(\"line\");")
                        .reply()
                        .text("ename"));
        assertEquals("17", client.execute("kept").result());
    }

    @Test
    void stopsTrainingBetweenTwoBatches() {
        client.execute("var stopped = network().inputs(\"a\").layer(\"o\").activation(sigmoid())"
                + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());");
        String id = client.submit(
                "if (true) {\n    training(stopped).sample(x(1), y(0)).optimizer(sgd(0.1)).epochs(500_000_000)"
                        + ".onEpoch(e -> { if (e.epoch() == 1) System.out.println(\"begun\"); }).run();\n}",
                Map.of());
        client.awaitPublished(id, message -> message.type().equals("stream"));
        client.control("interrupt_request", Map.of());
        String text = client.await(id).traceback();
        assertTrue(text.contains(" was stopped (training was interrupted in epoch "), text);
        assertEquals("0.1", client.execute("0.1").result());
    }

    @Test
    void stopsCodeThatCatchesEverything() {
        for (String code : List.of(
                "while (true) { try { Thread.sleep(5); } catch (Throwable all) { } }",
                "while (true) { try { while (true) { } } catch (Throwable all) { } finally { } }",
                "while (true) { try { try { Thread.sleep(5); } catch (Error e) { } } catch (Exception e) { } }")) {
            Outcome cell = interrupted(code);
            assertEquals("Interrupted", cell.reply().text("ename"));
            assertTrue(cell.traceback().endsWith("all values defined so far are kept.\n"), cell.traceback());
        }
    }

    @Test
    void runsFinallyBlocksOfWhatItStops() {
        client.execute("boolean closed = false;");
        String id = client.submit(
                "try { System.out.println(\"begun\"); while (true) { } } finally { closed = true; }", Map.of());
        client.awaitPublished(id, message -> message.type().equals("stream"));
        client.control("interrupt_request", Map.of());
        assertEquals("Interrupted", client.await(id).reply().text("ename"));
        assertEquals("true", client.execute("closed").result());
    }

    @Test
    void givesUpALibraryThatCatchesEverything() {
        String id = client.submit(
                "if (true) { System.out.println(\"begun\"); org.chainrule.kernel.StubbornLibrary.run(); }", Map.of());
        client.awaitPublished(id, message -> message.type().equals("stream"));
        client.control("interrupt_request", Map.of());
        Outcome cell = client.await(id);
        assertEquals("Interrupted", cell.reply().text("ename"));
        assertTrue(cell.traceback().contains("a library that it called runs on; restart"), cell.traceback());
        assertEquals("2", client.execute("1 + 1").result());
        StubbornLibrary.end();
    }

    @Test
    void stopsInTheMiddleOfPublishing() {
        for (int i = 0; i < 10; i++) {
            String id = client.submit(
                    "while (true) { System.out.print('x'); System.err.print('y'); display(\"shown\"); }", Map.of());
            client.awaitPublished(id, message -> message.type().equals("display_data"));
            client.control("interrupt_request", Map.of());
            assertEquals("Interrupted", client.await(id).reply().text("ename"));
            Outcome next = client.execute("System.out.println(\"out\"); System.err.println(\"err\"); display(1);");
            assertEquals("out\n", next.stream("stdout"));
            assertEquals("err\n", next.stream("stderr"));
            assertEquals(1, next.of("display_data").size());
        }
    }

    @Test
    void anInterruptBetweenCellsDoesNothing() {
        assertEquals("ok", client.control("interrupt_request", Map.of()).status());
        assertEquals("2", client.execute("1 + 1").result());
    }

    @Test
    void anInterruptIsNotLostWhileTheKernelStarts() throws Exception {
        KernelClient early = new KernelClient();
        ChainruleKernel starting = ChainruleKernel.start(early.connection());
        try {
            early.awaitReady(); // it answers before it can run a cell
            String id = early.submit("while (true) { }", Map.of());
            do {
                // the first interrupt may overtake the cell, which then has not begun
                early.control("interrupt_request", Map.of());
            } while (!early.isAnswered());
            assertEquals("Interrupted", early.await(id).reply().text("ename"));
            assertEquals("2", early.execute("1 + 1").result());
        } finally {
            starting.close();
            early.close();
        }
    }
}
