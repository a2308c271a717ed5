package org.chainrule.training;

/** A line that is replaced in place. */
public interface ProgressLine {
    /**
     * Shows a text in place of the one before.
     *
     * @param text without line breaks
     */
    void show(String text);

    /**
     * Shows the last text, which stays.
     *
     * @param text without line breaks
     */
    void end(String text);
}
