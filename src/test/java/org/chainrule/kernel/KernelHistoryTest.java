package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chainrule.kernel.KernelClient.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed today is there tomorrow, asked for over real sockets as the protocol has it. */
class KernelHistoryTest {
    private static final Map<String, ?> TYPED = Map.of("allow_stdin", true);

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("history");
    }

    /** A kernel that keeps its history in the folder of the test. */
    private final class Open implements AutoCloseable {
        private final KernelClient client = new KernelClient();
        private final ChainruleKernel kernel;

        Open(SessionFiles files) throws Exception {
            kernel = ChainruleKernel.start(client.connection(), files);
            client.awaitReady();
        }

        Open type(String... cells) {
            Stream.of(cells)
                    .forEach(cell ->
                            assertEquals("ok", client.execute(cell, TYPED).status()));
            return this;
        }

        String history(Map<String, ?> request) {
            Map<String, Object> content = new HashMap<>(Map.of("raw", true, "output", false));
            content.putAll(request);
            Outcome outcome = client.request("history_request", content);
            JsonArray found = outcome.reply().content().getAsJsonArray("history");
            return found.toString().replace("\"", "'");
        }

        String tail(int n) {
            return history(Map.of("hist_access_type", "tail", "n", n));
        }

        String range(int session, int start, int stop) {
            return history(Map.of("hist_access_type", "range", "session", session, "start", start, "stop", stop));
        }

        String search(String pattern, boolean unique, int n) {
            return history(Map.of("hist_access_type", "search", "pattern", pattern, "unique", unique, "n", n));
        }

        @Override
        public void close() {
            kernel.close();
            client.close();
        }
    }

    private Open open() throws Exception {
        return new Open(SessionFiles.in(folder()));
    }

    @Test
    void newSessionsSeeTheOldOnes() throws Exception {
        try (Open first = open()) {
            first.type("1 + 1", "2 + 2");
        }
        try (Open second = open()) {
            assertEquals("[[1,1,'1 + 1'],[1,2,'2 + 2']]", second.tail(10));
            second.type("String text = \"ä\\n\";");
            assertEquals("[[1,2,'2 + 2'],[2,1,'String text = \\'ä\\\\n\\';']]", second.tail(2));
        }
        try (Open third = open()) {
            assertTrue(third.tail(1).startsWith("[[2,1,'String text"), third.tail(1));
        }
    }

    @Test
    void rangesCountSessionsAndCells() throws Exception {
        try (Open first = open()) {
            first.type("10", "20", "30");
        }
        try (Open second = open()) {
            second.type("40", "50");
            assertEquals("[[1,2,'20']]", second.range(1, 2, 3));
            assertEquals("[[1,2,'20'],[1,3,'30']]", second.range(-1, 2, 0));
            assertEquals("[[2,1,'40'],[2,2,'50']]", second.range(0, 1, 0));
            assertEquals("[[2,2,'50']]", second.range(2, -1, 0));
            assertEquals("[[2,1,'40']]", second.range(0, 0, -1));
            assertEquals("[]", second.range(7, 1, 5));
            assertEquals("[]", second.range(-9, 1, 5));
            assertEquals("[[2,1,'40'],[2,2,'50']]", second.history(Map.of("hist_access_type", "range")));
        }
    }

    @Test
    void searchesBySamplesOfTheShell() throws Exception {
        try (Open first = open()) {
            first.type("1 + 1", "10 * 2", "1 + 1");
        }
        try (Open second = open()) {
            second.type("1 + 1", "1 +\n3");
            assertEquals("[[1,1,'1 + 1'],[1,3,'1 + 1'],[2,1,'1 + 1']]", second.search("1 + 1", false, 0));
            assertEquals("[[2,1,'1 + 1']]", second.search("? + 1", true, 0));
            assertEquals("[[2,1,'1 + 1'],[2,2,'1 +\\n3']]", second.search("1 +*", true, 0));
            assertEquals("[[2,2,'1 +\\n3']]", second.search("*", false, 1));
            assertEquals("[[1,2,'10 * 2']]", second.search("1[012] ? 2", false, 0));
            assertEquals("[]", second.search("[", false, 0));
        }
    }

    @Test
    void givesOutputsOfThisSession() throws Exception {
        try (Open first = open()) {
            first.type("6 * 7");
        }
        try (Open second = open()) {
            second.type("int a = 5;", "a * a");
            Map<String, ?> request = Map.of("hist_access_type", "tail", "n", 3, "output", true);
            assertEquals(
                    "[[1,1,['6 * 7',null]],[2,1,['int a = 5;',null]],[2,2,['a * a','25']]]", second.history(request));
        }
    }

    @Test
    void keepsOnlyWhatAPersonHasTyped() throws Exception {
        try (Open first = open()) {
            first.client.execute("1", Map.of("allow_stdin", true, "store_history", false));
            first.client.execute("2", Map.of("allow_stdin", false)); // a program that runs a notebook
            first.type("", "3");
            assertEquals("[[1,1,'2'],[1,2,''],[1,3,'3']]", first.tail(9));
        }
        try (Open second = open()) {
            assertEquals("[[1,3,'3']]", second.tail(9));
        }
    }

    @Test
    void kernelsThatRunAtOnceHaveSessionsOfTheirOwn() throws Exception {
        try (Open one = open();
                Open other = open()) {
            one.type("\"one\"");
            other.type("\"other\"");
            one.type("\"one again\"");
            assertEquals(
                    "[[1,1,''one''],[1,2,''one again'']]", one.range(0, 0, 0).replace("\\'", "'"));
            assertEquals("[[2,1,''other'']]", other.range(0, 0, 0).replace("\\'", "'"));
        }
        try (Open later = open()) {
            assertEquals(3, later.tail(9).split("],").length);
        }
    }

    @Test
    void whatIsDamagedIsLeftOut() throws Exception {
        try (Open first = open()) {
            first.type("1", "2");
        }
        Path file = folder().resolve("session-1.jsonl");
        byte[] whole = Files.readAllBytes(file);
        whole[5] = (byte) 0xff;
        whole[whole.length - 2] = 0;
        Files.write(file, whole);
        Files.createDirectory(folder().resolve("session-2.jsonl"));
        Files.writeString(folder().resolve("session-3.jsonl"), "no json\n{\"number\": 4}\n[]\n{\"number\":1,\"inp");
        Files.writeString(folder().resolve("notes.txt"), "not ours");
        try (Open next = open()) {
            next.type("3");
            assertEquals("[[4,1,'3']]", next.tail(9));
        }
        try (Open last = open()) {
            assertEquals("[[4,1,'3']]", last.tail(9));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNoObstacle() throws Exception {
        Files.writeString(folder(), "a file where the folder should be");
        try (Open kernel = open()) {
            kernel.type("1 + 1");
            assertEquals("[[1,1,'1 + 1']]", kernel.tail(9));
        }
    }

    @Test
    void onlyTheUserMayRead() throws Exception {
        try (Open kernel = open()) {
            kernel.type("String password = \"secret\";");
        }
        assertEquals("rwx------", rights(folder()));
        assertEquals("rw-------", rights(folder().resolve("session-1.jsonl")));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void theOldestSessionsAreForgotten() throws Exception {
        Files.createDirectory(folder());
        for (int session = 1; session <= SessionFiles.KEPT_SESSIONS; session++) {
            Files.writeString(folder().resolve("session-" + session + ".jsonl"), "{\"number\":1,\"input\":\"old\"}\n");
        }
        try (Open kernel = open()) {
            kernel.type("1");
        }
        assertFalse(Files.exists(folder().resolve("session-1.jsonl")));
        assertTrue(Files.exists(folder().resolve("session-2.jsonl")));
    }

    @Test
    void aFolderMayBeNamedByOneWord() throws Exception {
        Path folder = Path.of("history-" + UUID.randomUUID());
        try {
            assertEquals(1, SessionFiles.in(folder).current());
            assertTrue(Files.deleteIfExists(folder.resolve("session-1.jsonl")));
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    @Test
    void whatIsTypedBehindTheEndIsNoError() {
        CellHistory history = new CellHistory(SessionFiles.none());
        history.close();
        assertDoesNotThrow(() -> history.add(1, "1", true));
    }

    @Test
    void aSettingThatIsNoFolderKeepsNothing() {
        for (String setting : List.of("no\0folder", "off", "OFF")) {
            Map<String, String> environment =
                    Map.of("JUPYTER_DATA_DIR", home.toString(), SessionFiles.SETTING, setting);
            SessionFiles files = SessionFiles.ofUser("Linux", environment, home);
            files.write(1, "1");
            assertEquals(List.of(), files.numbers(), setting);
        }
        assertEquals(0, home.toFile().list().length);
    }

    @Test
    void liesWithJupyterAndCanBeSwitchedOff() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("JUPYTER_DATA_DIR", home.toString()));
        try (Open kernel = new Open(SessionFiles.ofUser("Linux", environment, home))) {
            kernel.type("1");
        }
        assertTrue(Files.exists(home.resolve("chainrule/history/session-1.jsonl")));
        environment.put(SessionFiles.SETTING, home.resolve("elsewhere").toString());
        try (Open kernel = new Open(SessionFiles.ofUser("Linux", environment, home))) {
            kernel.type("1");
        }
        assertTrue(Files.exists(home.resolve("elsewhere/session-1.jsonl")));
        environment.put(SessionFiles.SETTING, "off");
        try (Open kernel = new Open(SessionFiles.ofUser("Linux", environment, home))) {
            kernel.type("2");
            assertEquals("[[1,1,'2']]", kernel.tail(9));
        }
        assertEquals(
                List.of("session-1.jsonl"),
                List.of(home.resolve("chainrule/history").toFile().list()));
    }
}
