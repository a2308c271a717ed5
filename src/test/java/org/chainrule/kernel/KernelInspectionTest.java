package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.chainrule.kernel.KernelClient.Outcome;
import org.chainrule.kernel.inspection.JavadocSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Shift-Tab shows. */
class KernelInspectionTest extends RunningKernel {
    private static final boolean JAVA_HAS_SOURCES =
            Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip"));

    private static JsonObject reply(String code, int cursor, int detail) {
        return client.request("inspect_request", Map.of("code", code, "cursor_pos", cursor, "detail_level", detail))
                .reply()
                .content();
    }

    private static String shown(String type, String code, int detail) {
        JsonObject reply = reply(code, code.length(), detail);
        assertTrue(reply.get("found").getAsBoolean(), code);
        return reply.getAsJsonObject("data").get(type).getAsString();
    }

    private static String brief(String code) {
        reply("", 0, 0); // or else the same question would be the second one
        return shown("text/plain", code, 0);
    }

    private static String whole(String code) {
        return shown("text/plain", code, 1);
    }

    @Test
    void showsTheFirstSentenceFirst() {
        client.execute("var net = network().inputs(\"a\").layer(\"o\").activation(sigmoid())"
                + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());");
        String text = brief("sigmoid()");
        assertTrue(
                text.startsWith("Activation Chainrule.sigmoid()\n\nThe logistic function") && text.endsWith("."), text);
        assertTrue(brief("var net = network().inputs(\"a, b").startsWith("InputsStep NetworkStart.inputs("));
        assertTrue(brief("net.forward(1, (2 + 3").startsWith("Forward Network.forward("));
        assertTrue(brief("List.of(").startsWith("List<E> List.of()\nList<E> List.of(E e1)") || JAVA_HAS_SOURCES);
        String html = shown("text/html", "network().inputs(", 0);
        assertTrue(html.contains("Shift+Tab once more"), html);
    }

    @Test
    void showsAllWhenAskedAgain() {
        String code = "adam(0.1";
        String first = shown("text/html", code, 0);
        String second = shown("text/html", code, 0);
        assertTrue(first.contains("Shift+Tab once more") && !first.contains("<code>learningRate</code>:"), first);
        assertTrue(!second.contains("Shift+Tab once more") && second.contains("<code>learningRate</code>:"), second);
        assertEquals(first, shown("text/html", code, 0));
        assertEquals(second, shown("text/html", code, 1));
        assertTrue(shown("text/markdown", code, 1).startsWith("```java\nAdam Chainrule.adam(double learningRate)"));
    }

    @Test
    void knowsXChartAndTablesaw() {
        assertTrue(brief("new XYChartBuilder().title(").contains(".title(String"));
        assertTrue(whole("QuickChart.getChart(").contains("Creates a Chart"), whole("QuickChart.getChart("));
        assertTrue(brief("Table.create(").contains("table"), brief("Table.create("));
    }

    @Test
    void answersAQuestionInThePager() {
        client.execute("int myOwn = 1;");
        for (String question : List.of("sigmoid?", "?sigmoid", "sigmoid()?", "sigmoid??", " Math.max? ", "myOwn?")) {
            Outcome cell = client.execute(question);
            assertEquals("ok", cell.status(), question);
            JsonObject page =
                    cell.reply().content().getAsJsonArray("payload").get(0).getAsJsonObject();
            assertEquals("page", page.get("source").getAsString());
            String name = question.replaceAll("[?() ]", "");
            String text = page.getAsJsonObject("data").get("text/plain").getAsString();
            assertTrue(text.contains(name), text);
            assertEquals(
                    "complete",
                    client.request("is_complete_request", Map.of("code", question))
                            .status());
        }
        assertEquals("NameNotFound", client.execute("nowhere?").reply().text("ename"));
        assertEquals("2", client.execute("myOwn > 0 ? 2 : 3").result());
    }

    /** The pager knows no Shift-Tab. */
    @Test
    void theSameQuestionHasTheSameAnswer() {
        String first = page("adam?");
        assertTrue(first.contains("adam?? shows all of it.") && !first.contains("Shift+Tab"), first);
        assertEquals(first, page("adam?"));
        assertFalse(page("adam??").contains("shows all of it."));
    }

    private static String page(String question) {
        JsonObject reply = client.execute(question).reply().content();
        JsonObject page = reply.getAsJsonArray("payload").get(0).getAsJsonObject();
        return page.getAsJsonObject("data").get("text/html").getAsString();
    }

    @Test
    void nothingIsBesideTheRootOfAllFiles(@TempDir Path folder) {
        assertEquals(Optional.empty(), JavadocSources.beside(folder.getRoot()));
        assertEquals(Optional.of(folder.resolve("a-sources.jar")), JavadocSources.beside(folder.resolve("a.jar")));
    }

    @Test
    void knowsJava() {
        String text = brief("\"text\".substring(");
        assertTrue(text.startsWith("String String.substring(int beginIndex)"), text);
        String expected = JAVA_HAS_SOURCES ? "Returns a string that is a substring of this string." : "openjdk-";
        assertTrue(text.contains(expected), text);
        assertFalse(brief("sigmoid()").contains("openjdk-"));
    }

    @Test
    void knowsWhatTheCellItselfDeclares() {
        assertTrue(brief("var first = network();\nfirst.inputs(").startsWith("InputsStep NetworkStart.inputs("));
        client.execute("double doubled(double x) { return 2 * x; }");
        assertEquals("double doubled(double x)", brief("doubled(1)"));
        assertTrue(brief("%time sigmoid()").startsWith("Activation Chainrule.sigmoid()"));
    }

    @Test
    void findsTheNameAroundTheCursor() {
        String expected = brief("relu()");
        assertTrue(expected.startsWith("Activation Chainrule.relu()"), expected);
        for (int cursor = 1; cursor <= 6; cursor++) {
            JsonObject data = reply("relu()", cursor, 1).getAsJsonObject("data");
            assertTrue(data.get("text/plain").getAsString().startsWith("Activation Chainrule.relu()"), "" + cursor);
        }
        for (int cursor = 0; cursor <= 2; cursor++) {
            assertEquals("ok", reply("() -> 1", cursor, 0).get("status").getAsString(), "" + cursor);
        }
        assertFalse(reply("nothingOfThisName", 3, 0).get("found").getAsBoolean());
    }

    /** As Maven and IDEs do it. */
    @Test
    void readsTheSourcesBesideALibrary(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Greeter.java");
        String code =
                "package greet; public class Greeter {\n/** Greets. Politely. */ public static int greet(int times) { return times; } }";
        Files.writeString(source, code);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        zip(
                folder.resolve("greeter.jar"),
                "greet/Greeter.class",
                Files.readAllBytes(folder.resolve("greet/Greeter.class")));
        zip(folder.resolve("greeter-sources.jar"), "greet/Greeter.java", Files.readAllBytes(source));
        client.execute("%classpath " + folder.resolve("greeter.jar"));
        assertEquals("int Greeter.greet(int times)\n\nGreets.", brief("greet.Greeter.greet("));
    }

    private static void zip(Path file, String name, byte[] bytes) throws Exception {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
    }
}
