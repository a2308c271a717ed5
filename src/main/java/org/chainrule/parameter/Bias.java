package org.chainrule.parameter;

import static org.chainrule.formula.Given.given;

import org.chainrule.formula.Numbers;

/**
 * One bias as the DSL writes it: {@code b("b1", 1.0)}, of one unit or shared by all units of a layer.
 *
 * @param name unique in its network
 * @param value the initial value
 * @param isFrozen whether updates leave it alone
 */
public record Bias(String name, double value, boolean isFrozen) {
    public Bias {
        given("b()", name, "a name such as \"b1\"");
    }

    /**
     * This bias, left alone by every update.
     *
     * @return a new bias
     */
    public Bias frozen() {
        return new Bias(name, value, true);
    }

    /** As the DSL writes it, such as {@code b("b1", 0.1)}. */
    @Override
    public String toString() {
        return "b(\"" + name + "\", " + Numbers.given(value) + ")" + (isFrozen ? ".frozen()" : "");
    }
}
