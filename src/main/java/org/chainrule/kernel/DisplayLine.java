package org.chainrule.kernel;

import org.chainrule.training.Progress;

/** A line below a cell that is replaced in place. */
final class DisplayLine implements Progress.Line {
    private static final String TEXT = "text/plain";

    private String id;

    @Override
    public void show(String text) {
        if (id == null) {
            id = Notebook.display(text, TEXT);
        } else {
            Notebook.updateDisplay(id, text, TEXT);
        }
    }

    @Override
    public void end(String text) {
        show(text);
        id = null;
    }
}
