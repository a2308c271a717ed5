package org.chainrule.jupyter;

import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Optional;
import java.util.UUID;
import org.chainrule.training.ProgressDisplay;
import org.chainrule.training.ProgressLine;

/** Shows how far a training is below the cell of a stock IJava. */
public final class IJavaProgress implements ProgressDisplay {
    @Override
    public Optional<ProgressLine> line() {
        return IJava.running()
                .map(kernel -> kernel.getIO().display)
                .filter(DisplayStream::isAttached)
                .map(Line::new);
    }

    /** A display that is replaced in place. */
    private static final class Line implements ProgressLine {
        private final DisplayStream display;
        private String id;

        Line(DisplayStream display) {
            this.display = display;
        }

        @Override
        public void show(String text) {
            DisplayData shown = new DisplayData(text);
            if (id == null) {
                id = UUID.randomUUID().toString();
                shown.setDisplayId(id);
                display.display(shown);
            } else {
                display.updateDisplay(id, shown);
            }
        }

        @Override
        public void end(String text) {
            show(text);
        }
    }
}
