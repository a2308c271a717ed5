package org.chainrule.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What tells curves apart: the colours of Okabe and Ito, which readers with any colour vision can distinguish, and with
 * each colour a marker of its own; when all are used, dashes and then dots.
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

    private static final List<BasicStroke> LINES = List.of(line(), line(9f, 6f), line(1f, 5f));

    private Palette() {}

    private static BasicStroke line(float... dashes) {
        return new BasicStroke(
                2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10f, dashes.length == 0 ? null : dashes, 0f);
    }

    static BasicStroke line(int series) {
        return LINES.get(series / COLORS.size() % LINES.size());
    }

    static Color color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    static Marker marker(int series) {
        return MARKERS.get(series % MARKERS.size());
    }

    static Marker spacedMarker(int series) {
        return new SpacedMarker(marker(series), series);
    }
}
