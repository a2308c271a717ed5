package org.chainrule.optimizer;

import org.chainrule.schedule.ConstantRate;
import org.chainrule.schedule.Schedule;

/** Refuses the numbers an optimizer cannot work with, in one line. */
final class Require {
    private Require() {}

    /** A constant learning rate, which may be 0 but neither negative nor infinite nor NaN. */
    static Schedule rate(String call, double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(call + "() got learning rate " + rate
                    + ", but it needs a finite number that is not negative; a negative one would climb.");
        }
        return new ConstantRate(rate);
    }

    static void fraction(String call, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    call + "() got " + value + ", but it needs a number from 0 up to, not including, 1.");
        }
    }

    static void notNegative(String call, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    call + "() got " + value + ", but it needs a finite number that is not negative.");
        }
    }

    static void positive(String call, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(call + "() got " + value + ", but it needs a finite number above 0.");
        }
    }
}
