package org.chainrule.schedule;

/** Refuses the numbers a schedule cannot work with, in one line. */
final class Require {
    private Require() {}

    static double notNegative(String call, String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    call + "() got " + what + " " + value + ", but it needs a finite number that is not negative.");
        }
        return value;
    }

    static double positive(String call, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    call + "() got " + what + " " + value + ", but it needs a finite number above 0.");
        }
        return value;
    }

    static double between0And1(String call, String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    call + "() got " + what + " " + value + ", but it needs a number from 0 to 1.");
        }
        return value;
    }

    static long atLeast1(String call, String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(call + "() got " + value + " " + what + ", but it needs at least 1.");
        }
        return value;
    }
}
