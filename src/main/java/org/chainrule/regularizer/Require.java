package org.chainrule.regularizer;

/** Refuses the numbers a penalty cannot work with, in one line. */
final class Require {
    private Require() {}

    static void strength(String call, double strength) {
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException(
                    call + "() got " + strength
                            + ", but it needs a finite number that is not negative; a negative one would reward large weights.");
        }
    }
}
