package org.chainrule.training;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.chainrule.formula.Numbers;

/**
 * Says how far a run is: one line, shown when the run takes longer than half a second, replaced at most ten times a second, and left
 * as it is at the end.
 *
 * <p>Steps may take much less time than reading the clock does, so it is read only once in as many steps as take some milliseconds.
 */
final class Progress {
    private static final long SHORT_NANOS = 500_000_000;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final long LOOK_NANOS = 5_000_000;
    private static final long LONG_EPOCH_NANOS = 1_000_000_000;

    private final int first;
    private final int epochs;
    private final Supplier<Optional<ProgressLine>> display;
    private final LongSupplier clock;
    private final long begin;
    private Optional<ProgressLine> line = Optional.empty();
    private boolean begun;
    private String shown;
    private long shownAt;
    private long lookedAt;
    private int stepsToLook = 1;
    private int stepsLeft = 2;
    private double loss;

    Progress(Training training, Supplier<Optional<ProgressLine>> display, LongSupplier clock) {
        this.first = training.plan().start().epoch();
        this.epochs = training.plan().lastEpoch();
        this.display = display;
        this.clock = clock;
        this.begin = clock.getAsLong();
        this.lookedAt = begin;
        this.shownAt = begin + SHORT_NANOS - PAUSE_NANOS;
    }

    static Progress of(Training training) {
        boolean silent = training.plan().audience().silent();
        return new Progress(training, silent ? Optional::empty : ProgressDisplay::find, System::nanoTime);
    }

    /** Before each step. */
    void step(int epoch, int batch, int batches) {
        if (--stepsLeft == 0) {
            look(epoch, batch, batches);
        }
    }

    /** After each epoch. */
    void loss(double value) {
        loss = value;
    }

    private void look(int epoch, int batch, int batches) {
        long now = clock.getAsLong();
        long took = Math.max(1, now - lookedAt);
        long more = Math.min(2L * stepsToLook, stepsToLook * LOOK_NANOS / took);
        stepsToLook = (int) Math.max(1, Math.min(Integer.MAX_VALUE, more));
        stepsLeft = stepsToLook;
        lookedAt = now;
        if (now - shownAt >= PAUSE_NANOS) {
            double done = epoch - 1 - first + (batch - 1.0) / batches;
            boolean slow = now - begin > done * LONG_EPOCH_NANOS;
            String place = slow && batches > 1 ? ", batch " + batch + " of " + batches : "";
            show("epoch " + epoch + " of " + epochs + place + ": loss " + Numbers.computed(loss), done, now);
        }
    }

    private void show(String text, double done, long now) {
        if (!begun) {
            line = display.get();
            begun = true;
        }
        double left = done > 0 ? (now - begin) / 1e9 * (epochs - first - done) / done : 0;
        shown = text;
        shownAt = now;
        tell(place -> place.show(left >= 1 ? text + ", about " + duration(left) + " left" : text));
    }

    /** A place that cannot show anything must not end a training, as a notebook kernel of another version would. */
    private void tell(Consumer<ProgressLine> message) {
        try {
            line.ifPresent(message);
        } catch (RuntimeException | LinkageError broken) {
            line = Optional.empty();
        }
    }

    /** {@code 8 s}, {@code 2 min 5 s}, {@code 3 h 20 min}. */
    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %d min", whole / 3600, whole % 3600 / 60);
    }

    /** After the last epoch: the line says where the training ended. */
    void end(TrainingRun run) {
        History history = run.history();
        int last = history.epochs();
        OptionalDouble validated = history.validationLosses().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(history.validationLoss(last));
        close(new EpochReport(last, epochs, history.loss(last), validated, true).toString());
    }

    /** When a run is left by an exception: the line says where. */
    void leave() {
        close(shown + ", stopped");
    }

    private void close(String text) {
        tell(place -> place.end(text));
        line = Optional.empty();
    }
}
