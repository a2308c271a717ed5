package org.chainrule.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.math.Seed;

/**
 * A data set cut into batches, one per update. Batch size 1 is stochastic gradient descent, the number of samples is batch
 * gradient descent, in between is mini-batch.
 *
 * <p>Example: {@code iris().batches(32, seed(1)).epoch(1)} has five batches, the last with 150 − 4·32 = 22 samples.
 *
 * @param data all samples
 * @param size samples per batch, at least 1
 * @param seed of the order, which is another one in every epoch; none for the order of the data
 */
public record Batches(Dataset data, int size, Optional<Seed> seed) {
    public Batches {
        checkSize("batches()", size);
    }

    private static void checkSize(String call, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(
                    call + " got the batch size " + size + ", but a batch needs at least 1 sample.");
        }
    }

    /**
     * How many updates one epoch makes: ⌈N / b⌉.
     *
     * @param samples N, at least 0
     * @param batchSize b, at least 1
     * @return such as 100 for 10 000 samples in batches of 100
     */
    public static int updatesPerEpoch(int samples, int batchSize) {
        checkSize("updatesPerEpoch()", batchSize);
        return samples / batchSize + (samples % batchSize == 0 ? 0 : 1);
    }

    /**
     * How many updates one epoch makes.
     *
     * @return ⌈samples / size⌉
     */
    public int updatesPerEpoch() {
        return updatesPerEpoch(data.size(), size);
    }

    /**
     * The order of the samples in an epoch.
     *
     * @param epoch from 1
     * @return sample numbers; batch i has those from i · size on
     */
    public int[] order(int epoch) {
        return order(data.size(), seed, epoch);
    }

    /**
     * The order of samples in an epoch.
     *
     * @param samples how many there are
     * @param seed of the order, which is another one in every epoch; none for the order of the data
     * @param epoch from 1
     * @return sample numbers
     */
    public static int[] order(int samples, Optional<Seed> seed, int epoch) {
        return seed.map(start -> start.derive(epoch).stream().permutation(samples))
                .orElseGet(() -> IntStream.range(0, samples).toArray());
    }

    /**
     * The batches of an epoch.
     *
     * @param epoch from 1
     * @return each sample once; the last batch may be shorter
     */
    public List<Dataset> epoch(int epoch) {
        int[] order = order(epoch);
        return IntStream.range(0, updatesPerEpoch())
                .mapToObj(batch ->
                        data.rows(Arrays.copyOfRange(order, batch * size, Math.min((batch + 1) * size, order.length))))
                .toList();
    }

    /** The counts: {@code Batches of iris: 150 samples in batches of 32, 5 updates per epoch}. */
    @Override
    public String toString() {
        return "Batches of " + data.name() + ": " + data.size() + " samples in batches of " + size + ", "
                + updatesPerEpoch() + " updates per epoch";
    }
}
