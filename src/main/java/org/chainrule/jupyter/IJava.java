package org.chainrule.jupyter;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Optional;

/**
 * Chainrule in a stock IJava 1.3.0, with two lines in a cell.
 *
 * <pre>{@code
 * %jars chainrule-kernel.jar
 * org.chainrule.jupyter.IJava.install();
 * }</pre>
 */
public final class IJava {
    private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

    private IJava() {}

    /**
     * Lets the running IJava show Chainrule's values, and imports Chainrule into the notebook.
     *
     * @throws IllegalStateException if it is not called from a cell of IJava
     * @throws Exception whatever IJava throws when it evaluates the imports
     */
    public static void install() throws Exception {
        BaseKernel kernel = kernel();
        register(kernel.getRenderer());
        kernel.eval(String.join("\n", NotebookImports.all()));
    }

    static void register(Renderer renderer) {
        renderer.createRegistration(Object.class).register(IJava::render);
    }

    private static void render(Object value, RenderContext context) {
        Renderers.render(value)
                .ifPresent(bundle -> bundle.data()
                        .forEach((type, content) -> context.renderIfRequested(MIMEType.parse(type), () -> content)));
    }

    private static BaseKernel kernel() {
        return running()
                .orElseThrow(() -> new IllegalStateException(
                        "IJava.install() was called outside of IJava; other kernels need no call."));
    }

    /** IJava itself is in no repository, so its one method that we need is called by name. */
    static Optional<BaseKernel> running() {
        try {
            return Optional.ofNullable((BaseKernel)
                    Class.forName(KERNEL).getMethod("getKernelInstance").invoke(null));
        } catch (ClassNotFoundException elsewhere) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
