package org.chainrule.kernel;

import java.util.UUID;
import java.util.function.Function;
import org.chainrule.kernel.widget.AnyWidget;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * What a cell can ask of the notebook, imported into every cell: show values, update what is shown, read input.
 *
 * <p>Example: {@code var id = display("0 %"); updateDisplay(id, "100 %");}
 */
public final class Notebook {
    /** Inherited by the threads of a cell, so that two kernels in one process never meet. */
    private static final InheritableThreadLocal<Session> SESSION = new InheritableThreadLocal<>();

    private Notebook() {}

    static void attach(Session session) {
        SESSION.set(session);
    }

    /**
     * Shows a value below the cell.
     *
     * @param value any object
     * @return the identifier for {@link #updateDisplay(String, Object)}
     */
    public static String display(Object value) {
        return show(session().values().render(value));
    }

    /**
     * Shows a value below the cell in certain MIME types, as in {@code display("<b>Hi</b>", "text/html")}.
     *
     * @param value any object; text is taken as content of these types
     * @param mimeTypes such as {@code text/html}
     * @return the identifier for {@link #updateDisplay(String, Object, String...)}
     */
    public static String display(Object value, String... mimeTypes) {
        return show(session().values().render(value, mimeTypes));
    }

    /**
     * Replaces what {@link #display(Object)} showed.
     *
     * @param id what {@code display} returned
     * @param value the new value
     */
    public static void updateDisplay(String id, Object value) {
        update(id, session().values().render(value));
    }

    /**
     * Replaces what {@link #display(Object, String...)} showed.
     *
     * @param id what {@code display} returned
     * @param value the new value
     * @param mimeTypes such as {@code text/html}
     */
    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        update(id, session().values().render(value, mimeTypes));
    }

    /**
     * What would be shown of a value.
     *
     * @param value any object
     * @return its representations by MIME type
     */
    public static DisplayData render(Object value) {
        return session().values().render(value);
    }

    /**
     * What would be shown of a value in certain MIME types.
     *
     * @param value any object; text is taken as content of these types
     * @param mimeTypes such as {@code text/html}
     * @return its representations by MIME type
     */
    public static DisplayData render(Object value, String... mimeTypes) {
        return session().values().render(value, mimeTypes);
    }

    /**
     * The registry for renderers of your own classes.
     *
     * @return the renderer that shows values which Chainrule does not know
     */
    public static Renderer renderer() {
        return session().values().renderer();
    }

    /**
     * Shows the values of a class of your own as HTML from now on, as in
     * {@code renderer(Money.class, money -> "<b>" + money.amount() + " €</b>")}.
     *
     * @param <T> the class
     * @param type the class, or one that others extend
     * @param html what is shown of a value, for example {@code <b>5 €</b>}
     */
    public static <T> void renderer(Class<T> type, Function<? super T, String> html) {
        renderer()
                .createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .register((value, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, () -> html.apply(value)));
    }

    /** Removes what the cell has shown so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * Removes what the cell has shown so far.
     *
     * @param wait whether to remove it only when something new is shown, which avoids flicker
     */
    public static void clearOutput(boolean wait) {
        session().clearOutput(wait);
    }

    /**
     * Asks the user for a line of text.
     *
     * @param prompt what is shown beside the input field
     * @return the line without its line break
     * @throws InterruptedException if the cell is interrupted meanwhile
     * @throws IllegalStateException if the front end cannot ask, as when a notebook is executed by a program
     */
    public static String input(String prompt) throws InterruptedException {
        return session().ask(prompt, false);
    }

    /** Whether the calling thread belongs to a cell. */
    static boolean isHere() {
        return SESSION.get() != null;
    }

    /**
     * A widget of your own, for front ends with <a href="https://anywidget.dev">anywidget</a>; {@code sliders(…)} and {@code
     * widget(…)} need no JavaScript.
     *
     * @param module a JavaScript module that exports {@code default { render({ model, el }) … }}
     * @return the widget; it is there once it is shown
     */
    public static AnyWidget anyWidget(String module) {
        return session().values().widgets().anyWidget(module);
    }

    /**
     * Prints formatted text, as {@code System.out.printf} does.
     *
     * @param format a format string
     * @param values what is put into it
     */
    public static void printf(String format, Object... values) {
        System.out.printf(format, values);
    }

    private static String show(DisplayData shown) {
        DisplayData identified = new DisplayData(shown);
        if (!identified.hasDisplayId()) {
            identified.setDisplayId(UUID.randomUUID().toString());
        }
        session().display(identified);
        return identified.getDisplayId();
    }

    private static void update(String id, DisplayData shown) {
        DisplayData identified = new DisplayData(shown);
        identified.setDisplayId(id);
        session().updateDisplay(identified);
    }

    private static Session session() {
        Session session = SESSION.get();
        if (session == null) {
            throw new IllegalStateException(
                    "display() was called outside of a cell; call it from a cell of a notebook.");
        }
        return session;
    }
}
