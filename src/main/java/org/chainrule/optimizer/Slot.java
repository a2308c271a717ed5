package org.chainrule.optimizer;

import org.chainrule.formula.Symbol;

/**
 * One thing an optimizer remembers.
 *
 * @param name in the letters of the field, such as {@code m} or {@code Σg²}
 * @param initial the value before the first step
 * @param scalar whether there is one number for all parameters instead of one for each
 */
public record Slot(String name, double initial, boolean scalar) {
    /** How it is printed in formulas: {@code v max} as v with the index max. */
    Symbol symbol() {
        int blank = name.indexOf(' ');
        return blank < 0
                ? Symbol.of(name, Double.NaN)
                : new Symbol(name.substring(0, blank), name.substring(blank + 1), Double.NaN);
    }

    /**
     * One number per parameter, 0 before the first step.
     *
     * @param name in the letters of the field
     */
    public Slot(String name) {
        this(name, 0, false);
    }

    /**
     * One number per parameter.
     *
     * @param name in the letters of the field
     * @param initial the value before the first step
     */
    public Slot(String name, double initial) {
        this(name, initial, false);
    }
}
