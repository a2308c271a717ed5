package org.chainrule.training;

import org.chainrule.formula.Numbers;

/**
 * The loss, split into what the data and what the regularizer add to it.
 *
 * @param data the loss of the samples
 * @param penalty of the regularizer, 0 without one
 */
public record LossParts(double data, double penalty) {
    /**
     * What training makes small.
     *
     * @return data + penalty
     */
    public double total() {
        return data + penalty;
    }

    /** The sum: {@code 2.544040 = data 2.357168 + penalty 0.186872}. */
    @Override
    public String toString() {
        return Numbers.computed(total()) + " = data " + Numbers.computed(data) + " + penalty "
                + Numbers.computed(penalty);
    }
}
