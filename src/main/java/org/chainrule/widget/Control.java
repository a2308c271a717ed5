package org.chainrule.widget;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chainrule.formula.Given;

/** Something that a reader of the notebook can move, choose or press. */
public abstract sealed class Control permits Slider, Choice, Button {
    private final String label;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Control(String word, String label) {
        this.label = Given.given(word + "()", label, "a label");
    }

    /**
     * What stands beside it.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * Its present value as a reader sees it.
     *
     * @return a few characters
     */
    public abstract String valueText();

    /**
     * What can be set, in words, for where it cannot be set: on paper.
     *
     * @return such as {@code from −2 to 2}
     */
    public abstract String range();

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells who listens; the notebook calls it after each change. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }
}
