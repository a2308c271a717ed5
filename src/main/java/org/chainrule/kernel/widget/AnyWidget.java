package org.chainrule.kernel.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A widget of your own: a JavaScript module in the form of <a href="https://anywidget.dev">anywidget</a>, and values that it
 * shares with Java. It needs a front end with anywidget, which {@code pip install anywidget} brings.
 *
 * <p>{@code anyWidget("export default { render({ model, el }) { … } }").put("count", 0)} shares the value {@code count}; docs/widgets.md
 * has a whole example.
 *
 * <p>Callbacks run between the cells, or beside a running one on a thread of their own. What they print, and their errors,
 * stand below the cell that first showed the widget.
 */
public final class AnyWidget {
    private final WidgetComm comm;
    private final Map<String, List<Consumer<Object>>> onChange = new ConcurrentHashMap<>();
    private final List<BiConsumer<Object, List<byte[]>>> onMessage = new CopyOnWriteArrayList<>();

    AnyWidget(Widgets widgets, String module) {
        comm = new WidgetComm(widgets, model(module), new Reactions());
    }

    /** The values that make a front end load anywidget, whichever version it has. */
    static Map<String, Object> model(String module) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("_model_module", "anywidget");
        values.put("_model_module_version", "*");
        values.put("_model_name", "AnyModel");
        values.put("_view_module", "anywidget");
        values.put("_view_module_version", "*");
        values.put("_view_name", "AnyView");
        values.put("_view_count", null);
        values.put("_dom_classes", List.of());
        values.put("_anywidget_id", "chainrule-" + Integer.toHexString(module.hashCode())); // styles are kept under it
        values.put("_esm", module);
        return values;
    }

    /**
     * Adds styles.
     *
     * @param styles CSS
     * @return this widget
     */
    public AnyWidget css(String styles) {
        return put("_css", styles);
    }

    /**
     * Gives a shared value, here and in the browser; there {@code model.get(name)} reads it.
     *
     * @param name its name
     * @param value null, a number (NaN and infinity arrive as null), text, boolean, {@code byte[]} (arrives as DataView), or an array,
     *     list or map of them
     * @return this widget
     * @throws IllegalArgumentException if the value is something else
     */
    public AnyWidget put(String name, Object value) {
        comm.put(name, value);
        return this;
    }

    /**
     * A shared value.
     *
     * @param name its name
     * @return what was last put here or set in the browser; of numbers from there {@code Long} or {@code Double}
     */
    public Object get(String name) {
        return comm.values().get(name);
    }

    /**
     * Runs code when a value is changed in the browser.
     *
     * @param name the value
     * @param callback takes the new value
     * @return this widget
     */
    public AnyWidget onChange(String name, Consumer<Object> callback) {
        onChange.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>()).add(callback);
        return this;
    }

    /**
     * Runs code when the browser sends a message: {@code model.send(content)}.
     *
     * @param callback takes the content and its binary buffers
     * @return this widget
     */
    public AnyWidget onMessage(BiConsumer<Object, List<byte[]>> callback) {
        onMessage.add(callback);
        return this;
    }

    /**
     * Sends a message to the browser, where {@code model.on("msg:custom", (content, buffers) => …)} takes it.
     *
     * @param content as the values of {@link #put}
     * @param buffers binary data
     */
    public void send(Object content, byte[]... buffers) {
        comm.tell(content, List.of(buffers));
    }

    /** Removes the widget from the page; shown again, it is a new one with the same values. */
    public void close() {
        comm.close();
    }

    String open() {
        return comm.open();
    }

    private static Optional<Runnable> all(List<Runnable> callbacks) {
        return callbacks.isEmpty() ? Optional.empty() : Optional.of(() -> callbacks.forEach(Runnable::run));
    }

    /** Which callbacks run when. */
    private final class Reactions implements WidgetComm.Model {
        @Override
        public Optional<Runnable> changed(Map<String, Object> changes) {
            List<Runnable> callbacks = new ArrayList<>();
            changes.forEach((name, value) -> onChange.getOrDefault(name, List.of())
                    .forEach(callback -> callbacks.add(() -> callback.accept(value))));
            return all(callbacks);
        }

        @Override
        public Optional<Runnable> told(Object content, List<byte[]> buffers) {
            List<Runnable> callbacks = new ArrayList<>();
            onMessage.forEach(callback -> callbacks.add(() -> callback.accept(content, buffers)));
            return all(callbacks);
        }
    }

    @Override
    public String toString() {
        return "a widget, for front ends with anywidget";
    }
}
