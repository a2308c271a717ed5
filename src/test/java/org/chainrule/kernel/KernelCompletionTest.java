package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chainrule.kernel.completion.Candidate;
import org.chainrule.kernel.completion.LibraryCompletion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab offers, and in which order. */
class KernelCompletionTest extends RunningKernel {
    private static JsonObject reply(String code) {
        return client.request("complete_request", Map.of("code", code, "cursor_pos", code.length()))
                .reply()
                .content();
    }

    private static List<String> offered(String code) {
        return KernelClient.strings(reply(code).get("matches"));
    }

    /** As {@code function relu()}, the type before the signature. */
    private static List<String> described(String code) {
        List<String> described = new ArrayList<>();
        reply(code)
                .getAsJsonObject("metadata")
                .getAsJsonArray("_jupyter_types_experimental")
                .forEach(entry -> {
                    JsonObject candidate = entry.getAsJsonObject();
                    described.add(candidate.get("type").getAsString() + " "
                            + candidate.get("text").getAsString()
                            + candidate.get("signature").getAsString());
                });
        return described;
    }

    @Test
    void followsTheGrammarOfAChain() {
        assertEquals(List.of("inputs("), offered("network().inp"));
        assertEquals("layer(", offered("network().inputs(\"a\").").get(0));
        assertEquals(
                List.of("into(", "weights(", "init("),
                offered("network().inputs(\"a\").layer(2).activation(relu()).").subList(0, 3));
        client.execute("var one = network().inputs(\"a\").layer(\"o\").activation(sigmoid())"
                + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());");
        List<String> pass = offered("one.forward(1).");
        assertTrue(pass.indexOf("deltas(") >= 0 && pass.indexOf("deltas(") < pass.indexOf("equals("), pass::toString);
        assertEquals(pass, offered("var d = one.forward(1)."));
    }

    @Test
    void knowsTheNamesInANetwork() {
        client.execute("""
                var named = network().inputs("a").layer("h", "g").activation(sigmoid())
                    .into("h", w("w1", 1)).into("g", w("w2", 1)).sharedBias("b1", 0)
                    .layer("o").activation(sigmoid()).into("o", w("w3", 1), w("w4", 1)).sharedBias("b2", 0)
                    .loss(halfSquaredError());
                var forward = named.forward(1);
                var backward = forward.deltas(y(1));
                var updated = backward.update(sgd(0.5));""");
        List<String> parameters = List.of("w1", "w2", "b1", "w3", "w4", "b2");
        assertEquals(parameters, offered("backward.gradient(\""));
        assertEquals(List.of("w1", "w2", "w3", "w4"), offered("explain(backward, \"w"));
        assertEquals(List.of("h", "g", "o"), offered("explain(forward, \""));
        assertEquals(parameters, offered("var a = 1;\nexplain( updated,\""));
        assertEquals(List.of("o"), offered("forward.at(\"o"));
        assertEquals(List.of("a"), offered("forward.at(\"a"));
        assertEquals("instance w3", described("updated.newValue(\"w3").get(0));
    }

    @Test
    void offersTheNextStepFirst() {
        client.execute("var other = network().inputs(\"a\").layer(\"o\").activation(sigmoid())"
                + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());");
        assertEquals("forward(", offered("other.").get(0));
        assertEquals("deltas(", offered("display(other.forward(1).").get(0));
        assertEquals("update(", offered("other.forward(1).deltas(y(3)).").get(0));
        assertEquals(
                "deltas(",
                offered("var one = other;\nvar pass = one.forward(1);\nvar d = pass.")
                        .get(0));
        assertEquals(
                "deltas(",
                offered("for (int i = 0; i < 3; i++) { other.forward(i).").get(0));
        assertEquals("forward(", offered("List.of(other).forEach(each -> each.").get(0));
    }

    @Test
    void offersOwnVariablesBeforeWords() {
        client.execute("int networks = 3; double squareOf(double x) { return x * x; }");
        assertEquals(List.of("networks", "network()"), offered("netw"));
        assertEquals("network()", offered("var it = netw").get(1));
        assertEquals(
                List.of("neglected", "networks"),
                offered("int neglected = 1;\nint more = ne").subList(0, 2));
        assertEquals(
                List.of("half(", "halves"),
                offered("double half(double halves) { return ha").subList(0, 2));
        assertEquals("hash", offered("for (String hash : List.of(\"a\")) { has").get(0));
        assertEquals(List.of(), offered("double half = 1; Math.half"));
    }

    @Test
    void saysWhatEachCandidateIs() {
        client.execute("int counter = 3; double triple(double x) { return 3 * x; } record Place(int x) {}");
        assertEquals(List.of("function relu()()"), described("rel"));
        assertEquals(List.of("instance counter"), described("counte"));
        assertEquals(List.of("function triple((double)"), described("trip"));
        assertEquals(List.of("class Place"), described("Place"));
        assertEquals(List.of("function sgd((double learningRate) or (Schedule learningRate)"), described("sgd"));
        assertEquals(
                List.of("function inputs((int count) or (String... names) or (Shape.Image image) or …"),
                described("network().inp"));
        assertEquals(List.of("function charAt((int)"), described("\"text\".charA"));
        assertEquals(List.of("class ArrayDeque(() or (int) or (Collection<? extends E>)"), described("new ArrayDeq"));
        assertEquals(List.of("module util."), described("import java.ut"));
        assertEquals(List.of("instance PI"), described("Math.P"));
        JsonObject entry = reply("int a = counte")
                .getAsJsonObject("metadata")
                .getAsJsonArray("_jupyter_types_experimental")
                .get(0)
                .getAsJsonObject();
        assertEquals(
                List.of(8, 14),
                List.of(entry.get("start").getAsInt(), entry.get("end").getAsInt()));
    }

    @Test
    void doesNotMindCapitals() {
        assertEquals(List.of("System"), offered("sys"));
        assertEquals(List.of("substring("), offered("\"text\".SUBST"));
    }

    @Test
    void completesWhatBelongsToMagics(@TempDir Path folder) throws Exception {
        assertEquals(List.of("%maven", "%mavenRepo"), offered("%mav"));
        assertEquals(
                List.of("magic %time", "magic %who"),
                described("int a = 1;\n%").stream()
                        .filter(candidate -> candidate.endsWith("%time") || candidate.endsWith("%who"))
                        .toList());
        assertEquals(List.of("relu()"), offered("%time rel"));
        assertEquals(List.of("relu()"), offered("%maven a:b:1\nvar r = rel"));
        assertEquals(List.of("relu()"), offered("%%time\nrel"));
        assertEquals(List.of(), offered("%%html\nrel"));
        assertEquals(List.of(), offered("%who rel"));
        assertEquals(List.of("relu()"), offered("int a = 10\n % 3; rel"));
        Files.createFile(folder.resolve("all.txt"));
        assertEquals(List.of(folder + "/all.txt"), offered("%%output " + folder + "/a"));
    }

    @Test
    void namesLibrariesThatMavenHasFetched(@TempDir Path repository) throws Exception {
        for (String version : List.of("1.9", "1.21.2")) {
            Path folder = Files.createDirectories(repository.resolve("org/jsoup/jsoup/" + version));
            Files.createFile(folder.resolve("jsoup-" + version + ".pom"));
        }
        assertEquals("[org]", names(repository, "o"));
        assertEquals("[org.jsoup]", names(repository, "org."));
        assertEquals("[org.jsoup:jsoup:]", names(repository, "org.jsoup."));
        assertEquals("[org.jsoup:jsoup:]", names(repository, "org.jsoup:js"));
        assertEquals("[org.jsoup:jsoup:1.21.2, org.jsoup:jsoup:1.9]", names(repository, "org.jsoup:jsoup:1."));
        assertEquals("[]", names(repository, "de.nobody:"));
        assertEquals("[]", names(repository, "."));
        assertEquals("[]", names(repository, ":"));
    }

    private static String names(Path repository, String typed) {
        return LibraryCompletion.libraries(repository, typed).stream()
                .map(Candidate::text)
                .toList()
                .toString();
    }

    @Test
    void offersWhatEveryObjectHasLast() {
        List<String> all = offered("\"text\".");
        List<String> last = all.subList(all.size() - 7, all.size());
        assertTrue(last.containsAll(List.of("equals(", "getClass()", "notify()", "wait(")), last::toString);
    }

    @Test
    void offersTheWordsOfChainruleFirst() {
        List<String> all = offered("re");
        assertTrue(all.contains("relu()"), all::toString);
        assertTrue(all.indexOf("relu()") < all.indexOf("render("), all::toString);
    }

    @Test
    void namesFilesInTextAndBehindMagics(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("values.csv"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createDirectory(folder.resolve("vaults"));
        String start = folder + "/";
        assertEquals(
                List.of(start + "values.csv", start + "vaults/"), offered("int one = 1;\nvar data = read(\"" + start));
        assertEquals(List.of(start + "values.csv"), offered("Path.of(\"a\", \"" + start + "val"));
        assertEquals(List.of(start + "values.csv", start + "vaults/"), offered("%load " + start + "va"));
        assertEquals(List.of(), offered("String nowhere = \"" + start + "none/"));
    }
}
