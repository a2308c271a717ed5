package org.chainrule.training;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A listener that shows how far a training is: one line, replaced at most ten times a second, that stays as it is at the end.
 *
 * <p>Example: {@code training(net).onEpoch(progress())}.
 */
public final class Progress implements Consumer<EpochReport> {
    private static final long PAUSE_NANOS = 100_000_000;

    private final Line line;
    private final LongSupplier nanoTime;
    private boolean begun;
    private long shownAt;

    /** Where the progress is shown. */
    public interface Line {
        /**
         * Shows a text in place of the one before.
         *
         * @param text without line breaks
         */
        void show(String text);

        /**
         * Shows the last text; what is shown afterwards is a new line.
         *
         * @param text without line breaks
         */
        void end(String text);
    }

    /**
     * A listener for one training at a time.
     *
     * @param line where it shows the progress
     */
    public Progress(Line line) {
        this(line, System::nanoTime);
    }

    Progress(Line line, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(EpochReport report) {
        if (report.last()) {
            line.end(report.toString());
            begun = false;
            return;
        }
        long now = nanoTime.getAsLong();
        if (!begun || now - shownAt >= PAUSE_NANOS) {
            line.show(report.toString());
            begun = true;
            shownAt = now;
        }
    }
}
