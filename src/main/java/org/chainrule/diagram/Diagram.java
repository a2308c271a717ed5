package org.chainrule.diagram;

import java.awt.image.BufferedImage;
import org.chainrule.network.Deltas;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;

/**
 * A network drawn: units as circles, weights as lines, biases as squares, with the numbers of what it was drawn from.
 *
 * <p>A positive number is a blue solid line, a negative one a vermilion dashed line; thickness is magnitude. Of a large
 * layer only the first units and the last are drawn.
 */
public final class Diagram {
    private final Subject subject;

    private Diagram(Subject subject) {
        this.subject = subject;
    }

    /**
     * A network with its weights and biases.
     *
     * @param network any network
     * @return the drawing
     */
    public static Diagram of(Network network) {
        return new Diagram(new NetworkSubject(network));
    }

    /**
     * A forward pass: every unit with its output, every line with its weight.
     *
     * @param pass any forward pass; of a batch the first sample is drawn
     * @return the drawing
     */
    public static Diagram of(Forward pass) {
        return new Diagram(new ForwardSubject(pass));
    }

    /**
     * A backward pass: every unit with its δ, every line with its gradient.
     *
     * @param deltas any backward pass; of a batch the δ of the first sample are drawn
     * @return the drawing
     */
    public static Diagram of(Deltas deltas) {
        return new Diagram(new DeltasSubject(deltas));
    }

    /**
     * The picture, on an opaque white ground.
     *
     * @return an image at twice the resolution at which it is meant to be shown
     */
    public BufferedImage image() {
        return new Painter(new Layout(subject)).image();
    }

    /**
     * The picture in words, made from its numbers.
     *
     * @return a few sentences
     */
    public String text() {
        return new DiagramText(subject).text();
    }

    /**
     * What the picture shows and how to read it.
     *
     * @return one or two sentences
     */
    public String caption() {
        return subject.caption() + " Solid blue lines are positive, dashed red ones negative; the thicker the line, the"
                + " larger the number.";
    }

    @Override
    public String toString() {
        return text();
    }
}
