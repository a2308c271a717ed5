package org.chainrule.explain;

import java.util.Optional;
import java.util.function.BiFunction;
import org.chainrule.formula.Symbol;
import org.chainrule.network.Network;

/**
 * What a name asks for: a unit of the network, one of its symbols on the page, a parameter or the loss.
 *
 * @param kind which of these
 * @param of the unit, if it is about one
 * @param parameter its place among the network's parameters, if it is one
 */
record Quantity(Kind kind, Optional<Unit> of, int parameter) {
    enum Kind {
        UNIT,
        PRE_ACTIVATION,
        OUTPUT,
        DELTA,
        PARAMETER,
        LOSS
    }

    private static final TextWriter WRITER = new TextWriter();

    /** What {@code name} means: names of the network first, then the symbols of the notation. */
    static Optional<Quantity> named(Notation notation, Network network, String name) {
        int parameter = network.parameters().layout().indexOf(name);
        if (parameter >= 0) {
            return Optional.of(new Quantity(Kind.PARAMETER, Optional.empty(), parameter));
        }
        if (name.equals(WRITER.write(notation.loss(Double.NaN)))) {
            return Optional.of(new Quantity(Kind.LOSS, Optional.empty(), -1));
        }
        return of(Kind.UNIT, network, name, (unit, value) -> Symbol.of(unit.name(), value))
                .or(() -> of(Kind.PRE_ACTIVATION, network, name, notation::preActivation))
                .or(() -> of(Kind.OUTPUT, network, name, notation::output))
                .or(() -> of(Kind.DELTA, network, name, notation::delta));
    }

    private static Optional<Quantity> of(
            Kind kind, Network network, String name, BiFunction<Unit, Double, Symbol> symbol) {
        return Unit.all(network).stream()
                .filter(unit -> WRITER.write(symbol.apply(unit, Double.NaN)).equals(name))
                .findFirst()
                .map(unit -> new Quantity(kind, Optional.of(unit), -1));
    }

    /** The unit that a unit, a pre-activation, an output or a delta is about. */
    Unit unit() {
        return of.orElseThrow();
    }
}
