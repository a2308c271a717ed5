package org.chainrule.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** A Jupyter front end for tests, written from the protocol's specification and not with the kernel's classes. */
final class KernelClient implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final String KEY = "a-secret-of-this-test";
    private static final String DELIMITER = "<IDS|MSG>";
    /** Long, because a busy machine is no fault of the kernel; a process that has ended is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    /** What a kernel sent before it ended may still be on its way. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /** A message as it arrived. */
    record Received(String type, String parentId, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
        String text(String field) {
            return content.get(field).getAsString();
        }
    }

    /** All that a request caused: its reply, and what was published until the kernel was idle again. */
    record Outcome(Received reply, List<Received> published) {
        List<Received> of(String type) {
            return published.stream()
                    .filter(message -> message.type.equals(type))
                    .toList();
        }

        String status() {
            return reply.text("status");
        }

        /** The text/plain of the result, {@code null} if there is none. */
        String result() {
            return of("execute_result").stream()
                    .map(KernelClient::plain)
                    .findFirst()
                    .orElse(null);
        }

        String stream(String name) {
            StringBuilder text = new StringBuilder();
            of("stream").stream().filter(s -> s.text("name").equals(name)).forEach(s -> text.append(s.text("text")));
            return text.toString();
        }

        /** What the notebook shows of an error. */
        String traceback() {
            StringBuilder text = new StringBuilder();
            of("error")
                    .forEach(error -> error.content()
                            .getAsJsonArray("traceback")
                            .forEach(line -> text.append(line.getAsString()).append('\n')));
            return text.toString();
        }
    }

    private final ZContext context = new ZContext();
    private final int[] ports = new int[5];
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket heartbeat;
    private final List<Received> published = new ArrayList<>();
    private Process process;

    KernelClient() throws IOException {
        String[] addresses = new String[ports.length];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = freePort(ports);
            addresses[i] = "tcp://127.0.0.1:" + ports[i];
        }
        shell = connect(SocketType.DEALER, addresses[0]);
        iopub = connect(SocketType.SUB, addresses[1]);
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        stdin = connect(SocketType.DEALER, addresses[2]);
        control = connect(SocketType.DEALER, addresses[3]);
        heartbeat = connect(SocketType.REQ, addresses[4]);
    }

    /** Below the ports that the system gives to connections, one of which could take it before the kernel does. */
    private static int freePort(int[] others) throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            if (Arrays.stream(others).anyMatch(other -> other == port)) {
                continue;
            }
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
    }

    private ZMQ.Socket connect(SocketType type, String address) {
        ZMQ.Socket socket = context.createSocket(type);
        if (type == SocketType.DEALER) {
            socket.setIdentity("test-client".getBytes(StandardCharsets.US_ASCII));
        }
        socket.connect(address);
        return socket;
    }

    /** What Jupyter would write to the connection file. */
    String connection() {
        return GSON.toJson(Map.of(
                "transport", "tcp",
                "ip", "127.0.0.1",
                "signature_scheme", "hmac-sha256",
                "key", KEY,
                "shell_port", ports[0],
                "iopub_port", ports[1],
                "stdin_port", ports[2],
                "control_port", ports[3],
                "hb_port", ports[4]));
    }

    /** Waits for this process from now on only while it runs. */
    KernelClient of(Process kernel) {
        process = kernel;
        return this;
    }

    /** Waits until the kernel answers and its publications arrive. */
    KernelClient awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String id = send(shell, "kernel_info_request", new JsonObject());
            if (!poll(shell, ASK_AGAIN) && (process == null || process.isAlive())) {
                continue;
            }
            awaitReply(shell, id);
            if (poll(iopub, LOOK_AGAIN)) {
                awaitIdle(id);
                published.clear();
                return this;
            }
        }
        throw new AssertionError("The kernel did not publish anything.");
    }

    Outcome execute(String code) {
        return execute(code, Map.of());
    }

    Outcome execute(String code, Map<String, ?> options) {
        return await(submit(code, options));
    }

    /** Sends a cell without waiting for it. */
    String submit(String code, Map<String, ?> options) {
        JsonObject content = GSON.toJsonTree(Map.of(
                        "code", code,
                        "silent", false,
                        "store_history", true,
                        "user_expressions", Map.of(),
                        "allow_stdin", false,
                        "stop_on_error", true))
                .getAsJsonObject();
        options.forEach((name, value) -> content.add(name, GSON.toJsonTree(value)));
        return send(shell, "execute_request", content);
    }

    /** Waits for the end of a request on the shell channel. */
    Outcome await(String id) {
        Received reply = awaitReply(shell, id);
        return new Outcome(reply, awaitIdle(id));
    }

    Outcome request(String type, Map<String, ?> content) {
        return await(send(shell, type, GSON.toJsonTree(content).getAsJsonObject()));
    }

    Outcome control(String type, Map<String, ?> content) {
        String id = send(control, type, GSON.toJsonTree(content).getAsJsonObject());
        Received reply = awaitReply(control, id);
        return new Outcome(reply, awaitIdle(id));
    }

    /** Waits for a publication of a request that is still running. */
    Received awaitPublished(String id, Predicate<Received> wanted) {
        while (true) {
            Received next = receive(iopub);
            published.add(next);
            if (next.parentId().equals(id) && wanted.test(next)) {
                return next;
            }
        }
    }

    /** Waits for a publication of a request that may be over long since. */
    Received awaitLate(String id, Predicate<Received> wanted) {
        Received late = published.stream()
                .filter(message -> message.parentId().equals(id) && wanted.test(message))
                .findFirst()
                .orElseGet(() -> awaitPublished(id, wanted));
        published.remove(late);
        return late;
    }

    /** Waits for a publication of a type that comes when its request is already answered. */
    Received awaitLater(String id, String type) {
        Predicate<Received> wanted =
                message -> message.parentId().equals(id) && message.type().equals(type);
        Received early = published.stream().filter(wanted).findFirst().orElse(null);
        Received later = early == null ? awaitPublished(id, wanted) : early;
        published.remove(later);
        return later;
    }

    /** Whether a reply on the shell channel waits to be read. */
    boolean isAnswered() {
        return poll(shell, Duration.ZERO);
    }

    /** Answers the next question of the running cell, and returns its prompt. */
    String answer(String text) {
        Received question = receive(stdin);
        send(stdin, "input_reply", GSON.toJsonTree(Map.of("value", text)).getAsJsonObject());
        return question.text("prompt");
    }

    byte[] beat(byte[] pulse) {
        heartbeat.send(pulse);
        awaitMessage(heartbeat);
        return heartbeat.recv();
    }

    /** Sends frames as they are, right or wrong. */
    void sendRaw(String... frames) {
        ZMsg.newStringMsg(frames).send(shell);
    }

    /** Sends a message with the right signature, whatever it says. */
    void sendSigned(String... parts) {
        ZMsg message = ZMsg.newStringMsg(DELIMITER, sign(parts));
        List.of(parts).forEach(message::add);
        message.send(shell);
    }

    /** Another client that sends something and is gone before an answer can come. */
    void visit(String... frames) {
        try (ZMQ.Socket visitor = context.createSocket(SocketType.DEALER)) {
            visitor.connect("tcp://127.0.0.1:" + ports[0]);
            ZMsg.newStringMsg(frames).send(visitor);
        }
    }

    static String plain(Received shown) {
        return data(shown).get("text/plain").getAsString();
    }

    static JsonObject data(Received shown) {
        return shown.content().getAsJsonObject("data");
    }

    static List<String> strings(JsonElement array) {
        List<String> strings = new ArrayList<>();
        ((JsonArray) array).forEach(element -> strings.add(element.getAsString()));
        return strings;
    }

    /** Says something over a comm, which has no reply, and waits for all that it caused. */
    List<Received> tell(String type, Map<String, ?> content, byte[]... buffers) {
        return awaitIdle(submitTelling(type, content, buffers));
    }

    /** Says something over a comm without waiting. */
    String submitTelling(String type, Map<String, ?> content, byte[]... buffers) {
        return send(shell, type, GSON.toJsonTree(content).getAsJsonObject(), buffers);
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content, byte[]... buffers) {
        String id = UUID.randomUUID().toString();
        String header = GSON.toJson(Map.of(
                "msg_id", id,
                "session", "test",
                "username", "test",
                "date", "2026-11-20T00:00:00.000000Z",
                "msg_type", type,
                "version", "5.3"));
        String[] parts = {header, "{}", "{}", content.toString()};
        ZMsg message = new ZMsg();
        message.add(DELIMITER);
        message.add(sign(parts));
        List.of(parts).forEach(message::add);
        List.of(buffers).forEach(message::add);
        message.send(socket);
        return id;
    }

    private static String sign(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            List.of(parts).forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Received awaitReply(ZMQ.Socket socket, String id) {
        while (true) {
            Received reply = receive(socket);
            if (reply.parentId().equals(id)) {
                return reply;
            }
        }
    }

    /** Waits until all that a message caused is done. */
    List<Received> awaitIdle(String id) {
        Predicate<Received> idle = message -> message.type().equals("status")
                && message.text("execution_state").equals("idle");
        if (published.stream().noneMatch(message -> message.parentId().equals(id) && idle.test(message))) {
            awaitPublished(id, idle);
        }
        List<Received> own = published.stream()
                .filter(message -> message.parentId().equals(id))
                .toList();
        published.removeAll(own);
        return own;
    }

    private Received receive(ZMQ.Socket socket) {
        awaitMessage(socket);
        List<byte[]> frames = new ArrayList<>();
        ZMsg.recvMsg(socket).forEach(frame -> frames.add(frame.getData()));
        List<String> texts = frames.stream()
                .map(frame -> new String(frame, StandardCharsets.UTF_8))
                .toList();
        int signature = texts.indexOf(DELIMITER) + 1;
        List<String> parts = texts.subList(signature, signature + 5);
        if (!parts.get(0).equals(sign(parts.subList(1, 5).toArray(new String[0])))) {
            throw new AssertionError("Wrong signature.");
        }
        JsonObject parent = json(parts.get(2));
        return new Received(
                json(parts.get(1)).get("msg_type").getAsString(),
                parent.has("msg_id") ? parent.get("msg_id").getAsString() : "",
                json(parts.get(4)),
                json(parts.get(3)),
                frames.subList(signature + 5, frames.size()));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private void awaitMessage(ZMQ.Socket socket) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean alive = true;
        while (!poll(socket, alive ? LOOK_AGAIN : LAST_WORDS)) {
            if (!alive) {
                throw new AssertionError("The kernel ended with exit code " + process.exitValue() + ".");
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The kernel sent nothing for " + PATIENCE.toSeconds() + " s.");
            }
            alive = process == null || process.isAlive();
        }
    }

    private boolean poll(ZMQ.Socket socket, Duration patience) {
        try (ZMQ.Poller poller = context.createPoller(1)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
            return poller.poll(patience.toMillis()) > 0;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
