package org.chainrule.optimizer;

import java.util.Arrays;

/** One step of an optimizer on plain numbers: what went in and what came out. Immutable. */
public final class Step {
    private final Optimizer optimizer;
    private final OptimizerState before;
    private final OptimizerState after;
    private final double[] parameters;
    private final double[] gradients;
    private final double[] next;

    private Step(Optimizer optimizer, OptimizerState before, double[] parameters, double[] gradients) {
        this.optimizer = optimizer;
        this.before = before;
        this.parameters = parameters.clone();
        this.gradients = gradients.clone();
        this.next = parameters.clone();
        WorkingState working = before.working(optimizer, parameters.length);
        optimizer.step(next, this.gradients, working);
        this.after = working.snapshot();
    }

    /**
     * Takes a step.
     *
     * @param optimizer the rule
     * @param state of the step before, or {@link Optimizer#initialState}
     * @param parameters where it starts; they stay as they are
     * @param gradients one per parameter
     * @return the step
     * @throws IllegalArgumentException if state or gradients do not fit the parameters
     */
    public static Step take(Optimizer optimizer, OptimizerState state, double[] parameters, double[] gradients) {
        if (gradients.length != parameters.length) {
            throw new IllegalArgumentException("A step of " + optimizer + " got " + gradients.length
                    + " gradients, but there are " + parameters.length + " parameters.");
        }
        return new Step(optimizer, state, parameters, gradients);
    }

    /**
     * The rule.
     *
     * @return the optimizer
     */
    public Optimizer optimizer() {
        return optimizer;
    }

    /**
     * What the optimizer remembers now.
     *
     * @return the state after the step
     */
    public OptimizerState state() {
        return after;
    }

    /**
     * The learning rate of this step.
     *
     * @return α, as the schedule gave it
     */
    public double learningRate() {
        return before.nextRate(optimizer.rate());
    }

    /**
     * The parameters before the step.
     *
     * @return a copy
     */
    public double[] oldValues() {
        return parameters.clone();
    }

    /**
     * The gradients that the rule got.
     *
     * @return a copy
     */
    public double[] gradients() {
        return gradients.clone();
    }

    /**
     * The state before the step.
     *
     * @return what the optimizer remembered
     */
    public OptimizerState before() {
        return before;
    }

    /**
     * The parameters after the step.
     *
     * @return a copy
     */
    public double[] newValues() {
        return next.clone();
    }

    /**
     * The line of one parameter in a ledger.
     *
     * @param name how the parameter is called
     * @param index of the parameter
     * @return g, the moments, the effective rate and Δw
     */
    public LedgerEntry entry(String name, int index) {
        return new LedgerEntry(
                after.steps(),
                name,
                gradients[index],
                optimizer.moments(after, index),
                optimizer.effectiveRate(before, after, index),
                next[index] - parameters[index]);
    }

    /** The rule and the new values. */
    @Override
    public String toString() {
        return "Step " + after.steps() + " of " + optimizer + ": " + Arrays.toString(next);
    }
}
