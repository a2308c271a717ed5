package org.chainrule.training;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;

/**
 * Inputs and targets, row by row.
 *
 * @param inputs one row per sample
 * @param targets one row per sample
 */
record Samples(List<double[]> inputs, List<double[]> targets) {
    static final Samples NONE = new Samples(List.of(), List.of());

    Samples {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /** These samples and more, which must fit the network. */
    Samples and(String call, double[][] inputRows, double[][] targetRows, Network network) {
        network.requireFitting(call, inputRows, targetRows);
        List<double[]> moreInputs = new ArrayList<>(inputs);
        List<double[]> moreTargets = new ArrayList<>(targets);
        for (int i = 0; i < inputRows.length; i++) {
            moreInputs.add(inputRows[i].clone());
            moreTargets.add(targetRows[i].clone());
        }
        return new Samples(moreInputs, moreTargets);
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    int size() {
        return inputs.size();
    }

    Matrix inputMatrix() {
        return Matrix.of(inputs.toArray(double[][]::new));
    }

    Matrix targetMatrix() {
        return Matrix.of(targets.toArray(double[][]::new));
    }
}
