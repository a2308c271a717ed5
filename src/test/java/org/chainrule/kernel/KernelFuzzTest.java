package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages that no front end should send. */
class KernelFuzzTest extends RunningKernel {
    private static final int MESSAGES = 10_000;

    private static final List<String> TYPES = List.of(
            "execute_request",
            "complete_request",
            "inspect_request",
            "history_request",
            "comm_open",
            "comm_msg",
            "is_complete_request",
            "execute_reply",
            "status",
            "no_such_request",
            "");

    private static final List<String> CONTENTS = List.of(
            "{}",
            "[]",
            "null",
            "",
            "{",
            "\"text\"",
            "{\"code\": 5}",
            "{\"code\": null, \"cursor_pos\": -1}",
            "{\"code\": \"x\", \"cursor_pos\": 99}",
            "{\"hist_access_type\": \"none\"}",
            "[".repeat(20_000),
            "\u0000");

    private final Random random = new Random(42);

    @Test
    void stillAnswersAfterTenThousandBadMessages() {
        for (int i = 0; i < MESSAGES; i++) {
            send(i % 8);
        }
        client.sendSigned(header("execute_request"), "{}", "{}", "{\"code\": \"" + "x".repeat(20_000_000));
        assertArrayEquals(new byte[] {7}, client.beat(new byte[] {7}));
        assertEquals("2", client.execute("1 + 1").result());
        assertEquals("ok", client.control("interrupt_request", Map.of()).status());
    }

    private void send(int kind) {
        switch (kind) {
            case 0 -> client.sendRaw("<IDS|MSG>", "wrong", header(any(TYPES)), "{}", "{}", "{}");
            case 1 -> client.sendRaw("no delimiter");
            case 2 -> client.sendRaw("<IDS|MSG>");
            case 3 -> client.sendRaw("", "", "");
            case 4 -> client.sendSigned(any(CONTENTS), any(CONTENTS), any(CONTENTS), any(CONTENTS));
            case 5 -> client.sendRaw("<IDS|MSG>", "", header("execute_request"), "{}", "{}", "{\"code\": \"1\"}");
            default -> client.sendSigned(header(any(TYPES)), "{}", "{}", any(CONTENTS));
        }
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String header(String type) {
        return "{\"msg_id\": \"fuzz\", \"session\": \"fuzz\", \"username\": \"fuzz\","
                + " \"date\": \"2026-11-20T00:00:00.000000Z\", \"version\": \"5.3\", \"msg_type\": \"" + type + "\"}";
    }

    @Test
    void aMessageThatEndsEarlyTakesNothingFromTheNext() {
        for (int frames = 1; frames < 6; frames++) {
            client.sendRaw(List.of("<IDS|MSG>", "", "{}", "{}", "{}")
                    .subList(0, frames)
                    .toArray(String[]::new));
            assertEquals("2", client.execute("1 + 1").result());
        }
    }

    @Test
    void clientsMayComeAndGo() {
        for (int i = 0; i < 50; i++) {
            client.visit("<IDS|MSG>", "wrong", "{}", "{}", "{}", "{}");
        }
        assertEquals("2", client.execute("1 + 1").result());
    }
}
