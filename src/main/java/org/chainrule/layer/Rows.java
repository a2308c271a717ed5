package org.chainrule.layer;

/**
 * Rows inside an array: row r starts at {@code offset + r·stride}.
 *
 * @param values the array itself
 * @param count how many rows
 * @param stride from one row to the next
 * @param offset where the first starts
 */
record Rows(double[] values, int count, int stride, int offset) {
    /** All rows of a row-major matrix. */
    static Rows all(double[] values, int width) {
        return new Rows(values, values.length / width, width, 0);
    }

    /** One step of sequences, samples × (steps·width): one row per sample. */
    static Rows step(double[] values, Shape.Sequence sequence, int step) {
        int width = sequence.features();
        return new Rows(values, values.length / sequence.size(), sequence.size(), step * width);
    }

    /** Every step of sequences. */
    static Rows[] steps(double[] values, Shape.Sequence sequence) {
        Rows[] steps = new Rows[sequence.steps()];
        for (int step = 0; step < steps.length; step++) {
            steps[step] = step(values, sequence, step);
        }
        return steps;
    }

    int start(int row) {
        return offset + row * stride;
    }
}
