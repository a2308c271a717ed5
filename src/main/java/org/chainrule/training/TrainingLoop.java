package org.chainrule.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Pass;
import org.chainrule.network.RangeNotes;
import org.chainrule.optimizer.WorkingState;

/** Epoch after epoch: update, look at the loss, remember, stop if a rule says so. To be read aloud. */
final class TrainingLoop {
    /** The state is copied after every so many epochs only, for in a small network a copy costs as much as an update. */
    private static final int EPOCHS_PER_CHECKPOINT = 16;

    private final Training training;
    private final int lastEpoch;
    private final WorkingState state;
    private final Progress progress;
    private final Updates updates;
    private final Validation validation;
    private final Snapshot checkpoint;
    private final Snapshot best;
    private final List<StopRule> rules;
    private final List<StopRule.Watch> watches;
    private final boolean recording;
    private final History.Collector history = new History.Collector();

    TrainingLoop(Training training, Progress progress) {
        int parameters = training.network().parameters().size();
        this.training = training;
        this.lastEpoch = training.plan().lastEpoch();
        this.state = training.startState().working(training.optimizer(), parameters);
        this.progress = progress;
        this.updates = new Updates(training, state, progress);
        this.validation = new Validation(training);
        this.checkpoint = new Snapshot(training, parameters);
        this.best = new Snapshot(training, parameters);
        this.recording = training.records(Recording.PARAMETERS) || training.records(Recording.INTERMEDIATES);
        this.rules = training.hyperparameters().stopRules();
        this.watches = rules.stream().map(StopRule::watch).toList();
    }

    TrainingRun run() {
        try {
            TrainingRun run = train();
            progress.end(run);
            return run;
        } finally {
            updates.close();
            progress.leave();
        }
    }

    private TrainingRun train() {
        StopRule stop = begin();
        for (int epoch = epochs() + 1; stop == null && epoch <= lastEpoch; epoch++) {
            LossParts loss = updates.epoch(epoch);
            if (!Double.isFinite(loss.total()) || looksAtParameters(epoch) && !updates.areParametersFinite()) {
                tell(epoch, loss.total(), OptionalDouble.empty(), true);
                return end(notFinite(epoch, loss.total()));
            }
            stop = remember(epoch, loss);
        }
        if (!updates.areParametersFinite()) {
            return end(notFinite(epochs(), history.losses.last()));
        }
        return end(stop == null ? Ending.complete(lastEpoch) : Ending.stopped(stop, epochs()));
    }

    /** With all samples in one batch the loss was taken with the parameters, and tells of nearly all that are not finite. */
    private boolean looksAtParameters(int epoch) {
        return recording || updates.batches() > 1 || epoch % EPOCHS_PER_CHECKPOINT == 0;
    }

    /** Looks at the loss before the first update; says which rule wants to stop already, or null. */
    private StopRule begin() {
        LossParts loss = updates.before();
        requireFinite(loss);
        Optional<History> before = training.plan().start().history();
        return before.isPresent() ? goOn(before.get()) : remember(0, loss);
    }

    private void requireFinite(LossParts start) {
        if (!Double.isFinite(start.total())) {
            throw new IllegalArgumentException("run() got the loss " + start.total()
                    + " before the first update, but training needs a finite one to start from: "
                    + RangeNotes.ofLoss(training.network()).orElse("take smaller inputs, targets or weights."));
        }
    }

    /** Takes over what is known of the epochs before, the last of which has just been looked at a second time. */
    private StopRule goOn(History before) {
        history.goOn(before, training);
        checkpoint.keep(before.epochs(), updates.parameters(), state);
        record();
        validation.loss(updates.parameters()).ifPresent(history.validationLosses::add);
        progress.loss(history.losses.last());
        return watchAgain(validation.isEmpty() ? history.losses : history.validationLosses);
    }

    /** Tells the rules what they would have seen. */
    private StopRule watchAgain(Losses.Builder watched) {
        for (int i = 0; i < watched.size() - 1; i++) {
            double loss = watched.get(i);
            watches.forEach(watch -> watch.stopsAt(loss));
        }
        return stopRule(epochs(), watched.last());
    }

    /** Keeps the state after an epoch; says which rule wants to stop now, or null. */
    private StopRule remember(int epoch, LossParts loss) {
        OptionalDouble validated = validation.loss(updates.parameters());
        double watched = validated.orElse(loss.total());
        if (epoch > 0) {
            state.observe(training.optimizer().rate(), watched);
        }
        if (epoch % EPOCHS_PER_CHECKPOINT == 0) {
            checkpoint.keep(epoch, updates.parameters(), state);
        }
        history.losses.add(loss.total());
        validated.ifPresent(history.validationLosses::add);
        if (training.isRegularized() || !history.parts.isEmpty()) {
            history.parts.add(loss);
        }
        record();
        progress.loss(loss.total());
        StopRule stop = stopRule(epoch, watched);
        tell(epoch, loss.total(), validated, stop != null || epoch == lastEpoch);
        return stop;
    }

    private StopRule stopRule(int epoch, double watched) {
        StopRule stop = null;
        for (int i = 0; i < watches.size(); i++) {
            boolean stops = watches.get(i).stopsAt(watched);
            if (watches.get(i).keepsThis()) {
                best.keep(epoch, updates.parameters(), state);
            }
            stop = stops && stop == null ? rules.get(i) : stop;
        }
        return stop;
    }

    private void tell(int epoch, double loss, OptionalDouble validated, boolean ends) {
        List<Consumer<EpochReport>> listeners = training.plan().audience().listeners();
        if (epoch > 0 && !listeners.isEmpty()) {
            EpochReport report = new EpochReport(epoch, lastEpoch, loss, validated, ends);
            listeners.forEach(listener -> listener.accept(report));
        }
    }

    private void record() {
        if (!recording) {
            return;
        }
        Network now = training.network().with(updates.parameters());
        if (training.records(Recording.PARAMETERS)) {
            history.parameters.add(now.parameters());
        }
        if (training.records(Recording.INTERMEDIATES)) {
            history.intermediates.add(intermediates(now));
        }
    }

    /** What the pass left if it saw all samples at once, else a pass of its own; a number that is not finite ends the next epoch. */
    private Forward intermediates(Network now) {
        if (updates.batches() == 1) {
            return Forward.of(now, training.inputs(), updates.last());
        }
        Pass pass = new Pass(now, training.inputs().rows());
        pass.forward(training.inputs().toRowMajor());
        return Forward.of(now, training.inputs(), pass);
    }

    private Ending notFinite(int epoch, double loss) {
        int first = firstEpochNotFinite(epoch);
        String what = Double.isFinite(loss) || first < epoch ? "a parameter" : "the loss";
        Ending ending = Ending.notFinite(first - 1, updates.place(first, lastEpoch), what);
        goBackTo(first - 1);
        return ending;
    }

    /** A saturated unit hides an infinite weight from the loss, so it may have been there for some epochs. */
    private int firstEpochNotFinite(int noticed) {
        updates.goBackTo(checkpoint);
        int epoch = checkpoint.epoch();
        while (epoch < noticed && updates.areParametersFinite()) {
            updateAgain(++epoch);
        }
        return epoch;
    }

    /** Back to the state after an epoch: that of the last checkpoint, and the updates since then once more. */
    private void goBackTo(int epoch) {
        updates.goBackTo(checkpoint);
        for (int again = checkpoint.epoch() + 1; again <= epoch; again++) {
            updateAgain(again);
        }
    }

    private void updateAgain(int epoch) {
        updates.epoch(epoch);
        Losses.Builder watched = validation.isEmpty() ? history.losses : history.validationLosses;
        if (epoch < watched.size()) {
            state.observe(training.optimizer().rate(), watched.get(epoch));
        }
    }

    private TrainingRun end(Ending ending) {
        boolean restore = best.epoch() >= 0 && best.epoch() < ending.epoch();
        return new TrainingRun(
                training,
                training.network().with(restore ? best.parameters() : updates.parameters()),
                history.history().until(ending.epoch()),
                restore ? best.state() : state.snapshot(),
                restore ? ending.restored(best.epoch()) : ending);
    }

    /** How many epochs are behind us. */
    private int epochs() {
        return history.losses.size() - 1;
    }
}
