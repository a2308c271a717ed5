package org.chainrule.training;

import org.chainrule.formula.Numbers;

/**
 * Stops as soon as the loss is below a bound.
 *
 * @param bound any number
 */
public record LossBelow(double bound) implements StopRule {
    public LossBelow {
        if (Double.isNaN(bound)) {
            throw new IllegalArgumentException("lossBelow() got NaN, but it needs a number such as 0.01.");
        }
    }

    @Override
    public Watch watch() {
        return loss -> loss < bound;
    }

    @Override
    public String toString() {
        return "lossBelow(" + Numbers.given(bound) + ")";
    }
}
