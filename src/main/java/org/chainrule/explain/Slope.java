package org.chainrule.explain;

import java.util.List;
import org.chainrule.activation.Activation;
import org.chainrule.activation.Elementwise;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Formula;

/**
 * The derivative of one output by the pre-activation of a unit: f′ of the unit itself, and with softmax also those of its
 * peers.
 *
 * @param output whose output
 * @param derivative d output / d pre-activation
 */
record Slope(Unit output, Formula derivative) {
    private static final Formula ZERO = new Constant(0);

    /** All outputs that depend on the pre-activation of a unit. */
    static List<Slope> of(Unit unit, Symbols symbols) {
        Activation.Units layer = symbols.layer(unit);
        return unit.peers().stream()
                .map(peer -> new Slope(
                        peer, unit.activation().derivativeFormula(layer, peer.indexInStep(), unit.indexInStep())))
                .filter(slope -> !slope.derivative().equals(ZERO))
                .toList();
    }

    /** How many those are. */
    static int count(Unit unit) {
        return unit.activation() instanceof Elementwise ? 1 : unit.peers().size();
    }
}
