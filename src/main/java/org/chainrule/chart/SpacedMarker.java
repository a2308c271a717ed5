package org.chainrule.chart;

import java.awt.Graphics2D;
import org.knowm.xchart.style.markers.Marker;

/** A marker that keeps its distance: on a curve of many points it is drawn once in a while instead of at each. */
final class SpacedMarker extends Marker {
    private static final double DISTANCE = 70;

    private final Marker shape;
    private final double start;
    private double lastX;
    private double lastY;
    private double sinceMarker;

    /**
     * A marker for one curve.
     *
     * @param shape what is drawn
     * @param series the number of the curve, so that curves that lie on each other show their markers side by side
     */
    SpacedMarker(Marker shape, int series) {
        this.shape = shape;
        this.start = DISTANCE - 15 - 18 * (series % 4);
        this.lastX = Double.POSITIVE_INFINITY;
    }

    /** XChart goes along a curve from left to right; a step to the left is the start of another painting. */
    @Override
    public void paint(Graphics2D graphics, double x, double y, int markerSize) {
        sinceMarker = x < lastX ? start : sinceMarker + Math.hypot(x - lastX, y - lastY);
        lastX = x;
        lastY = y;
        if (sinceMarker >= DISTANCE) {
            shape.paint(graphics, x, y, markerSize);
            sinceMarker = 0;
        }
    }
}
