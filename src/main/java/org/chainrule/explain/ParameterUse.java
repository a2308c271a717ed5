package org.chainrule.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return Unit.level(network, LayerFormulas.layerOf(network, parameter)).stream()
                .flatMap(ParameterUse::all)
                .filter(use -> use.parameter() == parameter)
                .toList();
    }

    private static Stream<ParameterUse> all(Unit unit) {
        Stream<ParameterUse> weights =
                unit.sources().stream().map(source -> new ParameterUse(unit, Optional.of(source)));
        return unit.bias().isPresent()
                ? Stream.concat(weights, Stream.of(new ParameterUse(unit, Optional.empty())))
                : weights;
    }

    /** Its place among the network's parameters. */
    int parameter() {
        return source.map(unit::weightFrom).orElseGet(() -> unit.bias().getAsInt());
    }
}
