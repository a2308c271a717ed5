package org.chainrule.training;

/**
 * Stops a training when somebody asks for it from outside, as a button of a notebook does: after the epoch that runs then.
 *
 * <p>What was asked for before a training began does not stop it, so that a training can be run again.
 */
public non-sealed interface StopRequest extends StopRule {
    /**
     * How often it was asked to stop so far.
     *
     * @return a count that any thread may read
     */
    long requests();

    @Override
    default Watch watch() {
        long before = requests();
        return loss -> requests() > before;
    }
}
