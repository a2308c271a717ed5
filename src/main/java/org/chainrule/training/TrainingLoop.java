package org.chainrule.training;

import java.util.concurrent.CancellationException;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;
import org.chainrule.network.Pass;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.WorkingState;

/** Forward, loss, backward, update, again and again: the loop of every training, to be read aloud. */
final class TrainingLoop {
    private final Training training;
    private final Pass pass;
    private final double[] inputs;
    private final double[] targets;
    private final double[] lastFinite;
    private final WorkingState state;
    private final WorkingState lastFiniteState;
    private final Adjustments.Applied adjustments;
    private final History.Collector history = new History.Collector();

    TrainingLoop(Training training) {
        this.training = training;
        this.pass = new Pass(training.network(), training.inputs().rows());
        this.inputs = training.inputs().toRowMajor();
        this.targets = training.targets().toRowMajor();
        this.lastFinite = pass.parameters().clone();
        this.state = training.startState().working(training.optimizer(), lastFinite.length);
        this.adjustments = training.adjustments().to(training.network());
        this.lastFiniteState = training.startState().working(training.optimizer(), lastFinite.length);
    }

    TrainingRun run() {
        Optimizer optimizer = training.optimizer();
        pass.trainingForward(inputs, state.steps() + 1);
        boolean finite = remember();
        for (int epoch = 1; finite && epoch <= training.epochs(); epoch++) {
            checkInterrupt(epoch);
            pass.backward(targets);
            adjustments.before(pass.parameters(), pass.gradients());
            optimizer.step(pass.parameters(), pass.gradients(), state);
            adjustments.after(pass.parameters());
            pass.trainingForward(inputs, state.steps() + 1);
            finite = remember();
        }
        return new TrainingRun(
                training, training.network().with(lastFinite), history.history(), lastFiniteState.snapshot());
    }

    /** Keeps the state after an epoch, unless its loss is not a finite number. */
    private boolean remember() {
        LossParts parts = new LossParts(pass.loss(targets), adjustments.penalty(pass.parameters()));
        double loss = parts.total();
        if (!Double.isFinite(loss)) {
            return false;
        }
        if (!history.losses.isEmpty()) {
            state.observe(training.optimizer().rate(), loss);
        }
        System.arraycopy(pass.parameters(), 0, lastFinite, 0, lastFinite.length);
        lastFiniteState.set(state);
        history.losses.add(loss);
        if (training.isRegularized()) {
            history.parts.add(parts);
        }
        record();
        return true;
    }

    private void record() {
        boolean parameters = training.records(Recording.PARAMETERS);
        boolean intermediates = training.records(Recording.INTERMEDIATES);
        if (!parameters && !intermediates) {
            return;
        }
        Network now = training.network().with(lastFinite);
        if (parameters) {
            history.parameters.add(now.parameters());
        }
        if (intermediates) {
            history.intermediates.add(Forward.of(now, training.inputs(), pass));
        }
    }

    private void checkInterrupt(int epoch) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(
                    "training was interrupted in epoch " + epoch + " of " + training.epochs() + ".");
        }
    }
}
