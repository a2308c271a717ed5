package org.chainrule.training;

import org.chainrule.network.Pass;

/**
 * The arrays that a batch of one size goes through.
 *
 * @param pass its engine
 * @param inputs samples × inputs of the batch, the array that the engine reads
 * @param targets samples × target columns of the batch
 * @param samples rows of the batch
 */
record BatchBuffers(Pass pass, double[] inputs, double[] targets, int samples) {
    static BatchBuffers of(Pass pass, int targetColumns, int samples) {
        return new BatchBuffers(pass, pass.input(), new double[samples * targetColumns], samples);
    }

    /** Copies all samples, for a batch that has them all, in their order. */
    void fill(double[] allInputs, double[] allTargets) {
        System.arraycopy(allInputs, 0, inputs, 0, inputs.length);
        System.arraycopy(allTargets, 0, targets, 0, targets.length);
    }

    /** Copies the rows of a batch, which are those from a place of an order on. */
    void gather(double[] allInputs, double[] allTargets, int[] order, int from) {
        copyRows(allInputs, order, from, inputs);
        copyRows(allTargets, order, from, targets);
    }

    private void copyRows(double[] all, int[] order, int from, double[] rows) {
        int columns = rows.length / samples;
        for (int i = 0; i < samples; i++) {
            System.arraycopy(all, order[from + i] * columns, rows, i * columns, columns);
        }
    }
}
