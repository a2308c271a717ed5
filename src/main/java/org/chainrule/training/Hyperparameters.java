package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.network.Adjustments;
import org.chainrule.optimizer.Optimizer;

/**
 * What one decides on before a training, apart from the network and the count of epochs.
 *
 * @param optimizer the rule of the updates; null until it is named
 * @param adjustments regularizer, clipping and constraint
 * @param batches how the samples are cut
 * @param stopRules when to stop before the last epoch
 */
public record Hyperparameters(
        Optimizer optimizer, Adjustments adjustments, Batching batches, List<StopRule> stopRules) {
    /** No decisions yet. */
    static final Hyperparameters NONE = new Hyperparameters(null, Adjustments.NONE, Batching.ALL, List.of());

    public Hyperparameters {
        stopRules = List.copyOf(stopRules);
    }

    Hyperparameters with(Optimizer rule) {
        return new Hyperparameters(rule, adjustments, batches, stopRules);
    }

    Hyperparameters with(Adjustments changed) {
        return new Hyperparameters(optimizer, changed, batches, stopRules);
    }

    Hyperparameters with(Batching cut) {
        return new Hyperparameters(optimizer, adjustments, cut, stopRules);
    }

    Hyperparameters with(StopRule rule) {
        List<StopRule> rules = new ArrayList<>(stopRules);
        rules.add(rule);
        return new Hyperparameters(optimizer, adjustments, batches, rules);
    }
}
