package org.chainrule.jupyter;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Chainrule in a stock JJava: once its jar is on the class path, by {@code %classpath}, {@code %maven} or {@code
 * JJAVA_CLASSPATH}, JJava finds this class, and the imports and the renderers of Chainrule are there.
 */
public final class JJavaExtension implements Extension {
    /** Called by JJava. Evaluates in the notebook, because only there our classes are those that the cells use. */
    @Override
    public void install(BaseKernel kernel) {
        kernel.eval(String.join("\n", NotebookImports.all()) + "\n" + JJavaExtension.class.getName()
                + ".registerRenderers();");
    }

    /** Lets the running JJava show Chainrule's values; called in the notebook by {@link #install}. */
    public static void registerRenderers() {
        register(BaseKernel.notebookKernel().getRenderer());
    }

    static void register(Renderer renderer) {
        renderer.createRegistration(Object.class).register(JJavaExtension::render);
    }

    private static void render(Object value, RenderContext context) {
        Renderers.render(value)
                .ifPresent(bundle -> bundle.data()
                        .forEach((type, content) -> context.renderIfRequested(MIMEType.parse(type), () -> content)));
    }
}
