package org.chainrule.optimizer;

import java.util.Map;
import org.chainrule.schedule.Plateau;
import org.chainrule.schedule.Schedule;

/** The state of an optimizer while a loop runs: changed in place, so that a step allocates nothing. */
public final class WorkingState {
    private final Map<String, double[]> byName;
    private final double[][] vectors;
    private long steps;
    private Plateau plateau;

    WorkingState(OptimizerState start, Map<String, double[]> vectors) {
        this.byName = vectors;
        this.vectors = vectors.values().toArray(double[][]::new);
        this.steps = start.steps();
        this.plateau = start.plateau();
    }

    /**
     * How many steps are done.
     *
     * @return 0 before the first
     */
    public long steps() {
        return steps;
    }

    /**
     * Makes the schedule hear the loss of an epoch.
     *
     * @param schedule the optimizer's
     * @param loss of the epoch that has ended
     */
    public void observe(Schedule schedule, double loss) {
        plateau = schedule.observe(plateau, loss);
    }

    /**
     * The state as a value.
     *
     * @return a copy that stays as it is
     */
    public OptimizerState snapshot() {
        return new OptimizerState(steps, plateau, byName);
    }

    /**
     * Takes over what another state of the same optimizer holds.
     *
     * @param other stays as it is
     */
    public void set(WorkingState other) {
        steps = other.steps;
        plateau = other.plateau;
        for (int i = 0; i < vectors.length; i++) {
            System.arraycopy(other.vectors[i], 0, vectors[i], 0, vectors[i].length);
        }
    }

    double[] vector(int slot) {
        return vectors[slot];
    }

    double rate(Schedule schedule) {
        return schedule.at(steps, plateau);
    }

    void advance() {
        steps++;
    }
}
