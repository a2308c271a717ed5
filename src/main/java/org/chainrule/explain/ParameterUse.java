package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.network.Network;

/**
 * One place where a parameter stands: the weight of a unit from one of its sources, or the bias of a unit.
 *
 * @param unit whose sum has it
 * @param source what it multiplies, empty for a bias
 */
record ParameterUse(Unit unit, Optional<Unit> source) {
    /** All places of a parameter: one for a weight, one per unit for a shared bias. */
    static List<ParameterUse> of(Network network, int parameter) {
        List<ParameterUse> uses = new ArrayList<>();
        for (Unit unit : Unit.all(network)) {
            if (unit.bias().isPresent() && unit.bias().getAsInt() == parameter) {
                uses.add(new ParameterUse(unit, Optional.empty()));
            }
            unit.sources().stream()
                    .filter(source -> unit.weightFrom(source) == parameter)
                    .forEach(source -> uses.add(new ParameterUse(unit, Optional.of(source))));
        }
        return uses;
    }
}
