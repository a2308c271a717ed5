package org.chainrule.metric;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.math.Matrix;

/** What is left between targets and predictions. */
final class Errors {
    private Errors() {}

    /** Ya − Yp of every sample and output, row by row. */
    static DoubleStream of(Matrix predicted, Matrix actual) {
        double[] answers = predicted.toRowMajor();
        double[] targets = actual.toRowMajor();
        return IntStream.range(0, targets.length).mapToDouble(i -> targets[i] - answers[i]);
    }
}
