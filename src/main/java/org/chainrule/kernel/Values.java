package org.chainrule.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.jupyter.Renderers;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.common.Text;
import org.dflib.jjava.jupyter.kernel.display.common.Url;

/** How the value of a cell becomes what the notebook shows. */
final class Values {
    private final Renderer renderer = new Renderer();

    Values() {
        Image.registerAll(renderer);
        Url.registerAll(renderer);
        Text.registerAll(renderer);
    }

    /** The registry to which cells and libraries add renderers of their own. */
    Renderer renderer() {
        return renderer;
    }

    /** What is shown of a value: as it says itself, as Chainrule shows it, as text. */
    DisplayData render(Object value) {
        if (value instanceof DisplayData) {
            return (DisplayData) value;
        }
        if (value == null || ArrayText.isNested(value)) {
            return new DisplayData(ArrayText.of(value));
        }
        if (value instanceof DisplayDataRenderable) {
            return renderer.render(value);
        }
        return Renderers.render(value)
                .map(bundle -> displayData(bundle.data()))
                .orElseGet(() -> renderer.render(value));
    }

    /** What is shown of a value, in certain MIME types; text itself may stand for any of them. */
    DisplayData render(Object value, String... mimeTypes) {
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
