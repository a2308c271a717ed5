package org.chainrule.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.chainrule.formula.Given;

/**
 * Controls, and below them what depends on them, drawn again whenever a control changes.
 *
 * <pre>{@code
 * var net = network().inputs("x").layer("y").activation(sigmoid())
 *     .into("y", w("w", 0.5)).sharedBias("b", 0.1).loss(halfSquaredError());
 * var w = slider("w", -2, 2, 0.5);
 * widget(w).show(() -> net.with("w", w.value()).forward(1));
 * }</pre>
 *
 * <p>Where nothing can be moved, as on paper, on GitHub or in another kernel, its first state is shown.
 */
public final class Widget {
    private final List<Control> controls;
    private final List<Supplier<?>> views;

    private Widget(List<Control> controls, List<Supplier<?>> views) {
        this.controls = List.copyOf(controls);
        this.views = List.copyOf(views);
    }

    /**
     * Controls that nothing depends on yet.
     *
     * @param controls sliders, choices, buttons
     * @return the widget
     */
    public static Widget of(Control... controls) {
        return new Widget(Given.all("widget()", "sliders, choices or buttons", controls), List.of());
    }

    /**
     * This widget with one more thing that depends on its controls.
     *
     * @param view computes what is shown: a pass, a table, a chart, an explanation, text, …; it reads the controls' values
     * @return a new widget
     */
    public Widget show(Supplier<?> view) {
        List<Supplier<?>> more = new ArrayList<>(views);
        more.add(Given.given("show()", view, "code: show(() -> …)"));
        return new Widget(controls, more);
    }

    /**
     * What can be moved, chosen or pressed.
     *
     * @return the controls, in the order of reading
     */
    public List<Control> controls() {
        return controls;
    }

    /**
     * What depends on them.
     *
     * @return what computes each of the things shown, in the order of reading
     */
    public List<Supplier<?>> views() {
        return views;
    }

    @Override
    public String toString() {
        return "widget " + controls;
    }
}
