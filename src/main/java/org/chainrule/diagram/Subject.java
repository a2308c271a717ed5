package org.chainrule.diagram;

import java.util.List;
import org.chainrule.layer.Layer;
import org.chainrule.network.Network;

/** What a diagram is drawn from: the network, and which number belongs to each unit and each parameter. */
interface Subject {
    Network network();

    /** What the picture shows, as a heading. */
    String title();

    /** What the picture shows, as a sentence. */
    String caption();

    /** What the number of a line is called in a sentence, such as {@code weight}. */
    String edgeNoun();

    /** The number of a weight or bias, by its index in the network's parameters. */
    double ofParameter(int index);

    /** What stands in the circle under the name of a unit; empty for nothing. Layer 0 is the inputs. */
    String inUnit(int layer, int unit);

    /** What stands below the circle of a unit; empty for nothing. */
    String belowUnit(int layer, int unit);

    /** What stands right of the outputs, line by line. */
    List<String> result();

    /** The activation of a layer from 1, empty for a layer that has none. */
    default String activation(int layer) {
        Layer drawn = network().layers().get(layer - 1);
        return drawn.activation() == Layer.NO_ACTIVATION
                ? ""
                : drawn.activation().toString();
    }
}
