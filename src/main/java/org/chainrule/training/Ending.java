package org.chainrule.training;

/**
 * How a training ended.
 *
 * @param epoch the epoch that the final network is from
 * @param words why it ended before its last epoch, as a sentence; empty if it did not
 */
public record Ending(int epoch, String words) {
    static Ending complete(int epochs) {
        return new Ending(epochs, "");
    }

    static Ending stopped(StopRule rule, int epoch) {
        return new Ending(epoch, "training stopped after epoch " + epoch + ": " + rule + ".");
    }

    /** The same ending with the parameters of an earlier epoch. */
    Ending restored(int best) {
        String back = "the network is that of epoch " + best + ", the best one.";
        return new Ending(best, words.isEmpty() ? back : words + " " + back.replaceFirst("the", "The"));
    }

    static Ending notFinite(int lastFinite, String place, String what) {
        return new Ending(
                lastFinite,
                "training stopped in " + place + ": " + what
                        + " was no longer a finite number; the network is the last one"
                        + " whose numbers are all finite. A smaller learning rate often helps.");
    }
}
