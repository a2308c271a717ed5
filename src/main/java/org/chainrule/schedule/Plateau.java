package org.chainrule.schedule;

/**
 * What a schedule that listens to the loss has heard so far.
 *
 * @param scale what the first rate is multiplied by now
 * @param best the smallest loss
 * @param waited epochs since the loss last became smaller, or since the rate was last reduced
 */
public record Plateau(double scale, double best, int waited) {
    /** Nothing heard yet. */
    public static final Plateau NONE = new Plateau(1, Double.POSITIVE_INFINITY, 0);
}
