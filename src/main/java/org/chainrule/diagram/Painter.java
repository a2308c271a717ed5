package org.chainrule.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws a layout: lines first, then what stands on them. */
final class Painter {
    /** Pixels of the image per pixel of the page. */
    static final int SCALE = 2;

    private static final double LABEL_HEIGHT = 17;

    /** Of what stands in the circle of a unit. */
    private static final double WIDEST = 2 * Layout.RADIUS - 8;

    private final Layout layout;
    private final Subject subject;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Labels labels = new Labels();

    Painter(Layout layout) {
        this.layout = layout;
        this.subject = layout.subject();
        this.image = new BufferedImage(layout.width() * SCALE, layout.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
    }

    BufferedImage image() {
        graphics.setColor(Ink.PAPER);
        graphics.fillRect(0, 0, layout.width(), layout.height());
        blockCircles();
        layout.biases().forEach(this::drawBiasLines);
        layout.edges().forEach(this::drawLine);
        layout.edges().stream().filter(Layout.Edge::labelled).forEach(this::drawLabel);
        layout.biases().forEach(this::drawBias);
        layout.columns().forEach(this::drawColumn);
        layout.flows().forEach(this::drawFlow);
        drawResult();
        graphics.dispose();
        return image;
    }

    private void blockCircles() {
        double r = Layout.RADIUS;
        layout.columns().stream()
                .flatMap(List::stream)
                .forEach(node ->
                        labels.block(new Rectangle2D.Double(node.x() - r - 6, node.y() - r, 2 * r + 12, 2 * r + 20)));
        layout.biases().forEach(bias -> labels.block(box(bias)));
    }

    private void drawBiasLines(Layout.BiasNode bias) {
        if (!bias.isShared()) {
            return;
        }
        graphics.setColor(Ink.color(bias.value()));
        graphics.setStroke(Ink.line(bias.value(), layout.largest()));
        bias.users().forEach(unit -> graphics.draw(new Line2D.Double(bias.x(), bias.y(), unit.x(), unit.y())));
    }

    private void drawLine(Layout.Edge edge) {
        graphics.setColor(Ink.color(edge.value()));
        graphics.setStroke(Ink.line(edge.value(), layout.largest()));
        graphics.draw(new Line2D.Double(
                edge.from().x(), edge.from().y(), edge.to().x(), edge.to().y()));
    }

    private void drawLabel(Layout.Edge edge) {
        String text = edge.name() + " = " + Layout.number(edge.value());
        graphics.setFont(Ink.NUMBER);
        double width = graphics.getFontMetrics().stringWidth(text) + 8;
        Rectangle2D box = labels.place(
                edge.from().x(), edge.from().y(), edge.to().x(), edge.to().y(), width, LABEL_HEIGHT);
        graphics.setColor(Ink.PAPER);
        graphics.fill(box);
        centred(text, box.getCenterX(), box.getCenterY(), Ink.color(edge.value()));
    }

    private static Rectangle2D box(Layout.BiasNode bias) {
        double width = Layout.BIAS_WIDTH;
        double height = bias.isShared() ? Layout.BIAS_HEIGHT : LABEL_HEIGHT;
        return new Rectangle2D.Double(bias.x() - width / 2, bias.y() - height / 2, width, height);
    }

    private void drawBias(Layout.BiasNode bias) {
        if (!bias.isShared()) {
            graphics.setFont(Ink.NUMBER);
            drawOnPaper(bias.name() + " = " + Layout.number(bias.value()), bias.x(), bias.y(), Ink.color(bias.value()));
            return;
        }
        Rectangle2D box = box(bias);
        graphics.setColor(Ink.UNIT_FILL);
        graphics.fill(box);
        graphics.setColor(Ink.color(bias.value()));
        graphics.setStroke(Ink.line(bias.value(), 0));
        graphics.draw(box);
        graphics.setFont(Ink.NAME);
        centred(bias.name(), bias.x(), bias.y() - 9, Ink.TEXT);
        graphics.setFont(Ink.NUMBER);
        centred(Layout.number(bias.value()), bias.x(), bias.y() + 9, Ink.color(bias.value()));
    }

    private void drawColumn(List<Layout.Node> nodes) {
        Layout.Node first = nodes.get(0);
        graphics.setFont(Ink.HEADING);
        centred(heading(first.layer()), first.x(), 24, Ink.SOFT);
        if (first.layer() > 0) {
            centred(subject.activation(first.layer()), first.x(), 42, Ink.SOFT);
        }
        nodes.forEach(this::drawUnit);
    }

    /** The arrow into a layer whose weights are not lines between units. */
    private void drawFlow(Layout.Flow flow) {
        double end = flow.to() - 9;
        graphics.setColor(Ink.SOFT);
        graphics.setStroke(new BasicStroke(2f));
        graphics.draw(new Line2D.Double(flow.from(), flow.y(), end, flow.y()));
        Path2D head = new Path2D.Double();
        head.moveTo(flow.to(), flow.y());
        head.lineTo(end, flow.y() - 6);
        head.lineTo(end, flow.y() + 6);
        head.closePath();
        graphics.fill(head);
        graphics.setFont(Ink.HEADING);
        drawOnPaper(flow.name(), (flow.from() + flow.to()) / 2, flow.y() - 16, Ink.TEXT);
    }

    private String heading(int layer) {
        boolean output = layer == subject.network().layers().size();
        return layer == 0 ? "inputs" : output ? "output layer" : "layer " + layer;
    }

    private void drawUnit(Layout.Node node) {
        if (node.isGap()) {
            drawGap(node);
            return;
        }
        double r = Layout.RADIUS;
        Ellipse2D circle = new Ellipse2D.Double(node.x() - r, node.y() - r, 2 * r, 2 * r);
        graphics.setColor(Ink.UNIT_FILL);
        graphics.fill(circle);
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.draw(circle);
        String inside = subject.inUnit(node.layer(), node.unit());
        inCircle(node.name(), Ink.NAME, node.x(), node.y() - (inside.isEmpty() ? 0 : 9));
        inCircle(inside, Ink.NUMBER, node.x(), node.y() + 9);
        graphics.setFont(Ink.NUMBER);
        drawOnPaper(subject.belowUnit(node.layer(), node.unit()), node.x(), node.y() + r + 12, Ink.TEXT);
    }

    /** In smaller letters if the text would touch the circle. */
    private void inCircle(String text, Font font, double x, double y) {
        double share = WIDEST / Math.max(WIDEST, graphics.getFontMetrics(font).stringWidth(text));
        graphics.setFont(font.deriveFont((float) (font.getSize() * share)));
        centred(text, x, y, Ink.TEXT);
    }

    private void drawGap(Layout.Node node) {
        graphics.setColor(Ink.SOFT);
        for (int dot = -28; dot <= -12; dot += 8) {
            graphics.fill(new Ellipse2D.Double(node.x() - 2, node.y() + dot - 2, 4, 4));
        }
        graphics.setFont(Ink.HEADING);
        drawOnPaper(node.name(), node.x(), node.y() + 8, Ink.TEXT);
    }

    private void drawOnPaper(String text, double x, double y, Color color) {
        if (!text.isEmpty()) {
            double width = graphics.getFontMetrics().stringWidth(text) + 6;
            graphics.setColor(Ink.PAPER);
            graphics.fill(new RoundRectangle2D.Double(x - width / 2, y - 8, width, 17, 6, 6));
            centred(text, x, y, color);
        }
    }

    private void drawResult() {
        List<String> lines = subject.result();
        List<Layout.Node> outputs = layout.columns().get(layout.columns().size() - 1);
        double x = outputs.get(0).x() + Layout.RADIUS + 48;
        double y = (outputs.get(0).y() + outputs.get(outputs.size() - 1).y()) / 2 - 9.0 * (lines.size() - 1);
        graphics.setFont(Ink.HEADING);
        graphics.setColor(Ink.TEXT);
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), (float) x, (float) (y + 18 * i + 5));
        }
    }

    private void centred(String text, double x, double y, Color color) {
        Font font = graphics.getFont();
        var metrics = graphics.getFontMetrics(font);
        graphics.setColor(color);
        graphics.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float)
                (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }
}
