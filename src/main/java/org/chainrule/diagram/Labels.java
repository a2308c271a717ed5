package org.chainrule.diagram;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds places for the labels on lines: somewhere along the line where no other label is. */
final class Labels {
    private static final double[] PLACES = {0.30, 0.36, 0.24, 0.42, 0.58, 0.64, 0.70, 0.50, 0.76};
    private static final double MARGIN = 2;

    private final List<Rectangle2D> taken = new ArrayList<>();

    void block(Rectangle2D area) {
        taken.add(area);
    }

    /** The box of a label of the given size, centred on the line from (x1, y1) to (x2, y2). */
    Rectangle2D place(double x1, double y1, double x2, double y2, double width, double height) {
        Rectangle2D best = null;
        double leastOverlap = Double.MAX_VALUE;
        for (double along : PLACES) {
            double x = x1 + along * (x2 - x1);
            double y = y1 + along * (y2 - y1);
            Rectangle2D box = new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
            double overlap = overlap(box);
            if (overlap < leastOverlap) {
                best = box;
                leastOverlap = overlap;
            }
        }
        taken.add(best);
        return best;
    }

    private double overlap(Rectangle2D box) {
        Rectangle2D wide = new Rectangle2D.Double(
                box.getX() - MARGIN, box.getY() - MARGIN, box.getWidth() + 2 * MARGIN, box.getHeight() + 2 * MARGIN);
        return taken.stream()
                .filter(wide::intersects)
                .map(wide::createIntersection)
                .mapToDouble(common -> common.getWidth() * common.getHeight())
                .sum();
    }
}
