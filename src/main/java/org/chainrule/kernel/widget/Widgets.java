package org.chainrule.kernel.widget;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.chainrule.kernel.comm.Comm;
import org.chainrule.kernel.comm.CommMessage;
import org.chainrule.kernel.comm.Comms;
import org.chainrule.widget.Widget;

/** The widgets that are there, and what a front end asks of all of them at once, as after its page was loaded again. */
public final class Widgets {
    /** The protocol that the messages follow. */
    static final Map<String, Object> PROTOCOL = Map.of("version", "2.1.0");

    /** The type of what {@link #view} returns. */
    public static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private static final String WIDGET = "jupyter.widget";
    private static final String CONTROL = "jupyter.widget.control";

    private final Comms comms;
    private final Map<Widget, LiveWidget> live = new ConcurrentHashMap<>();
    private final Map<String, WidgetComm> open = new ConcurrentHashMap<>();

    /**
     * No widgets yet.
     *
     * @param comms what connects them with the front ends
     */
    public Widgets(Comms comms) {
        this.comms = comms;
        comms.register(CONTROL, (comm, first) -> message -> control(comm, message));
    }

    /**
     * A widget whose looks and behaviour in the browser are a JavaScript module in the form of anywidget.
     *
     * @param module exports {@code default { render({ model, el }) … }}
     * @return the widget; it is there once it is shown
     */
    public AnyWidget anyWidget(String module) {
        return new AnyWidget(this, module);
    }

    /**
     * Makes a widget of the library in every front end, if it is not there already.
     *
     * @param widget the widget; the same one is made once
     * @param html how a value is written as HTML
     * @return what a notebook shows of it
     */
    public Map<String, Object> view(Widget widget, Function<Object, String> html) {
        return view(live.computeIfAbsent(widget, made -> new LiveWidget(this, made, html))
                .open());
    }

    /**
     * Makes a widget in every front end, if it is not there already.
     *
     * @param widget the widget
     * @return what a notebook shows of it
     */
    public Map<String, Object> view(AnyWidget widget) {
        return view(widget.open());
    }

    private static Map<String, Object> view(String id) {
        return Map.of("version_major", 2, "version_minor", 0, "model_id", id);
    }

    Comm open(WidgetComm widget, CommMessage first) {
        Comm comm = comms.open(WIDGET, first, widget);
        open.put(comm.id(), widget);
        return comm;
    }

    void closed(Comm comm) {
        open.remove(comm.id());
    }

    private Optional<Runnable> control(Comm comm, CommMessage message) {
        if (message.data().get("method").getAsString().equals("request_states")) {
            comm.send(states());
        }
        return Optional.empty();
    }

    private CommMessage states() {
        Map<String, Object> described = new LinkedHashMap<>();
        open.forEach((id, widget) -> described.put(id, describe(widget.values())));
        State states = State.of(described);
        JsonObject data = new JsonObject();
        data.addProperty("method", "update_states");
        data.add("states", states.json());
        data.add("buffer_paths", states.bufferPaths());
        return new CommMessage(data, Map.of(), states.buffers());
    }

    private static Map<String, Object> describe(Map<String, Object> values) {
        return Map.of(
                "model_name", values.get("_model_name"),
                "model_module", values.get("_model_module"),
                "model_module_version", values.get("_model_module_version"),
                "state", values);
    }
}
