package org.chainrule.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** A message whose content is JSON, as signed frames; unlike JJava's way of sending it keeps null, which means something in the values of widgets. */
final class Envelope {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private Envelope() {}

    static void send(Message<?> message, HMACGenerator signer, ZMQ.Socket socket) {
        byte[][] parts = {
            bytes(header(message.getHeader())),
            bytes(message.hasParentHeader() ? header(message.getParentHeader()) : new JsonObject()),
            bytes(GSON.toJsonTree(message.getNonNullMetadata())),
            bytes((JsonElement) message.getContent())
        };
        ZMsg frames = new ZMsg();
        message.getIdentities().forEach(frames::add);
        frames.add(DELIMITER);
        frames.add(signer.calculateSignature(parts));
        Arrays.stream(parts).forEach(frames::add);
        buffers(message).forEach(frames::add);
        frames.send(socket);
    }

    private static List<byte[]> buffers(Message<?> message) {
        return message.getBlobs() == null ? List.of() : message.getBlobs();
    }

    private static JsonObject header(Header<?> header) {
        JsonObject json = new JsonObject();
        json.addProperty("msg_id", header.getId());
        json.addProperty("username", header.getUsername());
        json.addProperty("session", header.getSessionId());
        json.addProperty("date", header.getTimestamp().getDateString());
        json.addProperty("msg_type", header.getType().getName());
        json.addProperty("version", header.getVersion());
        return json;
    }

    private static byte[] bytes(JsonElement json) {
        return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }
}
