package org.chainrule.optimizer;

import org.chainrule.formula.Require;
import org.chainrule.schedule.ConstantRate;
import org.chainrule.schedule.Schedule;

/** One learning rate for all steps. */
final class LearningRate {
    private LearningRate() {}

    /** A constant rate, which may be 0 but neither negative nor infinite nor NaN. */
    static Schedule constant(String call, double rate) {
        return new ConstantRate(Require.notNegative(call + "() got learning rate", rate, "climb"));
    }
}
