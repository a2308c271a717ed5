package org.chainrule.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * How well one class is recognised. A share of nothing counts as 0.
 *
 * @param name of the class
 * @param precision of the samples taken for this class, the share that is of it
 * @param recall of the samples of this class, the share that was taken for it
 * @param f1 harmonic mean 2 · precision · recall / (precision + recall)
 * @param support how many samples are of this class
 */
public record ClassScore(String name, double precision, double recall, double f1, int support) {
    static ClassScore of(String name, int hits, int taken, int support) {
        double precision = share(hits, taken);
        double recall = share(hits, support);
        double f1 = share(2 * hits, taken + support);
        return new ClassScore(name, precision, recall, f1, support);
    }

    /** The mean of some scores; 0 where nothing counts. */
    static ClassScore average(String name, List<ClassScore> scores, ToIntFunction<ClassScore> weight) {
        int support = scores.stream().mapToInt(ClassScore::support).sum();
        return new ClassScore(
                name,
                average(scores, weight, ClassScore::precision),
                average(scores, weight, ClassScore::recall),
                average(scores, weight, ClassScore::f1),
                support);
    }

    private static double average(
            List<ClassScore> scores, ToIntFunction<ClassScore> weight, ToDoubleFunction<ClassScore> value) {
        double sum = scores.stream()
                .mapToDouble(score -> weight.applyAsInt(score) * value.applyAsDouble(score))
                .sum();
        int weights = scores.stream().mapToInt(weight).sum();
        return weights == 0 ? 0 : sum / weights;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
