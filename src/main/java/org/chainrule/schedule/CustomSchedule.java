package org.chainrule.schedule;

import static org.chainrule.formula.Given.given;

import java.util.function.LongToDoubleFunction;
import org.chainrule.formula.Require;

/**
 * A learning rate of your own, as a function of the step.
 *
 * @param name as it is printed
 * @param rule α(t), for t from 0: finite and not negative
 */
public record CustomSchedule(String name, LongToDoubleFunction rule) implements Schedule {
    public CustomSchedule {
        given("schedule()", name, "a name such as \"1/√t\"");
        given("schedule(\"" + name + "\")", rule, "the rate of a step such as t -> 0.1 / Math.sqrt(t + 1)");
    }

    @Override
    public double at(long step) {
        double rate = rule.applyAsDouble(step);
        return rate >= 0 && rate < Double.POSITIVE_INFINITY ? rate : refused(step, rate);
    }

    private double refused(long step, double rate) {
        return Require.notNegative("schedule(\"" + name + "\") gave for step " + step + " the rate", rate);
    }

    @Override
    public String toString() {
        return name;
    }
}
