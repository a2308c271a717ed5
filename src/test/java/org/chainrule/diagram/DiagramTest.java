package org.chainrule.diagram;

import static org.chainrule.Chainrule.diagram;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.Examples;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class DiagramTest {
    private static Network large() {
        return network()
                .inputs(30)
                .layer(128)
                .activation(tanh())
                .weights(new double[128][30])
                .layer(10)
                .activation(tanh())
                .weights(new double[10][128])
                .biases(new double[10])
                .loss(halfSquaredError());
    }

    @Test
    void theNetworkInWords() {
        assertEquals(
                "Network: 2 inputs, 2 sigmoid units, 1 sigmoid unit. Units: x1, x2, HN1, HN2, ON. Weights: w1 0.1 from x1"
                        + " to HN1, w2 0.2 from x1 to HN2, w3 0.1 from x2 to HN1, w4 0.2 from x2 to HN2, w5 0.3 from"
                        + " HN1 to ON, w6 0.4 from HN2 to ON. Biases: b1 1, b2 0.5. Loss: half squared error.",
                diagram(Examples.worked()).text());
    }

    @Test
    void thePassAndTheDeltasInWords() {
        var pass = Examples.worked().forward(1, 2);
        assertTrue(diagram(pass).text().contains("HN1 0.785835 (z = 1.300000)"));
        String deltas = diagram(pass.deltas(y(3))).text();
        assertTrue(deltas.contains("HN1 0.785835 (δ = −0.021674)"), deltas);
        assertTrue(deltas.contains("Gradients: w1 −0.021674 from x1 to HN1"), deltas);
        assertTrue(deltas.contains("Gradients of the biases: b1 −0.045672, b2 −0.429270."), deltas);
        assertTrue(deltas.endsWith("Target 3, loss 2.544040."), deltas);
    }

    @Test
    void theImageIsDrawnTwiceAsLargeOnWhite() {
        Layout layout = new Layout(new NetworkSubject(Examples.worked()));
        BufferedImage image = diagram(Examples.worked()).image();
        assertEquals(2 * layout.width(), image.getWidth());
        assertEquals(2 * layout.height(), image.getHeight());
        assertEquals(Color.WHITE.getRGB(), image.getRGB(0, 0));
    }

    @Test
    void aLongNameStaysInItsCircle() {
        Network network = network()
                .inputs("the_temperature_of_yesterday")
                .layer(1)
                .activation(tanh())
                .weights(new double[1][1])
                .loss(halfSquaredError());
        Layout.Node input =
                new Layout(new NetworkSubject(network)).columns().get(0).get(0);
        BufferedImage image = diagram(network).image();
        for (int above = -12; above <= 12; above++) {
            int x = (int) (input.x() - Layout.RADIUS - 3) * Painter.SCALE;
            int y = (int) input.y() * Painter.SCALE + above;
            assertEquals(Color.WHITE.getRGB(), image.getRGB(x, y), "left of the circle, at " + above);
        }
    }

    @Test
    void signIsColourAndDash() {
        BasicStroke positive = Ink.line(0.5, 1);
        BasicStroke negative = Ink.line(-0.5, 1);
        assertEquals(0, positive.getDashArray()[1]);
        assertTrue(negative.getDashArray()[1] > 0);
        assertFalse(Ink.color(0.5).equals(Ink.color(-0.5)));
        assertTrue(Ink.line(1, 1).getLineWidth() > positive.getLineWidth());
    }

    @Test
    void everyInkReadsOnPaper() {
        for (Color ink : List.of(Ink.TEXT, Ink.SOFT, Ink.POSITIVE, Ink.NEGATIVE, Ink.ZERO)) {
            assertTrue(contrast(ink, Ink.PAPER) >= 4.5, ink + " has " + contrast(ink, Ink.PAPER));
        }
    }

    /** The contrast ratio of WCAG 2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
    private static double contrast(Color dark, Color light) {
        return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void aLargeLayerIsCutShort() {
        Layout layout = new Layout(new NetworkSubject(large()));
        List<String> hidden =
                layout.columns().get(1).stream().map(Layout.Node::name).toList();
        assertEquals(List.of("h1_1", "h1_2", "h1_3", "128 units", "h1_128"), hidden);
        assertTrue(diagram(large()).text().startsWith("Network: 30 inputs, 128 tanh units, 10 tanh units."));
        assertTrue(layout.height() < 1000);
    }

    @Test
    void everyDrawnLineIsAWeightOfItsUnits() {
        Network net = Examples.mazur();
        List<String> lines = new Layout(new NetworkSubject(net))
                .edges().stream()
                        .map(edge -> edge.name() + " " + edge.from().name() + " "
                                + edge.to().name())
                        .toList();
        assertEquals(
                List.of("w1 i1 h1", "w3 i1 h2", "w2 i2 h1", "w4 i2 h2", "w5 h1 o1", "w7 h1 o2", "w6 h2 o1", "w8 h2 o2"),
                lines);
    }

    @Test
    void labelsGiveWayToEachOther() {
        Labels labels = new Labels();
        List<Rectangle2D> placed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            placed.add(labels.place(0, 0, 400, 0, 30, 16));
        }
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                assertFalse(placed.get(i).intersects(placed.get(j)), i + " and " + j);
            }
        }
    }

    @Test
    void numbersOnLinesAreShort() {
        assertEquals("0.1", Layout.number(0.1));
        assertEquals("−0.021674", Layout.number(-0.0216736337));
        assertEquals("4.39e−04", Layout.number(4.385677e-4));
    }
}
