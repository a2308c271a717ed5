package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab offers, and in which order. */
class KernelCompletionTest extends RunningKernel {
    private static List<String> offered(String code) {
        return KernelClient.strings(
                client.request("complete_request", Map.of("code", code, "cursor_pos", code.length()))
                        .reply()
                        .content()
                        .get("matches"));
    }

    @Test
    void followsTheGrammarOfAChain() {
        assertEquals(List.of("inputs("), offered("network().inp"));
        assertEquals("layer(", offered("network().inputs(\"a\").").get(0));
        client.execute("var one = network().inputs(\"a\").layer(\"o\").activation(sigmoid())"
                + ".into(\"o\", w(\"w1\", 1)).sharedBias(\"b1\", 0).loss(halfSquaredError());");
        List<String> pass = offered("one.forward(1).");
        assertTrue(pass.indexOf("deltas(") >= 0 && pass.indexOf("deltas(") < pass.indexOf("equals("), pass::toString);
        assertEquals(pass, offered("var d = one.forward(1)."));
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
