package org.chainrule.optimizer;

import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.formula.Maximum;
import org.chainrule.formula.Require;
import org.chainrule.formula.Symbol;

/**
 * The strengths of the penalties that a proximal rule solves exactly in each step: l1·|w| + l2/2·w².
 *
 * @param l1 at least 0; above 0 it makes weights exactly 0
 * @param l2 at least 0
 */
public record Penalties(double l1, double l2) {
    /** No penalty. */
    public static final Penalties NONE = new Penalties(0, 0);

    public Penalties {
        Require.notNegative("l1() got", l1);
        Require.notNegative("l2() got", l2);
    }

    /** Another l1. */
    Penalties l1(double value) {
        return new Penalties(value, l2);
    }

    /** Another l2. */
    Penalties l2(double value) {
        return new Penalties(l1, value);
    }

    /** {@code sign(z)·max(0, |z| − threshold)}; just z without an l1. */
    Formula towardsZero(Formula z, Formula threshold) {
        Formula size = new Maximum(Formula.number(0), z.absolute().minus(threshold));
        return l1 == 0 ? z : new Function("sign", z, Math::signum).times(size);
    }

    /** What solves the penalties after a step to z with a rate: {@code sign(z)·max(0, |z| − α·λ1)/(1 + α·λ2)}. */
    Formula proximal(Formula z, Formula rate) {
        Formula moved = towardsZero(z, rate.times(new Symbol("λ", "1", l1)));
        return l2 == 0 ? moved : moved.over(Formula.number(1).plus(rate.times(new Symbol("λ", "2", l2))));
    }

    /** The value moved towards 0 by an amount and no further. */
    static double towardsZero(double value, double amount) {
        return value - Math.max(-amount, Math.min(amount, value));
    }
}
