package org.chainrule.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Pass;
import org.chainrule.optimizer.WorkingState;

/** Epoch after epoch: update, look at the loss, remember, stop if a rule says so. To be read aloud. */
final class TrainingLoop {
    private final Training training;
    private final WorkingState state;
    private final Updates updates;
    private final Validation validation;
    private final Snapshot last;
    private final Snapshot best;
    private final List<StopRule.Watch> watches;
    private final boolean recording;
    private final History.Collector history = new History.Collector();

    TrainingLoop(Training training) {
        int parameters = training.network().parameters().size();
        this.training = training;
        this.state = training.startState().working(training.optimizer(), parameters);
        this.updates = new Updates(training, state);
        this.validation = new Validation(training);
        this.last = new Snapshot(training, parameters);
        this.best = new Snapshot(training, parameters);
        this.recording = training.records(Recording.PARAMETERS) || training.records(Recording.INTERMEDIATES);
        this.watches =
                training.plan().watch().rules().stream().map(StopRule::watch).toList();
    }

    TrainingRun run() {
        Ending ending = Ending.complete(training.epochs());
        LossParts loss = updates.before();
        requireFinite(loss);
        for (int epoch = 0; ; epoch++) {
            if (epoch > 0) {
                loss = updates.epoch(epoch);
            }
            if (!Double.isFinite(loss.total())) {
                ending = notFinite(epoch, loss);
                break;
            }
            StopRule stop = remember(epoch, loss);
            if (stop != null) {
                ending = Ending.stopped(stop, epoch);
                break;
            }
            if (epoch == training.epochs()) {
                break;
            }
        }
        return end(ending);
    }

    private static void requireFinite(LossParts start) {
        if (!Double.isFinite(start.total())) {
            throw new IllegalArgumentException("run() got the loss " + start.total()
                    + " before the first update, but training needs a finite one to start from:"
                    + " take smaller inputs, targets or weights.");
        }
    }

    private TrainingRun end(Ending ending) {
        boolean restore = best.epoch() >= 0 && best.epoch() < ending.epoch();
        Snapshot chosen = restore ? best : last;
        return new TrainingRun(
                training,
                training.network().with(chosen.parameters()),
                history.history(),
                chosen.state(),
                restore ? ending.restored(best.epoch()) : ending);
    }

    private Ending notFinite(int epoch, LossParts loss) {
        tell(epoch, loss.total(), OptionalDouble.empty(), true);
        return Ending.notFinite(
                epoch, updates.batch(), updates.batches(), updates.last().firstLayerNotFinite(), training.epochs());
    }

    /** Keeps the state after an epoch; says which rule wants to stop now, or null. */
    private StopRule remember(int epoch, LossParts loss) {
        if (epoch > 0) {
            state.observe(training.optimizer().rate(), loss.total());
        }
        last.keep(epoch, updates.parameters(), state);
        history.losses.add(loss.total());
        if (training.isRegularized()) {
            history.parts.add(loss);
        }
        if (recording) {
            record();
        }
        OptionalDouble validated = validation.loss(updates.parameters());
        validated.ifPresent(history.validationLosses::add);
        StopRule stop = stopRule(epoch, validated.orElse(loss.total()));
        tell(epoch, loss.total(), validated, stop != null || epoch == training.epochs());
        return stop;
    }

    private StopRule stopRule(int epoch, double watched) {
        StopRule stop = null;
        for (int i = 0; i < watches.size(); i++) {
            boolean stops = watches.get(i).stopsAt(watched);
            if (watches.get(i).keepsThis()) {
                best.keep(epoch, updates.parameters(), state);
            }
            stop = stops && stop == null ? training.plan().watch().rules().get(i) : stop;
        }
        return stop;
    }

    private void tell(int epoch, double loss, OptionalDouble validated, boolean last) {
        List<Consumer<EpochReport>> listeners = training.plan().watch().listeners();
        if (epoch > 0 && !listeners.isEmpty()) {
            EpochReport report = new EpochReport(epoch, training.epochs(), loss, validated, last);
            listeners.forEach(listener -> listener.accept(report));
        }
    }

    private void record() {
        Network now = training.network().with(updates.parameters());
        if (training.records(Recording.PARAMETERS)) {
            history.parameters.add(now.parameters());
        }
        if (training.records(Recording.INTERMEDIATES)) {
            history.intermediates.add(intermediates(now));
        }
    }

    /** What the pass left if it saw all samples at once, else a pass of its own. */
    private Forward intermediates(Network now) {
        Pass pass = updates.last();
        return updates.batches() == 1
                ? Forward.of(now, training.inputs(), pass)
                : now.forward(training.samples().inputs().toArray(double[][]::new));
    }
}
