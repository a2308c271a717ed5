package org.chainrule.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.kernel.comm.Comm;
import org.chainrule.kernel.comm.CommMessage;

/**
 * The values of a widget, kept the same here and in every front end by the messages of Jupyter's widgets.
 *
 * <p>What a front end changes is taken and passed on to the others at once; what the user's code makes of it runs later.
 */
final class WidgetComm implements Comm.Listener {
    /** What a widget does with what its front ends say: it returns at once, with the user's code that is to run then. */
    interface Model {
        /** Values were changed. */
        Optional<Runnable> changed(Map<String, Object> changes);

        /** Something was said that is no value. */
        Optional<Runnable> told(Object content, List<byte[]> buffers);
    }

    private final Widgets widgets;
    private final Model model;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private Comm comm;

    WidgetComm(Widgets widgets, Map<String, ?> initial, Model model) {
        this.widgets = widgets;
        this.model = model;
        values.putAll(initial);
    }

    /** Makes the widget in every front end, if it is not there already, and returns its name there. */
    synchronized String open() {
        if (comm == null) {
            comm = widgets.open(this, message(State.of(values)));
        }
        return comm.id();
    }

    synchronized Map<String, Object> values() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Changes a value here and in every front end. */
    synchronized void put(String name, Object value) {
        State change = State.of(Collections.singletonMap(name, value));
        values.put(name, value);
        if (comm != null) {
            comm.send(message("update", change));
        }
    }

    /** Says something that is no value. */
    synchronized void tell(Object content, List<byte[]> buffers) {
        JsonObject data = new JsonObject();
        data.addProperty("method", "custom");
        data.add("content", State.json(content));
        if (comm != null) {
            comm.send(new CommMessage(data, Map.of(), buffers));
        }
    }

    /** Removes the widget from every front end. */
    synchronized void close() {
        if (comm != null) {
            comm.close();
            closed();
        }
    }

    @Override
    public synchronized void closed() {
        widgets.closed(comm);
        comm = null;
    }

    @Override
    public Optional<Runnable> received(CommMessage message) {
        JsonObject data = message.data();
        return switch (data.get("method").getAsString()) {
            case "update" -> model.changed(take(message));
            case "custom" -> model.told(PlainValues.of(data.get("content")), message.buffers());
            case "request_state" -> answer();
            default -> Optional.empty();
        };
    }

    private synchronized Map<String, Object> take(CommMessage message) {
        JsonObject state = message.data().getAsJsonObject("state");
        JsonArray paths = message.data().getAsJsonArray("buffer_paths");
        Map<String, Object> changes = PlainValues.of(state, paths == null ? new JsonArray() : paths, message.buffers());
        values.putAll(changes);
        comm.send(message("echo_update", State.of(changes)));
        return changes;
    }

    private synchronized Optional<Runnable> answer() {
        comm.send(message("update", State.of(values)));
        return Optional.empty();
    }

    private static CommMessage message(String method, State state) {
        CommMessage message = message(state);
        message.data().addProperty("method", method);
        return message;
    }

    private static CommMessage message(State state) {
        JsonObject data = new JsonObject();
        data.add("state", state.json());
        data.add("buffer_paths", state.bufferPaths());
        return new CommMessage(data, Widgets.PROTOCOL, state.buffers());
    }
}
