package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chainrule.kernel.KernelClient.Outcome;
import org.chainrule.kernel.KernelClient.Received;
import org.chainrule.kernel.cell.CellException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The protocol of Jupyter's widgets over real sockets, message by message as their specification has it. */
class WidgetTest {
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static final String NET = """
            var line = network().inputs("x").layer("out").activation(identity())
                .into("out", w("w", 2)).sharedBias("b", 1).loss(halfSquaredError());
            """;

    private static KernelClient client;
    private static ChainruleKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        client = new KernelClient();
        kernel = ChainruleKernel.start(client.connection());
        client.awaitReady();
    }

    @AfterAll
    static void stop() {
        kernel.close();
        client.close();
    }

    /** A widget of the test, without any JavaScript; its comm is the result's. */
    private static Received show(String code) {
        Outcome cell = client.execute(code);
        assertEquals("ok", cell.status(), cell::traceback);
        return cell.of("comm_open").get(0);
    }

    private static String id(Received opened) {
        return opened.text("comm_id");
    }

    private static JsonObject state(Received message) {
        return message.content().getAsJsonObject("data").getAsJsonObject("state");
    }

    private static String method(Received message) {
        return message.content().getAsJsonObject("data").get("method").getAsString();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static Map<String, ?> update(String comm, String state) {
        return Map.of(
                "comm_id", comm, "data", Map.of("method", "update", "state", json(state), "buffer_paths", List.of()));
    }

    private static Map<String, ?> custom(String comm, Object content) {
        return Map.of("comm_id", comm, "data", Map.of("method", "custom", "content", content));
    }

    private static List<Received> of(List<Received> published, String type) {
        return published.stream().filter(message -> message.type().equals(type)).toList();
    }

    @Test
    void opensAWidgetAndRefersToIt() {
        Outcome cell = client.execute("anyWidget(\"export default {}\").css(\"b {}\").put(\"count\", 3)");
        Received opened = cell.of("comm_open").get(0);
        assertEquals("jupyter.widget", opened.text("target_name"));
        assertEquals(json("{'version': '2.1.0'}"), opened.metadata());
        assertEquals(
                json("{'_model_module': 'anywidget', '_model_module_version': '*', '_model_name': 'AnyModel',"
                        + " '_view_module': 'anywidget', '_view_module_version': '*', '_view_name': 'AnyView',"
                        + " '_view_count': null, '_dom_classes': [], '_anywidget_id': 'chainrule-466e298d', '_esm': 'export default {}', '_css': 'b {}',"
                        + " 'count': 3}"),
                state(opened));
        JsonObject shown = KernelClient.data(cell.of("execute_result").get(0));
        assertEquals(
                json("{'version_major': 2, 'version_minor': 0, 'model_id': '" + id(opened) + "'}"),
                shown.getAsJsonObject(VIEW));
        assertTrue(shown.has("text/plain"));
        List<String> order = cell.published().stream().map(Received::type).toList();
        assertTrue(order.indexOf("comm_open") < order.indexOf("execute_result"), order::toString);
    }

    @Test
    void sendsNaNAndInfinityAsNull() {
        Received opened = show("anyWidget(\"\").put(\"loss\", Double.NaN)"
                + ".put(\"list\", new double[] {1, Double.POSITIVE_INFINITY, -0.5}).put(\"none\", null)");
        assertTrue(state(opened).get("loss").isJsonNull());
        assertTrue(state(opened).get("none").isJsonNull());
        assertEquals("[1.0,null,-0.5]", state(opened).get("list").toString());
    }

    @Test
    void sendsBinaryDataInBuffers() {
        Received opened =
                show("anyWidget(\"\").put(\"picture\", Map.of(\"pixels\", new byte[] {1, -2}, \"width\", 2))");
        assertEquals("{\"width\":2}", state(opened).get("picture").toString());
        assertEquals(
                "[[\"picture\",\"pixels\"]]",
                opened.content().getAsJsonObject("data").get("buffer_paths").toString());
        assertArrayEquals(new byte[] {1, -2}, opened.buffers().get(0));
    }

    @Test
    void tellsTheFrontEndWhatACellChanges() {
        Received opened = show("var told = anyWidget(\"\").put(\"n\", 1); told");
        Received update = client.execute("told.put(\"n\", 2);").of("comm_msg").get(0);
        assertEquals(id(opened), update.text("comm_id"));
        assertEquals("update", method(update));
        assertEquals(json("{'n': 2}"), state(update));
        Received message = client.execute("told.send(Map.of(\"a\", 1), new byte[] {7});")
                .of("comm_msg")
                .get(0);
        assertEquals(
                json("{'method': 'custom', 'content': {'a': 1}}"),
                message.content().getAsJsonObject("data"));
        assertArrayEquals(new byte[] {7}, message.buffers().get(0));
    }

    @Test
    void takesUpdatesEchoesThemAndRunsCallbacks() {
        Received opened = show("var moved = anyWidget(\"\").put(\"n\", 1)"
                + ".onChange(\"n\", n -> { System.out.print(\"n is \" + n); }); moved");
        List<Received> caused = client.tell("comm_msg", update(id(opened), "{'n': 2.5}"));
        assertEquals(
                List.of("status", "comm_msg", "status"),
                caused.stream().map(Received::type).toList());
        assertEquals("busy", caused.get(0).text("execution_state"));
        assertEquals("echo_update", method(caused.get(1)));
        assertEquals(json("{'n': 2.5}"), state(caused.get(1)));
        assertEquals("n is 2.5", printedBelow(opened));
        assertEquals("2.5", client.execute("moved.get(\"n\")").result());
    }

    /** What was printed after a cell was over, and yet below it. */
    private static String printedBelow(Received opened) {
        Received printed =
                client.awaitLate(opened.parentId(), message -> message.type().equals("stream"));
        return printed.text("text");
    }

    @Test
    void takesBuffersAndMessages() {
        Received opened = show("anyWidget(\"\").put(\"data\", null)"
                + ".onChange(\"data\", data -> System.out.print(\"data \" + ((byte[]) data)[1]))"
                + ".onMessage((content, buffers) -> System.out.print(content + \" \" + buffers.get(0)[0]))");
        Map<String, ?> update = Map.of(
                "comm_id",
                id(opened),
                "data",
                Map.of("method", "update", "state", Map.of(), "buffer_paths", List.of(List.of("data"))));
        Received echo = of(client.tell("comm_msg", update, new byte[] {3, 4}), "comm_msg")
                .get(0);
        assertArrayEquals(new byte[] {3, 4}, echo.buffers().get(0));
        assertEquals("data 4", printedBelow(opened));
        client.tell("comm_msg", custom(id(opened), List.of("press", 1)), new byte[] {9});
        assertEquals("[press, 1] 9", printedBelow(opened));
    }

    @Test
    void answersWhatTheStateIs() {
        Received opened = show("anyWidget(\"\").put(\"n\", 5)");
        List<Received> caused =
                client.tell("comm_msg", Map.of("comm_id", id(opened), "data", Map.of("method", "request_state")));
        Received answer = of(caused, "comm_msg").get(0);
        assertEquals("update", method(answer));
        assertEquals(5, state(answer).get("n").getAsInt());
        assertEquals("anywidget", state(answer).get("_model_module").getAsString());
    }

    @Test
    void answersForAllWidgetsAtOnce() {
        Received opened = show("anyWidget(\"\").put(\"bytes\", new byte[] {5})");
        client.tell(
                "comm_open", Map.of("comm_id", "control-1", "target_name", "jupyter.widget.control", "data", Map.of()));
        List<Received> caused =
                client.tell("comm_msg", Map.of("comm_id", "control-1", "data", Map.of("method", "request_states")));
        Received answer = of(caused, "comm_msg").get(0);
        JsonObject data = answer.content().getAsJsonObject("data");
        assertEquals("update_states", data.get("method").getAsString());
        JsonObject described = data.getAsJsonObject("states").getAsJsonObject(id(opened));
        assertEquals("AnyModel", described.get("model_name").getAsString());
        assertEquals("*", described.get("model_module_version").getAsString());
        assertTrue(data.get("buffer_paths").toString().contains("[\"" + id(opened) + "\",\"state\",\"bytes\"]"));
        client.tell("comm_close", Map.of("comm_id", "control-1", "data", Map.of()));
    }

    @Test
    void listsOpenCommsAndClosesThem() {
        Received opened = show("var closing = anyWidget(\"\"); closing");
        assertTrue(comms("jupyter.widget").has(id(opened)));
        assertTrue(comms(null).has(id(opened)));
        assertFalse(comms("another").has(id(opened)));
        Received closed = client.execute("closing.close();").of("comm_close").get(0);
        assertEquals(id(opened), closed.text("comm_id"));
        assertFalse(comms(null).has(id(opened)));
        assertFalse(id(opened).equals(id(show("closing"))), "shown again it is a new one");
    }

    private static JsonObject comms(String target) {
        Map<String, ?> asked = target == null ? Map.of() : Map.of("target_name", target);
        Received reply = client.request("comm_info_request", asked).reply();
        assertEquals("ok", reply.text("status"));
        return reply.content().getAsJsonObject("comms");
    }

    @Test
    void letsTheFrontEndClose() {
        Received opened = show("var gone = anyWidget(\"\"); gone");
        client.tell("comm_close", Map.of("comm_id", id(opened), "data", Map.of()));
        assertFalse(comms(null).has(id(opened)));
        assertEquals(List.of(), client.execute("gone.put(\"n\", 1);").of("comm_msg"));
    }

    @Test
    void closesWhatNobodyKnows() {
        List<Received> caused = client.tell(
                "comm_open", Map.of("comm_id", "unknown-1", "target_name", "something.else", "data", Map.of()));
        Received closed = of(caused, "comm_close").get(0);
        assertEquals("unknown-1", closed.text("comm_id"));
        assertFalse(comms(null).has("unknown-1"));
    }

    @Test
    void passesOverWhatIsNotAsTheProtocolHasIt() {
        String id = id(show("anyWidget(\"\").put(\"n\", 1)"));
        for (Object data :
                List.of(Map.of(), Map.of("method", 7), Map.of("method", "update"), Map.of("method", "none"))) {
            assertEquals(
                    2,
                    client.tell("comm_msg", Map.of("comm_id", id, "data", data)).size());
        }
        assertEquals(
                2,
                client.tell("comm_msg", Map.of("comm_id", "nobody", "data", Map.of("method", "update")))
                        .size());
        assertEquals(2, client.tell("comm_msg", Map.of()).size());
        assertEquals(2, client.tell("comm_open", Map.of()).size());
        assertEquals("ok", client.execute("1").status());
    }

    @Test
    void anErrorInACallbackIsShownBelowTheCellOfItsWidget() {
        Received opened = show("""
                var broken = anyWidget("").onMessage((content, buffers) -> {
                    throw new StackOverflowError("too deep");
                });
                broken""");
        client.tell("comm_msg", custom(id(opened), "go"));
        Received error =
                client.awaitLate(opened.parentId(), message -> message.type().equals("error"));
        assertEquals("StackOverflowError", error.text("ename"));
        assertEquals("too deep", error.text("evalue"));
        assertEquals("2", client.execute("1 + 1").result());
    }

    @Test
    void callbacksRunWhileACellRuns() {
        Received opened = show("""
                var presses = new java.util.concurrent.LinkedBlockingQueue<Object>();
                var button = anyWidget("").onMessage((content, buffers) -> {
                    System.out.print("pressed");
                    presses.add(content);
                });
                button""");
        String cell = client.submit("System.out.print(\"waiting\"); presses.take()", Map.of());
        client.awaitPublished(cell, message -> message.type().equals("stream"));
        client.tell("comm_msg", custom(id(opened), "stop"));
        assertEquals("stop", client.await(cell).result());
        assertEquals("pressed", printedBelow(opened));
    }

    @Test
    void anErrorWhileACellRunsEndsNothing() {
        Received opened = show("""
                var rest = new java.util.concurrent.LinkedBlockingQueue<Object>();
                var fragile = anyWidget("").onMessage((content, buffers) -> {
                    if (content.equals("fail")) {
                        throw new NoClassDefFoundError("org/example/None");
                    }
                    rest.add(content);
                });
                fragile""");
        String cell = client.submit("System.out.print(\"waiting\"); rest.take()", Map.of());
        client.awaitPublished(cell, message -> message.type().equals("stream"));
        client.tell("comm_msg", custom(id(opened), "fail"));
        Received error =
                client.awaitLate(opened.parentId(), message -> message.type().equals("error"));
        assertEquals("NoClassDefFoundError", error.text("ename"));
        String line = KernelClient.strings(error.content().get("traceback")).get(1);
        assertTrue(line.endsWith(", line 4:  throw new NoClassDefFoundError(\"org/example/None\");"), line);
        client.tell("comm_msg", custom(id(opened), "go on"));
        assertEquals("go on", client.await(cell).result());
    }

    @Test
    void anInterruptStopsACallback() {
        Received opened = show("anyWidget(\"\").onMessage((content, buffers) -> {"
                + " System.out.print(\"spinning\"); while (true) { } })");
        String message = client.submitTelling("comm_msg", custom(id(opened), "spin"));
        assertEquals("spinning", printedBelow(opened));
        client.control("interrupt_request", Map.of());
        client.awaitIdle(message);
        assertEquals("2", client.execute("1 + 1").result());
    }

    @Test
    void anInterruptAlsoStopsACallbackBesideTheCell() {
        Received opened = show(
                "anyWidget(\"\").onMessage((content, buffers) -> {"
                        + " System.out.print(\"spinning\"); while (true) { try { while (true) { } } catch (Throwable all) { } } })");
        String cell = client.submit("System.out.print(\"waiting\"); while (true) { }", Map.of());
        client.awaitPublished(cell, message -> message.type().equals("stream"));
        String message = client.submitTelling("comm_msg", custom(id(opened), "spin"));
        assertEquals("spinning", printedBelow(opened));
        client.control("interrupt_request", Map.of());
        client.awaitIdle(message);
        assertEquals("Interrupted", errorBelow(opened).text("ename"));
        assertEquals("Interrupted", client.await(cell).reply().text("ename"));
        assertEquals("2", client.execute("1 + 1").result());
    }

    private static Received errorBelow(Received opened) {
        return client.awaitLate(opened.parentId(), message -> message.type().equals("error"));
    }

    @Test
    void anErrorOfOneCauseIsShownOnce() {
        Received opened = show("""
                var position = slider("position", 0, 10, 5);
                var unsteady = widget(position).show(() -> {
                    if (position.value() == 9) throw new IllegalStateException("the end");
                    if (position.value() != 5) throw new IllegalArgumentException("moved to " + position.value());
                    return "steady";
                });
                unsteady""");
        for (int value = 1; value < 5; value++) {
            client.tell("comm_msg", update(id(opened), "{'values': [" + value + "]}"));
        }
        assertEquals("moved to 1.0", errorBelow(opened).text("evalue"));
        client.tell("comm_msg", update(id(opened), "{'values': [9]}"));
        Received other = errorBelow(opened);
        assertEquals("the end", other.text("evalue"));
        List<String> lines = KernelClient.strings(other.content().get("traceback"));
        assertTrue(lines.get(1).contains(", line 3:  if (position.value() == 9)"), lines.get(1));
        assertTrue(lines.get(lines.size() - 1).startsWith("  shown once; "), lines::toString);
    }

    @Test
    void anotherReasonIsShownToo() {
        CellException first = CellException.of("Failed", "moved to -1.5E-7");
        assertEquals(first.cause(), CellException.of("Failed", "moved to 2").cause());
        assertNotEquals(first.cause(), CellException.of("Failed", "stood at 2").cause());
    }

    @Test
    void slidersMoveAndRedraw() {
        client.execute(NET);
        Received opened = show("""
                var weight = slider("w", -4, 4, 2);
                var out = widget(weight).show(() -> line.with("w", weight.value()).forward(3));
                out""");
        JsonObject state = state(opened);
        assertEquals("[2.0]", state.get("values").toString());
        assertTrue(state.get("views").toString().contains("7.000000"), state::toString);
        assertTrue(state.get("_esm").getAsString().contains("export default"));
        List<Received> said = of(client.tell("comm_msg", update(id(opened), "{'values': [-1]}")), "comm_msg");
        assertEquals("echo_update", method(said.get(0)));
        Received redrawn =
                client.awaitLate(opened.parentId(), message -> message.type().equals("comm_msg"));
        assertEquals("update", method(redrawn));
        assertTrue(state(redrawn).get("views").toString().contains("−2.000000"), redrawn::toString);
        assertEquals("-1.0", client.execute("weight.value()").result());
    }

    @Test
    void aWidgetKeepsAStaticFormOfItsFirstState() {
        client.execute(NET);
        Outcome cell = client.execute("sliders(line, x(3), y(1), \"w\", \"b\")");
        assertEquals("ok", cell.status(), cell::traceback);
        JsonObject shown = KernelClient.data(cell.of("execute_result").get(0));
        String html = shown.get("text/html").getAsString();
        assertTrue(html.contains("<th scope=\"row\" style=\"text-align:left\">w</th>"), html);
        assertTrue(html.contains("from −2 to 4") || html.contains("from 0 to 4"), html);
        assertTrue(html.contains("Loss 18.000000"), html);
        assertTrue(shown.get("text/plain").getAsString().contains("learning rate α"));
    }

    @Test
    void aButtonStopsATraining() {
        client.execute(NET);
        Received opened = show("var stop = stopButton(); stop");
        String cell = client.submit("""
                var endless = training(line).sample(x(1), y(5)).optimizer(sgd(1e-9)).epochs(1_000_000_000)
                    .stopWhen(stop).run();
                endless.notes()""", Map.of());
        client.awaitPublished(cell, message -> message.type().equals("display_data"));
        client.tell("comm_msg", custom(id(opened), Map.of("press", 0)));
        Outcome ended = client.await(cell);
        assertEquals("ok", ended.status(), ended::traceback);
        assertTrue(ended.result().contains("the button Stop the training was pressed"), ended::result);
    }

    @Test
    void writesTextOfAnyLanguage() {
        Received opened = show("anyWidget(\"\").put(\"label\", \"Größe δ 🙂\")");
        assertEquals("Größe δ 🙂", state(opened).get("label").getAsString());
        assertEquals(36, id(opened).getBytes(StandardCharsets.UTF_8).length);
    }
}
