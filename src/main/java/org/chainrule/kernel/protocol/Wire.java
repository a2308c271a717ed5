package org.chainrule.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.Map;
import org.chainrule.kernel.cell.CellException;
import org.chainrule.kernel.comm.CommMessage;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/** The contents of messages as JSON, where the protocol asks for more than the typed contents hold. */
public final class Wire {
    private static final Gson GSON = new Gson();

    private Wire() {}

    /** A message of any type with any content that Gson can write. */
    @SuppressWarnings("unchecked")
    public static Message<?> message(MessageContext parent, MessageType<?> type, Object content) {
        return new Message<>(parent, (MessageType<Object>) type, content);
    }

    /** A message of a comm. */
    @SuppressWarnings("unchecked")
    static Message<?> message(MessageContext parent, MessageType<?> type, JsonObject content, CommMessage said) {
        return new Message<>(parent, (MessageType<Object>) type, content, said.buffers(), said.metadata());
    }

    /** The content of a successful reply. */
    public static JsonObject ok(Map<String, ?> fields) {
        JsonObject content = json(fields);
        content.addProperty("status", "ok");
        return content;
    }

    /**
     * Fields as JSON.
     *
     * @param fields in their order
     * @return an object of them
     */
    public static JsonObject json(Map<String, ?> fields) {
        return GSON.toJsonTree(fields).getAsJsonObject();
    }

    /** The content of an error reply and, without its status, of an error message. */
    public static JsonObject error(CellException error) {
        JsonObject content = new JsonObject();
        content.addProperty("status", "error");
        content.addProperty("ename", error.name());
        content.addProperty("evalue", error.getMessage());
        content.add("traceback", GSON.toJsonTree(error.lines()));
        return content;
    }

    /** Display data with its metadata, which the protocol requires even when there are none. */
    public static JsonObject display(DisplayData shown) {
        JsonObject content = GSON.toJsonTree(shown, DisplayData.class).getAsJsonObject();
        if (!content.has("metadata")) {
            content.add("metadata", new JsonObject());
        }
        return content;
    }
}
