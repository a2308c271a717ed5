package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chainrule.optimizer.OptimizerState;

/**
 * How to train, apart from the samples.
 *
 * @param hyperparameters what may be tuned
 * @param start where the training goes on from
 * @param epochs how many at most
 * @param recordings what the history keeps besides the losses
 * @param audience who is told while it runs
 * @param threads at most so many, 1 or 2
 */
record Plan(
        Hyperparameters hyperparameters,
        Start start,
        int epochs,
        Set<Recording> recordings,
        Audience audience,
        int threads) {
    /** No decisions yet. */
    static final Plan EMPTY = new Plan(Hyperparameters.NONE, Start.NEW, 0, Set.of(), Audience.DEFAULT, 2);

    /**
     * Where a training goes on from.
     *
     * @param state of the optimizer; empty for a fresh one
     * @param history of the epochs before; empty if there are none
     */
    record Start(Optional<OptimizerState> state, Optional<History> history) {
        static final Start NEW = new Start(Optional.empty(), Optional.empty());

        /** How many epochs are behind. */
        int epoch() {
            return history.map(History::epochs).orElse(0);
        }
    }

    /**
     * Who is told while a training runs.
     *
     * @param listeners after each epoch
     * @param silent whether no line of progress is shown
     */
    record Audience(List<Consumer<EpochReport>> listeners, boolean silent) {
        static final Audience DEFAULT = new Audience(List.of(), false);

        Audience {
            listeners = List.copyOf(listeners);
        }
    }

    static Plan of(Checkpoint checkpoint) {
        Start start = new Start(Optional.of(checkpoint.state()), checkpoint.history());
        return new Plan(checkpoint.hyperparameters(), start, 0, Set.of(), Audience.DEFAULT, 2);
    }

    Plan with(Hyperparameters changed) {
        return new Plan(changed, start, epochs, recordings, audience, threads);
    }

    Plan with(Start from) {
        return new Plan(hyperparameters, from, epochs, recordings, audience, threads);
    }

    Plan withState(OptimizerState remembered) {
        return with(new Start(Optional.of(remembered), start.history));
    }

    Plan withEpochs(int count) {
        return new Plan(hyperparameters, start, count, recordings, audience, threads);
    }

    Plan withRecordings(Set<Recording> what) {
        return new Plan(hyperparameters, start, epochs, what, audience, threads);
    }

    Plan withListener(Consumer<EpochReport> listener) {
        List<Consumer<EpochReport>> listeners = new ArrayList<>(audience.listeners);
        listeners.add(listener);
        return new Plan(hyperparameters, start, epochs, recordings, new Audience(listeners, audience.silent), threads);
    }

    Plan silent() {
        return new Plan(hyperparameters, start, epochs, recordings, new Audience(audience.listeners, true), threads);
    }

    Plan withThreads(int count) {
        return new Plan(hyperparameters, start, epochs, recordings, audience, count);
    }

    /** The number of the last epoch, those before the start included. */
    int lastEpoch() {
        return start.epoch() + epochs;
    }
}
