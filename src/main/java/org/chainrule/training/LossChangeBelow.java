package org.chainrule.training;

import org.chainrule.formula.Numbers;

/**
 * Stops as soon as the loss changes by less than a bound from one epoch to the next.
 *
 * @param bound positive
 */
public record LossChangeBelow(double bound) implements StopRule {
    public LossChangeBelow {
        if (!(bound > 0)) {
            throw new IllegalArgumentException(
                    "lossChangeBelow() got " + bound + ", but it needs a positive bound such as 1e-6.");
        }
    }

    @Override
    public Watch watch() {
        return new Watch() {
            private double previous = Double.NaN;

            @Override
            public boolean stopsAt(double loss) {
                boolean still = Math.abs(loss - previous) < bound;
                previous = loss;
                return still;
            }
        };
    }

    @Override
    public String toString() {
        return "lossChangeBelow(" + Numbers.given(bound) + ")";
    }
}
