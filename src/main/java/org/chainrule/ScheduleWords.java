package org.chainrule;

import java.util.function.LongToDoubleFunction;
import org.chainrule.schedule.ConstantRate;
import org.chainrule.schedule.CosineDecay;
import org.chainrule.schedule.CustomSchedule;
import org.chainrule.schedule.ExponentialDecay;
import org.chainrule.schedule.InverseTimeDecay;
import org.chainrule.schedule.NaturalExponentialDecay;
import org.chainrule.schedule.PiecewiseConstant;
import org.chainrule.schedule.PolynomialDecay;
import org.chainrule.schedule.ReduceOnPlateau;
import org.chainrule.schedule.Schedule;
import org.chainrule.schedule.WarmUp;

/** The words for learning rates that change, part of {@link Chainrule}. Steps are counted from 0, the first update. */
public abstract sealed class ScheduleWords extends RegularizerWords permits OptimizerWords {
    ScheduleWords() {}

    /**
     * α(t) = initial · decay^(t / steps); {@code .inStairs()} falls once every {@code steps}.
     *
     * <pre>{@code exponentialDecay(0.1, 0.5, 10).at(10); // 0.05}</pre>
     *
     * @param initial the rate of step 0
     * @param decay at least 0
     * @param steps over which the rate decays once by {@code decay}
     * @return the schedule
     */
    public static ExponentialDecay exponentialDecay(double initial, double decay, long steps) {
        return new ExponentialDecay(initial, decay, steps, false);
    }

    /**
     * α(t) = initial / (1 + decay · t / steps); {@code .inStairs()} falls once every {@code steps}.
     *
     * <pre>{@code inverseTimeDecay(0.1, 0.5, 10).at(10); // 0.0667}</pre>
     *
     * @param initial the rate of step 0
     * @param decay at least 0
     * @param steps over which the rate decays once by {@code decay}
     * @return the schedule
     */
    public static InverseTimeDecay inverseTimeDecay(double initial, double decay, long steps) {
        return new InverseTimeDecay(initial, decay, steps, false);
    }

    /**
     * α(t) = initial · e^(−decay · t / steps); {@code .inStairs()} falls once every {@code steps}.
     *
     * <pre>{@code naturalExponentialDecay(0.1, 0.5, 10).at(10); // 0.0607}</pre>
     *
     * @param initial the rate of step 0
     * @param decay at least 0
     * @param steps over which the rate decays once by {@code decay}
     * @return the schedule
     */
    public static NaturalExponentialDecay naturalExponentialDecay(double initial, double decay, long steps) {
        return new NaturalExponentialDecay(initial, decay, steps, false);
    }

    /**
     * A rate of your own: any function of the step, which counts from 0. A file cannot hold it, so that a training with it is not saved.
     *
     * <pre>{@code schedule("1/√t", t -> 0.1 / Math.sqrt(t + 1)).at(3); // 0.05}</pre>
     *
     * @param name as it is printed
     * @param rule α(t), finite and not negative
     * @return the schedule
     */
    public static CustomSchedule schedule(String name, LongToDoubleFunction rule) {
        return new CustomSchedule(name, rule);
    }

    /**
     * A constant rate on each piece: {@code piecewiseConstant(0.1).after(100, 0.01)} is 0.1 up to and including step 100.
     *
     * <pre>{@code piecewiseConstant(0.1).after(100, 0.01).at(101); // 0.01}</pre>
     *
     * @param rate of the first piece
     * @return the schedule
     */
    public static PiecewiseConstant piecewiseConstant(double rate) {
        return PiecewiseConstant.startingWith(rate);
    }

    /**
     * α(t) = (initial − end) · (1 − t / steps)^power + end. Options: {@code .power(2)}, {@code .cycling()}.
     *
     * <pre>{@code polynomialDecay(0.1, 0.02, 10).at(5); // 0.06}</pre>
     *
     * @param initial the rate of step 0
     * @param end the rate from step {@code steps} on
     * @param steps when the end is reached
     * @return the schedule
     */
    public static PolynomialDecay polynomialDecay(double initial, double end, long steps) {
        return new PolynomialDecay(initial, end, steps);
    }

    /**
     * α(t) = initial · ½(1 + cos(π t / steps)), 0 from step {@code steps} on.
     *
     * <pre>{@code cosineDecay(0.1, 10).at(5); // 0.05}</pre>
     *
     * @param initial the rate of step 0
     * @param steps when the end is reached
     * @return the schedule
     */
    public static CosineDecay cosineDecay(double initial, long steps) {
        return cosineDecay(initial, 0, steps);
    }

    /**
     * α(t) = end + (initial − end) · ½(1 + cos(π t / steps)).
     *
     * <pre>{@code cosineDecay(0.1, 0.02, 10).at(5); // 0.06}</pre>
     *
     * @param initial the rate of step 0
     * @param end the rate from step {@code steps} on
     * @param steps when the end is reached
     * @return the schedule
     */
    public static CosineDecay cosineDecay(double initial, double end, long steps) {
        return new CosineDecay(initial, end, steps);
    }

    /**
     * Climbs to a constant rate in equal parts: {@code warmUp(100, 0.1)}.
     *
     * <pre>{@code warmUp(10, 0.1).at(5); // 0.06}</pre>
     *
     * @param steps how many steps the climb takes
     * @param rate afterwards
     * @return the schedule
     */
    public static WarmUp warmUp(long steps, double rate) {
        return warmUp(steps, new ConstantRate(rate));
    }

    /**
     * Climbs in equal parts to the first rate of another schedule, which starts after it.
     *
     * <pre>{@code warmUp(10, exponentialDecay(0.1, 0.5, 10)).at(20); // 0.05}</pre>
     *
     * @param steps how many steps the climb takes
     * @param then the schedule after it
     * @return the schedule
     */
    public static WarmUp warmUp(long steps, Schedule then) {
        return new WarmUp(steps, then);
    }

    /**
     * Reduces the rate when the loss of an epoch has not fallen for {@value ReduceOnPlateau#DEFAULT_PATIENCE} epochs.
     *
     * <p>Options: {@code .factor(0.5)}, {@code .patience(5)}, {@code .minimumChange(1e-3)}, {@code .minimumRate(1e-5)}.
     *
     * <pre>{@code
     * var net = network().inputs("x")
     *     .layer("out").activation(identity()).into("out", w("w", 0.5)).sharedBias("b", 0)
     *     .loss(halfSquaredError());
     * training(net).sample(x(2), y(3)).optimizer(sgd(reduceOnPlateau(0.1).factor(0.5).patience(3))).epochs(50).run();
     * }</pre>
     *
     * @param initial the rate at the start
     * @return the schedule
     */
    public static ReduceOnPlateau reduceOnPlateau(double initial) {
        return new ReduceOnPlateau(initial);
    }
}
