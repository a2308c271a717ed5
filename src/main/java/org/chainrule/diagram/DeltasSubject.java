package org.chainrule.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.formula.Numbers;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;

/** A backward pass: δ below the units, gradients on the lines. */
record DeltasSubject(Deltas deltas) implements Subject {
    @Override
    public Network network() {
        return deltas.network();
    }

    @Override
    public String title() {
        return "Deltas and gradients";
    }

    @Override
    public String caption() {
        int samples = deltas.forward().samples();
        String batch = samples == 1 ? "" : " (δ of the first of " + samples + " samples, gradients over all)";
        return "Backward pass" + batch
                + ": in each circle the output, below it δ = dC/dz, on each line the gradient of the weight.";
    }

    @Override
    public String edgeNoun() {
        return "gradient";
    }

    @Override
    public double ofParameter(int index) {
        return deltas.gradients().at(index);
    }

    @Override
    public String inUnit(int layer, int unit) {
        return new ForwardSubject(deltas.forward()).inUnit(layer, unit);
    }

    @Override
    public String belowUnit(int layer, int unit) {
        return layer == 0
                ? ""
                : "δ = " + Layout.computed(deltas.deltas().get(layer - 1).get(0, unit));
    }

    @Override
    public List<String> result() {
        String target = Arrays.stream(deltas.target().row(0))
                .limit(4)
                .mapToObj(Numbers::given)
                .collect(Collectors.joining(", "));
        String more = deltas.target().columns() > 4 ? ", …" : "";
        return List.of("target " + target + more, "loss " + Numbers.computed(deltas.loss()));
    }
}
