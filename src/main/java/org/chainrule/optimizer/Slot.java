package org.chainrule.optimizer;

/**
 * One thing an optimizer remembers.
 *
 * @param name in the letters of the field, such as {@code m} or {@code Σg²}
 * @param initial the value before the first step
 * @param scalar whether there is one number for all parameters instead of one for each
 */
public record Slot(String name, double initial, boolean scalar) {
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
