package org.chainrule.training;

import java.util.Optional;
import org.chainrule.math.Seed;

/**
 * How the samples of a training are cut into batches.
 *
 * @param size samples per batch; empty for all of them in one
 * @param seed of their order, which is another one in every epoch; empty for the order of the data
 */
public record Batching(Optional<Integer> size, Optional<Seed> seed) {
    /** All samples in one batch: batch gradient descent. */
    public static final Batching ALL = new Batching(Optional.empty(), Optional.empty());

    public Batching {
        if (size.isPresent() && size.get() < 1) {
            throw new IllegalArgumentException(
                    "batchSize() got " + size.get() + ", but a batch needs at least 1 sample.");
        }
    }

    /** The size of a full batch of so many samples. */
    int of(int samples) {
        return Math.min(size.orElse(samples), samples);
    }
}
