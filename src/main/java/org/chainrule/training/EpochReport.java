package org.chainrule.training;

import java.util.OptionalDouble;
import org.chainrule.formula.Numbers;

/**
 * What a listener is told after each epoch.
 *
 * @param epoch from 1
 * @param epochs how many there are at most
 * @param loss as in the history
 * @param validationLoss of the validation samples, if there are any
 * @param last whether training ends with this epoch, because all have run, a rule stops it or the loss is not finite
 */
public record EpochReport(int epoch, int epochs, double loss, OptionalDouble validationLoss, boolean last) {
    /** One line: {@code epoch 12 of 100: loss 0.693147, validation loss 0.701234}. */
    @Override
    public String toString() {
        String validation =
                validationLoss.isPresent() ? ", validation loss " + Numbers.computed(validationLoss.getAsDouble()) : "";
        return "epoch " + epoch + " of " + epochs + ": loss " + Numbers.computed(loss) + validation;
    }
}
