package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Formula;

/**
 * The chain rule written out: all ways from the loss back to a unit, each the product of its local derivatives.
 *
 * @param equations of the sample
 */
record Paths(DeltaEquations equations) {
    /** How many ways lead from the loss back to a unit. */
    static double count(Unit unit) {
        double count = 1;
        for (int layer = unit.layer() + 1; layer <= unit.network().layers().size(); layer++) {
            count *= unit.network().layers().get(layer - 1).units().size();
        }
        return count;
    }

    /** Every way back to {@code unit}, as factors from the loss on, without the factor of the loss. */
    List<List<Formula>> to(Unit unit) {
        Formula slope = equations.symbols().slope(unit);
        if (unit.isOutput()) {
            return List.of(List.of(equations.lossSlope(unit), slope));
        }
        List<List<Formula>> paths = new ArrayList<>();
        for (Unit reader : unit.readers()) {
            for (List<Formula> path : to(reader)) {
                List<Formula> longer = new ArrayList<>(path);
                longer.add(equations.weight(unit, reader));
                longer.add(slope);
                paths.add(longer);
            }
        }
        return paths;
    }
}
