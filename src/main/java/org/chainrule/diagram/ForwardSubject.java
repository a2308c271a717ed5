package org.chainrule.diagram;

import java.util.List;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;

/** A forward pass: outputs in the units, pre-activations below them. */
record ForwardSubject(Forward pass) implements Subject {
    @Override
    public Network network() {
        return pass.network();
    }

    @Override
    public String title() {
        return "Forward pass";
    }

    @Override
    public String caption() {
        String sample = pass.samples() == 1 ? "" : " of the first of " + pass.samples() + " samples";
        return "Forward pass" + sample + ": in each circle the output, below it the pre-activation z, on each line the"
                + " weight.";
    }

    @Override
    public String edgeNoun() {
        return "weight";
    }

    @Override
    public double ofParameter(int index) {
        return network().parameters().at(index);
    }

    @Override
    public String inUnit(int layer, int unit) {
        double value = pass.outputsOf(layer).get(0, unit);
        return layer == 0 ? Numbers.given(value) : Layout.computed(value);
    }

    @Override
    public String belowUnit(int layer, int unit) {
        return layer == 0
                ? ""
                : "z = " + Layout.computed(pass.preActivations().get(layer - 1).get(0, unit));
    }

    @Override
    public List<String> result() {
        return List.of();
    }
}
