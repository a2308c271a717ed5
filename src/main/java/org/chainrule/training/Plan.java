package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chainrule.math.Seed;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;

/**
 * How to train, apart from the samples.
 *
 * @param optimizer null until it is named
 * @param state null for that of a fresh optimizer
 * @param epochs how many at most
 * @param recordings what the history keeps besides the losses
 * @param adjustments what happens before and after each step
 * @param batches how the samples are cut
 * @param watch when to stop earlier, and who listens
 */
record Plan(
        Optimizer optimizer,
        OptimizerState state,
        int epochs,
        Set<Recording> recordings,
        Adjustments adjustments,
        Cut batches,
        Watchers watch) {
    /** All samples in one batch. */
    static final int ALL = Integer.MAX_VALUE;

    /** No decisions yet. */
    static final Plan EMPTY = new Plan(
            null,
            null,
            0,
            Set.of(),
            Adjustments.NONE,
            new Cut(ALL, Optional.empty()),
            new Watchers(List.of(), List.of()));

    /** Samples per batch, and the seed of their order. */
    record Cut(int size, Optional<Seed> seed) {}

    /** Stop rules and listeners. */
    record Watchers(List<StopRule> rules, List<Consumer<EpochReport>> listeners) {
        Watchers {
            rules = List.copyOf(rules);
            listeners = List.copyOf(listeners);
        }
    }

    Plan withOptimizer(Optimizer rule) {
        return new Plan(rule, state, epochs, recordings, adjustments, batches, watch);
    }

    Plan withState(OptimizerState remembered) {
        return new Plan(optimizer, remembered, epochs, recordings, adjustments, batches, watch);
    }

    Plan withEpochs(int count) {
        return new Plan(optimizer, state, count, recordings, adjustments, batches, watch);
    }

    Plan withRecordings(Set<Recording> what) {
        return new Plan(optimizer, state, epochs, what, adjustments, batches, watch);
    }

    Plan withAdjustments(Adjustments changed) {
        return new Plan(optimizer, state, epochs, recordings, changed, batches, watch);
    }

    Plan withBatches(Cut cut) {
        return new Plan(optimizer, state, epochs, recordings, adjustments, cut, watch);
    }

    Plan withRule(StopRule rule) {
        List<StopRule> rules = new ArrayList<>(watch.rules);
        rules.add(rule);
        return new Plan(
                optimizer, state, epochs, recordings, adjustments, batches, new Watchers(rules, watch.listeners));
    }

    Plan withListener(Consumer<EpochReport> listener) {
        List<Consumer<EpochReport>> listeners = new ArrayList<>(watch.listeners);
        listeners.add(listener);
        return new Plan(
                optimizer, state, epochs, recordings, adjustments, batches, new Watchers(watch.rules, listeners));
    }
}
