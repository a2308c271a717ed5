package org.chainrule.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.math.Seed;

/** The k splits of a cross-validation: sample numbers to learn from, and those of the test, another k-th in each. */
final class Folds {
    private Folds() {}

    /** Tests of samples that follow each other in the order; the first samples mod k tests have one sample more. */
    static List<List<int[]>> of(int[] order, int k) {
        int samples = order.length;
        if (k < 2 || k > samples) {
            throw new IllegalArgumentException(
                    "folds() got " + k + ", but it needs a number from 2 to the " + samples + " samples.");
        }
        int[] foldAt = new int[samples];
        Arrays.setAll(foldAt, place -> foldAt(place, samples, k));
        return cut(order, foldAt, k);
    }

    private static int foldAt(int place, int samples, int k) {
        int size = samples / k;
        int inLarger = samples % k * (size + 1);
        return place < inLarger ? place / (size + 1) : samples % k + (place - inLarger) / size;
    }

    /**
     * Tests with the mix of classes of all samples: dealt out one by one in the order of the classes, each class gives every fold as many as
     * it got; which of them, their order says, or the seed.
     */
    static List<List<int[]>> stratified(List<Integer> labels, int k, Optional<Seed> seed) {
        List<Integer> classes = labels.stream().distinct().toList();
        int largest = classes.stream()
                .mapToInt(each -> Collections.frequency(labels, each))
                .max()
                .orElse(0);
        if (k < 2 || k > largest) {
            throw new IllegalArgumentException("stratifiedFolds() got " + k + ", but it needs a number from 2 to the "
                    + largest + " samples of the largest class.");
        }
        int[] foldAt = new int[labels.size()];
        int dealt = 0;
        for (int label : classes) {
            int[] members = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i) == label)
                    .toArray();
            int[] folds = IntStream.range(dealt, dealt + members.length)
                    .map(place -> place % k)
                    .sorted()
                    .toArray();
            int[] order = order(members.length, seed.map(each -> each.derive(label)));
            for (int i = 0; i < members.length; i++) {
                foldAt[members[order[i]]] = folds[i];
            }
            dealt += members.length;
        }
        return cut(IntStream.range(0, labels.size()).toArray(), foldAt, k);
    }

    /** The samples one after the other, or shuffled. */
    static int[] order(int samples, Optional<Seed> seed) {
        return seed.map(each -> each.stream().permutation(samples))
                .orElseGet(() -> IntStream.range(0, samples).toArray());
    }

    private static List<List<int[]>> cut(int[] order, int[] foldAt, int k) {
        return IntStream.range(0, k)
                .mapToObj(fold -> List.of(
                        IntStream.range(0, order.length)
                                .filter(place -> foldAt[place] != fold)
                                .map(place -> order[place])
                                .toArray(),
                        IntStream.range(0, order.length)
                                .filter(place -> foldAt[place] == fold)
                                .map(place -> order[place])
                                .toArray()))
                .toList();
    }
}
