package org.chainrule.kernel;

import java.util.Optional;
import org.chainrule.training.ProgressDisplay;
import org.chainrule.training.ProgressLine;

/** Shows how far a training is below the cell that runs it. */
public final class CellProgress implements ProgressDisplay {
    @Override
    public Optional<ProgressLine> line() {
        return Notebook.isHere() ? Optional.of(new Line()) : Optional.empty();
    }

    /** A display that is replaced in place. */
    private static final class Line implements ProgressLine {
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
        }
    }
}
