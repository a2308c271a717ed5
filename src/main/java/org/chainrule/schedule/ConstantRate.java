package org.chainrule.schedule;

import org.chainrule.formula.Numbers;
import org.chainrule.formula.Require;

/**
 * The same learning rate at every step.
 *
 * @param rate α, at least 0 and finite
 */
public record ConstantRate(double rate) implements Schedule {
    public ConstantRate {
        Require.notNegative("constant() got learning rate", rate);
    }

    @Override
    public double at(long step) {
        return rate;
    }

    @Override
    public String toString() {
        return Numbers.given(rate);
    }
}
