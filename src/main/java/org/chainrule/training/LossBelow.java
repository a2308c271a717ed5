package org.chainrule.training;

import org.chainrule.formula.Numbers;

/**
 * Stops as soon as the loss is below a bound.
 *
 * @param bound any number
 */
public record LossBelow(double bound) implements StopRule {
    @Override
    public Watch watch() {
        return loss -> loss < bound;
    }

    @Override
    public String toString() {
        return "lossBelow(" + Numbers.given(bound) + ")";
    }
}
