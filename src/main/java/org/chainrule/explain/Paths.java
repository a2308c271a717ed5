package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.formula.Formula;

/**
 * The chain rule written out: all ways from the loss back to a unit, each as its local derivatives from the loss on, without
 * the factor of the loss.
 *
 * @param equations of the sample
 */
record Paths(DeltaEquations equations) {
    /** How many ways lead from the loss back to the pre-activation of a unit. */
    double count(Unit unit) {
        if (equations.isFused(unit)) {
            return 1;
        }
        double beyond = unit.isOutput()
                ? 1
                : unit.readers().size() * count(unit.readers().get(0));
        return Slope.count(unit) * beyond;
    }

    /** The ways back to the pre-activation of a unit. */
    List<List<Formula>> to(Unit unit) {
        if (equations.isFused(unit)) {
            return List.of(List.of(equations.fusedDelta(unit)));
        }
        List<List<Formula>> paths = new ArrayList<>();
        for (Slope slope : Slope.of(unit, equations.symbols().forward())) {
            toOutput(slope.output()).forEach(path -> paths.add(longer(path, slope.derivative())));
        }
        return paths;
    }

    private List<List<Formula>> toOutput(Unit unit) {
        if (unit.isOutput()) {
            return List.of(List.of(equations.lossSlope(unit)));
        }
        List<List<Formula>> paths = new ArrayList<>();
        for (Unit reader : unit.readers()) {
            to(reader).forEach(path -> paths.add(longer(path, equations.weight(unit, reader))));
        }
        return paths;
    }

    private static List<Formula> longer(List<Formula> path, Formula factor) {
        List<Formula> longer = new ArrayList<>(path);
        longer.add(factor);
        return longer;
    }
}
