package org.chainrule.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What tells curves apart: the colours of Okabe and Ito, which readers with any colour vision can distinguish, and with
 * each colour a marker of its own. When all are used, the colours begin anew with the next marker and a thinner line; dashes would not
 * be seen, for XChart draws a curve from point to point.
 */
final class Palette {
    private static final List<Color> COLORS = List.of(
            new Color(0x0072B2), // blue
            new Color(0xD55E00), // vermilion
            new Color(0x009E73), // bluish green
            new Color(0xCC79A7), // reddish purple
            new Color(0xE69F00), // orange
            new Color(0x56B4E9), // sky blue
            new Color(0x000000)); // black

    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS,
            SeriesMarkers.PLUS);

    private static final List<BasicStroke> LINES = List.of(line(2f), line(1.2f));

    private Palette() {}

    private static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke line(int series) {
        return LINES.get(Math.min(round(series), LINES.size() - 1));
    }

    private static int round(int series) {
        return series / COLORS.size();
    }

    static Color color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    static Marker marker(int series) {
        return MARKERS.get((series + round(series)) % MARKERS.size());
    }

    static Marker spacedMarker(int series) {
        return new SpacedMarker(marker(series), series);
    }
}
