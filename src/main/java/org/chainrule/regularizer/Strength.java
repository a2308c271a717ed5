package org.chainrule.regularizer;

import org.chainrule.formula.Require;

/** How much a penalty counts. */
final class Strength {
    private Strength() {}

    /** Refuses what is no strength of a penalty. */
    static void check(String call, double strength) {
        Require.notNegative(call + "() got", strength, "reward large weights");
    }
}
