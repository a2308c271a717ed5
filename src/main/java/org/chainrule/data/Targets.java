package org.chainrule.data;

import java.util.List;
import org.chainrule.math.Matrix;

/** What a network should answer, one row per sample: numbers, or a class for each sample. */
public sealed interface Targets permits NumericTargets, ClassTargets {
    /**
     * The names of the outputs that a network needs for these targets.
     *
     * @return one per column of {@link #values}
     */
    List<String> names();

    /**
     * The numbers that a loss compares with.
     *
     * @return samples × outputs
     */
    Matrix values();

    /**
     * The number of samples.
     *
     * @return rows of {@link #values}
     */
    int size();

    /**
     * The target of one sample as people read it.
     *
     * @param sample from 0
     * @return such as {@code setosa} or {@code 3}
     */
    String text(int sample);

    /**
     * Some of the targets.
     *
     * @param samples which, in their new order
     * @return new targets
     */
    Targets rows(int... samples);
}
