package org.chainrule.training;

import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.WorkingState;

/** The parameters and the optimizer's state after one epoch, in arrays that are reused. */
final class Snapshot {
    private final double[] parameters;
    private final WorkingState state;
    private int epoch = -1;

    Snapshot(Training training, int size) {
        this.parameters = training.network().parameters().toArray();
        this.state = training.startState().working(training.optimizer(), size);
    }

    void keep(int number, double[] values, WorkingState memory) {
        epoch = number;
        System.arraycopy(values, 0, parameters, 0, parameters.length);
        state.set(memory);
    }

    /** Puts everything back as it was. */
    void restore(double[] values, WorkingState memory) {
        System.arraycopy(parameters, 0, values, 0, parameters.length);
        memory.set(state);
    }

    /** The epoch it is from, or −1 if nothing was kept. */
    int epoch() {
        return epoch;
    }

    double[] parameters() {
        return parameters;
    }

    OptimizerState state() {
        return state.snapshot();
    }
}
