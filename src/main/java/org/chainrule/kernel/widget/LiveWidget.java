package org.chainrule.kernel.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chainrule.widget.Button;
import org.chainrule.widget.Choice;
import org.chainrule.widget.Control;
import org.chainrule.widget.Slider;
import org.chainrule.widget.Widget;

/** A widget of the library in a notebook that runs: its controls move, and what depends on them is drawn again. */
final class LiveWidget implements WidgetComm.Model {
    private static final String MODULE = resource("widget.js");
    private static final String STYLES = resource("widget.css");

    private final Widget widget;
    private final Function<Object, String> html;
    private final WidgetComm comm;

    /**
     * @param html how a value is written as HTML
     */
    LiveWidget(Widgets widgets, Widget widget, Function<Object, String> html) {
        this.widget = widget;
        this.html = html;
        Map<String, Object> values = AnyWidget.model(MODULE);
        values.put("_css", STYLES);
        values.put(
                "controls", widget.controls().stream().map(LiveWidget::describe).toList());
        values.put("values", widget.controls().stream().map(LiveWidget::valueOf).toList());
        values.put("views", views());
        comm = new WidgetComm(widgets, values, this);
    }

    /** Makes the widget in every front end, if it is not there already, and returns its name there. */
    String open() {
        return comm.open();
    }

    @Override
    public Optional<Runnable> changed(Map<String, Object> changes) {
        List<Control> moved = new ArrayList<>();
        if (changes.get("values") instanceof List<?> values) {
            for (int i = 0; i < Math.min(values.size(), widget.controls().size()); i++) {
                Control control = widget.controls().get(i);
                if (move(control, values.get(i))) {
                    moved.add(control);
                }
            }
        }
        return moved.isEmpty() ? Optional.empty() : Optional.of(() -> react(moved));
    }

    /** The press of a button counts at once, also while its callbacks still have to wait. */
    @Override
    public Optional<Runnable> told(Object content, List<byte[]> buffers) {
        if (content instanceof Map<?, ?> said
                && said.get("press") instanceof Number index
                && widget.controls().get(index.intValue()) instanceof Button button) {
            button.press();
            return Optional.of(() -> react(List.of(button)));
        }
        return Optional.empty();
    }

    private void react(List<Control> changed) {
        changed.forEach(Control::changed);
        if (!widget.views().isEmpty()) {
            redraw();
        }
    }

    /** One at a time: the last one to draw sees the last values. */
    private synchronized void redraw() {
        comm.put("views", views());
    }

    private List<String> views() {
        return widget.views().stream().map(view -> html.apply(view.get())).toList();
    }

    private static boolean move(Control control, Object value) {
        String before = control.valueText();
        if (control instanceof Slider slider && value instanceof Number position) {
            slider.moveTo(position.doubleValue());
        } else if (control instanceof Choice<?> choice && value instanceof Number index) {
            choice.choose(index.intValue());
        }
        return !control.valueText().equals(before);
    }

    private static Object valueOf(Control control) {
        if (control instanceof Slider slider) {
            return slider.value();
        }
        return control instanceof Choice<?> choice ? choice.index() : null;
    }

    private static Map<String, Object> describe(Control control) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("label", control.label());
        if (control instanceof Slider slider) {
            described.put("kind", "slider");
            described.put("from", slider.from());
            described.put("to", slider.to());
            described.put("step", slider.step());
        } else if (control instanceof Choice<?> choice) {
            described.put("kind", "choice");
            described.put(
                    "options", choice.options().stream().map(Object::toString).toList());
        } else {
            described.put("kind", "button");
        }
        return described;
    }

    private static String resource(String name) {
        try (InputStream in = LiveWidget.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
