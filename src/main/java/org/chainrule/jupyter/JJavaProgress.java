package org.chainrule.jupyter;

import java.util.Optional;
import java.util.UUID;
import org.chainrule.training.ProgressDisplay;
import org.chainrule.training.ProgressLine;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Shows how far a training is below the cell of a stock JJava. */
public final class JJavaProgress implements ProgressDisplay {
    @Override
    public Optional<ProgressLine> line() {
        return kernel().map(kernel -> kernel.getIO().display)
                .filter(DisplayStream::isAttached)
                .map(Line::new);
    }

    private static Optional<BaseKernel> kernel() {
        try {
            return Optional.of(BaseKernel.notebookKernel());
        } catch (NullPointerException elsewhere) {
            return Optional.empty(); // the only way in which JJava says that it does not run
        }
    }

    /** A display that is replaced in place. */
    private static final class Line implements ProgressLine {
        private static final String DISPLAY_ID = "display_id";

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
                shown.putTransientData(DISPLAY_ID, id); // setDisplayId() is not the same in all versions
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
