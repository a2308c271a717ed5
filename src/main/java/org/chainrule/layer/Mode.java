package org.chainrule.layer;

/**
 * What a forward pass is for. Dropout and batch normalisation do one thing while a network learns and another when it is
 * used; all other layers do the same.
 *
 * @param isTraining whether the network learns
 * @param iteration the number of the update it learns for, from 1; dropout draws another mask for each
 */
public record Mode(boolean isTraining, long iteration) {
    /** The network is used: dropout lets everything through, batch normalisation takes its running statistics. */
    public static final Mode INFERENCE = new Mode(false, 0);

    /**
     * The network learns: dropout drops, batch normalisation normalises with the statistics of the batch.
     *
     * @param iteration the number of the update, from 1
     * @return the mode
     */
    public static Mode training(long iteration) {
        return new Mode(true, iteration);
    }

    @Override
    public String toString() {
        return isTraining ? "training, iteration " + iteration : "inference";
    }
}
