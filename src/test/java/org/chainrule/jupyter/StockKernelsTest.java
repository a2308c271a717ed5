package org.chainrule.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
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
    void installOutsideOfIJavaSaysSo() {
        var error = assertThrows(IllegalStateException.class, IJava::install);
        assertEquals("IJava.install() was called outside of IJava; other kernels need no call.", error.getMessage());
    }
}
