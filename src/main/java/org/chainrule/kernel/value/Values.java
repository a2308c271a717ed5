package org.chainrule.kernel.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chainrule.jupyter.Renderers;
import org.chainrule.kernel.widget.AnyWidget;
import org.chainrule.kernel.widget.Widgets;
import org.chainrule.widget.Control;
import org.chainrule.widget.Widget;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.common.Text;
import org.dflib.jjava.jupyter.kernel.display.common.Url;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** How the value of a cell becomes what the notebook shows. */
public final class Values {
    private final Renderer renderer = new Renderer();
    private final Widgets widgets;
    private final Map<Control, Widget> controls = new ConcurrentHashMap<>();
    private volatile boolean extended;

    /**
     * With the renderers that come with the protocol classes.
     *
     * @param widgets those of this notebook
     */
    public Values(Widgets widgets) {
        this.widgets = widgets;
        Image.registerAll(renderer);
        Url.registerAll(renderer);
        Text.registerAll(renderer);
    }

    /** The registry to which cells and libraries add renderers of their own. */
    public Renderer renderer() {
        extended = true;
        return renderer;
    }

    /**
     * The widgets of this notebook.
     *
     * @return open and closed ones
     */
    public Widgets widgets() {
        return widgets;
    }

    /** What is shown of a value: as it says itself, as Chainrule shows it, as text. */
    public DisplayData render(Object value) {
        if (value instanceof DisplayData data) {
            return data;
        }
        if (value == null || !extended && ValueText.hasParts(value)) {
            return new DisplayData(ValueText.of(value)); // a million values are never written out to be shortened then
        }
        if (value instanceof AnyWidget widget) {
            return live(new DisplayData(widget.toString()), widgets.view(widget));
        }
        if (value instanceof Control control) {
            return render(controls.computeIfAbsent(control, Widget::of));
        }
        if (value instanceof Widget widget) {
            return live(bundle(widget), widgets.view(widget, this::html));
        }
        if (value instanceof DisplayDataRenderable) {
            return renderer.render(value);
        }
        return bundle(value);
    }

    private DisplayData bundle(Object value) {
        return Renderers.render(value)
                .map(bundle -> displayData(bundle.data()))
                .orElseGet(() -> withText(renderer.render(value), value));
    }

    /** Where nobody says how a value reads, it reads as its contents do. */
    private static DisplayData withText(DisplayData shown, Object value) {
        boolean isDefault = value.toString().equals(shown.getData(MIMEType.TEXT_PLAIN));
        if (isDefault) {
            shown.putText(ValueText.of(value));
        }
        return shown;
    }

    /** What is shown where there are widgets, with what is shown elsewhere. */
    private static DisplayData live(DisplayData elsewhere, Map<String, Object> view) {
        elsewhere.putData(Widgets.VIEW, view);
        return elsewhere;
    }

    /** A value inside a widget; renderers that the user has added are asked like everywhere. */
    private String html(Object value) {
        return Renderers.html(value).orElseGet(() -> {
            DisplayData shown = render(value);
            Object html = shown.getData(MIMEType.TEXT_HTML);
            Object text = shown.getData(MIMEType.TEXT_PLAIN);
            return html == null ? Renderers.htmlOfText(String.valueOf(text)) : html.toString();
        });
    }

    /** What is shown of a value, in certain MIME types; text itself may stand for any of them. */
    public DisplayData render(Object value, String... mimeTypes) {
        if (value instanceof CharSequence) {
            DisplayData shown = new DisplayData(value.toString());
            for (String mimeType : mimeTypes) {
                shown.putData(mimeType, value.toString());
            }
            return shown;
        }
        return Renderers.render(value)
                .map(bundle -> displayData(only(bundle.data(), mimeTypes)))
                .orElseGet(() -> value == null ? render(null) : renderer.renderAs(value, mimeTypes));
    }

    private static Map<String, String> only(Map<String, String> bundle, String... mimeTypes) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String mimeType : mimeTypes) {
            if (bundle.containsKey(mimeType)) {
                chosen.put(mimeType, bundle.get(mimeType));
            }
        }
        chosen.putIfAbsent("text/plain", bundle.get("text/plain"));
        return chosen;
    }

    private static DisplayData displayData(Map<String, String> bundle) {
        DisplayData shown = new DisplayData();
        bundle.forEach(shown::putData);
        return shown;
    }
}
