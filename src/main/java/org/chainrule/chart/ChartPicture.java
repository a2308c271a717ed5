package org.chainrule.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.internal.chartpart.Chart;

/** Any XChart chart as a picture, at twice the resolution of its width and height. */
public final class ChartPicture {
    /** Pixels of the picture per pixel of the page: {@value}. */
    public static final int SCALE = 2;

    private ChartPicture() {}

    /**
     * Paints a chart on an opaque white ground.
     *
     * @param chart any chart
     * @return an image {@value #SCALE} times as wide and high as the chart
     */
    public static BufferedImage of(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        chart.paint(graphics, width, height);
        graphics.dispose();
        return image;
    }
}
