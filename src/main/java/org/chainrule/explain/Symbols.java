package org.chainrule.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.chainrule.activation.Activation;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;

/**
 * The symbols of a forward pass, each with the number that the engine recorded for one sample.
 *
 * @param notation what they are called
 * @param network whose units and parameters they are
 * @param preActivations z of a unit
 * @param outputs f(z) of a unit, or the value of an input
 */
record Symbols(
        Notation notation, Network network, ToDoubleFunction<Unit> preActivations, ToDoubleFunction<Unit> outputs) {
    static Symbols of(Notation notation, Forward forward, int sample) {
        return new Symbols(
                notation,
                forward.network(),
                unit -> forward.preActivations().get(unit.layer() - 1).get(sample, unit.index()),
                unit -> forward.outputsOf(unit.layer()).get(sample, unit.index()));
    }

    /** The symbols of a network through which nothing went yet. */
    static Symbols of(Notation notation, Network network) {
        return new Symbols(notation, network, unit -> Double.NaN, unit -> Double.NaN);
    }

    Symbol preActivation(Unit unit) {
        return notation.preActivation(unit, preActivations.applyAsDouble(unit));
    }

    Symbol output(Unit unit) {
        return notation.output(unit, outputs.applyAsDouble(unit));
    }

    /** All pre-activations and outputs of the layer of a unit. */
    Activation.Units layer(Unit unit) {
        List<Unit> units = unit.peers();
        return new Activation.Units(
                units.stream().<Formula>map(this::preActivation).toList(),
                units.stream().<Formula>map(this::output).toList());
    }

    Symbol weight(Unit unit, Unit source) {
        return notation.weight(unit, source, network.parameters().at(unit.weightFrom(source)));
    }

    Optional<Symbol> bias(Unit unit) {
        return unit.bias().stream()
                .mapToObj(bias -> notation.bias(unit, network.parameters().at(bias)))
                .findFirst();
    }

    Symbol parameter(ParameterUse use) {
        return use.source()
                .map(source -> weight(use.unit(), source))
                .orElseGet(() -> bias(use.unit()).orElseThrow());
    }
}
