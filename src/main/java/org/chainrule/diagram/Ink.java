package org.chainrule.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/** Colours, lines and letters of a diagram; a sign is told by colour and by dashes. */
final class Ink {
    static final Color PAPER = Color.WHITE;
    static final Color TEXT = new Color(0x222222);
    static final Color SOFT = new Color(0x595959);
    static final Color UNIT_FILL = new Color(0xF5F7FA);
    static final Color POSITIVE = new Color(0x0072B2);
    static final Color NEGATIVE = new Color(0xC04A00);
    static final Color ZERO = new Color(0x767676);

    static final Font NAME = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font NUMBER = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private static final float THINNEST = 1.2f;
    private static final float THICKEST = 5f;

    private Ink() {}

    static Color color(double value) {
        return value > 0 ? POSITIVE : value < 0 ? NEGATIVE : ZERO;
    }

    /** Solid for positive numbers, dashed for negative ones, dotted for 0; as thick as {@code value} is large. */
    static BasicStroke line(double value, double largest) {
        double share = largest == 0 ? 0 : Math.abs(value) / largest;
        float width = (float) (THINNEST + (THICKEST - THINNEST) * share);
        float[] dash = value > 0 ? new float[] {1f, 0f} : value < 0 ? new float[] {9f, 6f} : new float[] {2f, 4f};
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
    }
}
