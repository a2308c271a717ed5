package org.chainrule.widget;

import java.util.concurrent.atomic.AtomicLong;
import org.chainrule.formula.Given;
import org.chainrule.training.StopRequest;

/**
 * A button: {@code button("Train").onClick(() -> …)}. It works while a cell runs, too, so it can stop a training: {@code
 * training(net)….stopWhen(stop)}.
 */
public final class Button extends Control implements StopRequest {
    private final AtomicLong presses = new AtomicLong();

    private Button(String label) {
        super("button", label);
    }

    /**
     * A button that does nothing yet.
     *
     * @param label what stands on it
     * @return the button
     */
    public static Button of(String label) {
        return new Button(label);
    }

    /**
     * How often it was pressed.
     *
     * @return at least 0
     */
    public long presses() {
        return presses.get();
    }

    @Override
    public long requests() {
        return presses();
    }

    /** Counts a press, as the notebook does when a reader presses it. */
    public void press() {
        presses.incrementAndGet();
    }

    /**
     * Runs code when it is pressed.
     *
     * @param callback what to do
     * @return this button
     */
    public Button onClick(Runnable callback) {
        listen(Given.given("onClick()", callback, "code: onClick(() -> …)"));
        return this;
    }

    @Override
    public String valueText() {
        return "button";
    }

    @Override
    public String range() {
        return "";
    }

    @Override
    public String toString() {
        return "the button " + label() + " was pressed";
    }
}
