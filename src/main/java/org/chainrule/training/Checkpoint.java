package org.chainrule.training;

import java.util.Optional;
import org.chainrule.optimizer.OptimizerState;

/**
 * Where a training stands, apart from its network and its samples: all that it takes to go on as if it had never stopped.
 *
 * <p>Example: {@code Training.resume(run.network(), run.checkpoint())} goes on with samples that are given anew;
 * {@code run.resume()} goes on with the same ones.
 *
 * @param hyperparameters optimizer, regularizer, clipping, batches and stop rules
 * @param state what the optimizer remembers
 * @param history of all epochs so far; empty if they were not kept, then epochs are counted from the start
 */
public record Checkpoint(Hyperparameters hyperparameters, OptimizerState state, Optional<History> history) {
    public Checkpoint {
        if (hyperparameters.optimizer() == null) {
            throw new IllegalArgumentException("A checkpoint got no optimizer, but its state belongs to one.");
        }
    }

    /**
     * How many epochs have been trained.
     *
     * @return 0 if the history was not kept
     */
    public int epochs() {
        return history.map(History::epochs).orElse(0);
    }
}
