package org.chainrule.explain;

/**
 * One unit of a recurrent layer at one step.
 *
 * @param layer its number, from 1
 * @param step from 0
 * @param index of the unit, from 0
 */
record Moment(int layer, int step, int index) {
    /** The same unit at another step. */
    Moment at(int other) {
        return new Moment(layer, other, index);
    }

    /** Another unit at the same step. */
    Moment of(int unit) {
        return new Moment(layer, step, unit);
    }

    /** {@code 1_2_1}: layer, step, unit. */
    String name() {
        return layer + "_" + (step + 1) + "_" + (index + 1);
    }
}
