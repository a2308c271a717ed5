package org.chainrule.schedule;

/**
 * The learning rate as a function of the step: a description that never changes.
 *
 * <p>Steps are counted from 0, the first update. The one schedule that listens to the loss, {@link ReduceOnPlateau},
 * keeps what it heard in a {@link Plateau} that travels with the state of the optimizer.
 */
public sealed interface Schedule
        permits ConstantRate,
                ExponentialDecay,
                InverseTimeDecay,
                NaturalExponentialDecay,
                PiecewiseConstant,
                PolynomialDecay,
                CosineDecay,
                WarmUp,
                CustomSchedule,
                ReduceOnPlateau {
    /**
     * The rate of a step.
     *
     * @param step from 0
     * @return the learning rate, never negative
     */
    double at(long step);

    /**
     * The rate of a step, after what was heard of the loss.
     *
     * @param step from 0
     * @param plateau what {@link #observe} made of the losses
     * @return the learning rate
     */
    default double at(long step, Plateau plateau) {
        return at(step);
    }

    /**
     * Hears the loss of an epoch.
     *
     * @param plateau what was heard before
     * @param loss of the validation samples after the epoch that has ended, of the training without any
     * @return what is known now
     */
    default Plateau observe(Plateau plateau, double loss) {
        return plateau;
    }
}
