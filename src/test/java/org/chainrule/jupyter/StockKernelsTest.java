package org.chainrule.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import org.rapaio.jupyter.kernel.display.DisplaySystem;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** What the adapters for IJava and JJava do without a running kernel; kernel/test runs them in a real JJava. */
class StockKernelsTest {
    private static final Table TABLE = Table.create("outputs", DoubleColumn.create("Yp", 0.744323));
    private static final Map<String, String> EXPECTED =
            Renderers.render(TABLE).orElseThrow().data();

    @Test
    void jjavaFindsTheExtension() {
        assertTrue(ServiceLoader.load(Extension.class).stream()
                .anyMatch(extension -> extension.type() == JJavaExtension.class));
    }

    @Test
    void jjavaShowsWhatChainruleKnows() {
        var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
        JJavaExtension.register(renderer);
        var shown = renderer.render(TABLE);
        assertEquals(
                EXPECTED.get(MimeBundle.HTML),
                shown.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML));
        assertEquals(
                EXPECTED.get(MimeBundle.PLAIN),
                shown.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN));
    }

    @Test
    void ijavaShowsWhatChainruleKnows() {
        var renderer = new io.github.spencerpark.jupyter.kernel.display.Renderer();
        IJava.register(renderer);
        var shown = renderer.render(TABLE);
        assertEquals(
                EXPECTED.get(MimeBundle.HTML),
                shown.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML));
        assertEquals(
                EXPECTED.get(MimeBundle.PLAIN),
                shown.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN));
    }

    @Test
    void jjavaShowsWhatItKnowsAsBefore() {
        var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
        JJavaExtension.register(renderer);
        var shown = renderer.render(42);
        assertEquals("42", shown.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN));
    }

    @Test
    void ijavaShowsWhatItKnowsAsBefore() {
        var renderer = new io.github.spencerpark.jupyter.kernel.display.Renderer();
        IJava.register(renderer);
        var shown = renderer.render(42);
        assertEquals("42", shown.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN));
    }

    @Test
    void ijavaImportsAndShowsWithOneLine() throws Exception {
        var kernel = new RememberingKernel();
        io.github.spencerpark.ijava.IJava.run(kernel);
        try {
            IJava.install();
        } finally {
            io.github.spencerpark.ijava.IJava.run(null);
        }
        assertEquals(List.of(String.join("\n", NotebookImports.all())), kernel.evaluated);
        assertEquals(
                EXPECTED.get(MimeBundle.HTML),
                kernel.getRenderer()
                        .render(TABLE)
                        .getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML));
    }

    /** A kernel on IJava's real base classes that only remembers code. */
    private static final class RememberingKernel extends io.github.spencerpark.jupyter.kernel.BaseKernel {
        private final List<String> evaluated = new ArrayList<>();

        @Override
        public io.github.spencerpark.jupyter.kernel.display.DisplayData eval(String code) {
            evaluated.add(code);
            return null;
        }

        @Override
        public io.github.spencerpark.jupyter.kernel.LanguageInfo getLanguageInfo() {
            return new io.github.spencerpark.jupyter.kernel.LanguageInfo.Builder("java").build();
        }
    }

    @Test
    void rapaioFindsTheProviderAndShowsWhatChainruleKnows() {
        var shown = DisplaySystem.inst().render(TABLE); // without a type, as for the last line of a cell
        assertEquals(EXPECTED.get(MimeBundle.HTML), shown.data().get(MimeBundle.HTML));
        assertEquals(EXPECTED.get(MimeBundle.PLAIN), shown.data().get(MimeBundle.PLAIN));
        assertEquals(
                EXPECTED.get(MimeBundle.MARKDOWN),
                DisplaySystem.inst().render("markdown", TABLE).data().get(MimeBundle.MARKDOWN));
    }

    @Test
    void rapaioShowsWhatItKnowsAsBefore() {
        assertEquals(Map.of("text/html", "42"), DisplaySystem.inst().render(42).data());
    }

    @Test
    void installOutsideOfIJavaSaysSo() {
        var error = assertThrows(IllegalStateException.class, IJava::install);
        assertEquals("IJava.install() was called outside of IJava; other kernels need no call.", error.getMessage());
    }
}
