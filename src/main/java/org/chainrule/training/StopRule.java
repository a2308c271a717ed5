package org.chainrule.training;

/**
 * When to stop before all epochs have run. A rule watches the validation loss if there is one, else the loss.
 *
 * <p>A rule is a value; what it has seen in one run is in its {@link Watch}.
 */
public sealed interface StopRule permits LossBelow, LossChangeBelow, Patience, StopRequest {
    /**
     * Starts to watch a run.
     *
     * @return a watch that has seen nothing
     */
    Watch watch();

    /** What a rule has seen in one run. */
    interface Watch {
        /**
         * Tells the watch the loss after one more epoch.
         *
         * @param loss the first call brings that before the first update
         * @return whether to stop now
         */
        boolean stopsAt(double loss);

        /**
         * Whether the parameters of the last call are the best so far and are to be kept for the end.
         *
         * @return false for a rule that restores nothing
         */
        default boolean keepsThis() {
            return false;
        }
    }
}
