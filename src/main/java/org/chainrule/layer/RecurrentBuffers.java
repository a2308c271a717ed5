package org.chainrule.layer;

import java.util.Arrays;
import org.chainrule.math.Matrix;

/** z, h, δ and dC/dh of every step, samples × (steps·width), and the same arrays step by step. */
class RecurrentBuffers extends LayerBuffers {
    private final Recurrence recurrence;
    private final int width;
    private final double[] z;
    private final double[] states;
    private final double[] sumDeltas;
    private final double[] stateGradients;
    private final Rows inputRows;
    private final Rows zRows;
    private final Rows deltaRows;
    private final Rows[] zSteps;
    private final Rows[] stateSteps;
    private final Rows[] deltaSteps;
    private final Rows[] stateGradientSteps;
    private final StartState[] starts;

    RecurrentBuffers(int samples, double[] input, Recurrence recurrence) {
        super(samples, input, recurrence.output().size(), false);
        this.recurrence = recurrence;
        this.width = recurrence.states().features();
        this.z = new double[samples * recurrence.sums().size()];
        this.states = recurrence.allSteps()
                ? output()
                : new double[samples * recurrence.states().size()];
        this.sumDeltas = new double[z.length];
        this.stateGradients = recurrence.allSteps() ? outputGradient() : new double[states.length];
        this.inputRows = Rows.all(input, recurrence.input().features());
        this.zRows = Rows.all(z, recurrence.sums().features());
        this.deltaRows = Rows.all(sumDeltas, recurrence.sums().features());
        this.zSteps = Rows.steps(z, recurrence.sums());
        this.stateSteps = Rows.steps(states, recurrence.states());
        this.deltaSteps = Rows.steps(sumDeltas, recurrence.sums());
        this.stateGradientSteps = Rows.steps(stateGradients, recurrence.states());
        this.starts = recurrence.starts().stream()
                .map(block -> new StartState(block, samples))
                .toArray(StartState[]::new);
    }

    /** Copies h of the last step to the output; with all steps h is the output itself. */
    void giveOutput() {
        if (recurrence.allSteps()) {
            return;
        }
        Rows last = stateSteps[stateSteps.length - 1];
        for (int sample = 0; sample < samples(); sample++) {
            System.arraycopy(states, last.start(sample), output(), sample * width, width);
        }
    }

    /**
     * Starts dC/dh with what comes from the next layer; the way back through time adds to it. With all steps dC/dh is the output gradient
     * itself, so that what is recorded of an output is its derivative on all ways.
     */
    void takeOutputGradient() {
        for (StartState start : starts) {
            start.clearGradients();
        }
        if (recurrence.allSteps()) {
            return;
        }
        Arrays.fill(stateGradients, 0);
        Rows last = stateSteps[stateSteps.length - 1];
        for (int sample = 0; sample < samples(); sample++) {
            System.arraycopy(outputGradient(), sample * width, stateGradients, last.start(sample), width);
        }
    }

    /** A copy of one of the arrays of this batch. */
    Matrix matrix(double[] values) {
        return Matrix.ofRowMajor(samples(), values);
    }

    double[] z() {
        return z;
    }

    double[] states() {
        return states;
    }

    double[] sumDeltas() {
        return sumDeltas;
    }

    double[] stateGradients() {
        return stateGradients;
    }

    Rows inputRows() {
        return inputRows;
    }

    Rows zRows() {
        return zRows;
    }

    Rows deltaRows() {
        return deltaRows;
    }

    Rows[] zSteps() {
        return zSteps;
    }

    Rows[] stateSteps() {
        return stateSteps;
    }

    Rows[] deltaSteps() {
        return deltaSteps;
    }

    /** h before a step; before the first only if it is given. */
    Rows before(int step) {
        return step > 0 ? stateSteps[step - 1] : starts[0].values();
    }

    /** dC/dh before a step. */
    Rows gradientBefore(int step) {
        return step > 0 ? stateGradientSteps[step - 1] : starts[0].gradients();
    }

    /** What is remembered before the first step; none if that is zeros. */
    StartState[] starts() {
        return starts;
    }
}
