package org.chainrule.diagram;

import java.util.List;
import org.chainrule.network.Network;

/** A network before anything went through it. */
record NetworkSubject(Network network) implements Subject {
    @Override
    public String title() {
        return "Network";
    }

    @Override
    public String caption() {
        return "The network: units in layers, each line a weight; biases beside the units that add them.";
    }

    @Override
    public String edgeNoun() {
        return "weight";
    }

    @Override
    public double ofParameter(int index) {
        return network.parameters().at(index);
    }

    @Override
    public String inUnit(int layer, int unit) {
        return "";
    }

    @Override
    public String belowUnit(int layer, int unit) {
        return "";
    }

    @Override
    public List<String> result() {
        return List.of("loss: " + network.loss().name());
    }
}
