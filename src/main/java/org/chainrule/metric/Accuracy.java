package org.chainrule.metric;

import java.util.stream.IntStream;
import org.chainrule.math.Matrix;

/** The share of samples whose predicted class is the right one, from 0 to 1. */
public record Accuracy() implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public double of(Matrix predicted, Matrix actual) {
        Shapes.checkSamples("accuracy()", predicted, actual);
        int[] answers = Labels.predicted(predicted);
        int[] right = Labels.actual("accuracy()", actual);
        long hits = IntStream.range(0, right.length)
                .filter(i -> answers[i] == right[i])
                .count();
        return (double) hits / right.length;
    }

    @Override
    public String toString() {
        return name();
    }
}
