package org.chainrule.jupyter;

import java.util.List;
import java.util.Map;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import org.rapaio.jupyter.kernel.global.Global;

/**
 * Chainrule in a stock Rapaio kernel: once its jar is on the kernel's class path, Rapaio finds this class and shows Chainrule's values.
 * The imports come with one line in a cell: {@code org.chainrule.jupyter.Rapaio.install();}.
 */
public final class Rapaio implements DisplayProvider {
    /**
     * Imports Chainrule into the notebook.
     *
     * @throws Exception whatever Rapaio throws when it evaluates the imports
     */
    public static void install() throws Exception {
        for (String line : NotebookImports.all()) {
            Global.eval(line);
        }
    }

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return Renderers.types().stream().<DisplayRenderer>map(Display::new).toList();
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    /** Shows the values of one type. */
    private record Display(Class<?> rendererClass) implements DisplayRenderer {
        /** Rapaio asks for {@code null} where the cell names no type, and for what it then shows first. */
        @Override
        public boolean canRender(String mimeType) {
            return true;
        }

        @Override
        public DisplayData render(String mimeType, Object value) {
            Map<String, String> data = Renderers.render(value).orElseThrow().data();
            DisplayData shown = DisplayData.fromText(data.get(MimeBundle.PLAIN));
            data.forEach((type, content) -> {
                if (mimeType == null || type.contains(mimeType)) {
                    shown.putData(type, content);
                }
            });
            return shown;
        }
    }
}
