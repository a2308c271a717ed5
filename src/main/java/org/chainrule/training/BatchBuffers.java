package org.chainrule.training;

import org.chainrule.network.Pass;

/**
 * The arrays that a batch of one size goes through.
 *
 * @param pass its engine
 * @param inputs samples × inputs of the batch
 * @param targets samples × target columns of the batch
 * @param samples rows of the batch
 */
record BatchBuffers(Pass pass, double[] inputs, double[] targets, int samples) {
    static BatchBuffers of(Pass pass, int inputs, int targets, int samples) {
        return new BatchBuffers(pass, new double[samples * inputs], new double[samples * targets], samples);
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
