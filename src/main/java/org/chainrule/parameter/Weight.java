package org.chainrule.parameter;

import static org.chainrule.formula.Given.given;

import org.chainrule.formula.Numbers;

/**
 * One weight as the DSL writes it: {@code w("w3", 0.1)}.
 *
 * @param name unique in its network
 * @param value the initial value
 * @param isFrozen whether updates leave it alone
 */
public record Weight(String name, double value, boolean isFrozen) {
    public Weight {
        given("w()", name, "a name such as \"w1\"");
    }

    /**
     * This weight, left alone by every update.
     *
     * @return a new weight
     */
    public Weight frozen() {
        return new Weight(name, value, true);
    }

    /** As the DSL writes it, such as {@code w("w1", 0.1)}. */
    @Override
    public String toString() {
        return "w(\"" + name + "\", " + Numbers.given(value) + ")" + (isFrozen ? ".frozen()" : "");
    }
}
