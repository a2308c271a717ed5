package org.chainrule.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.chainrule.activation.Activation;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Symbol;
import org.chainrule.layer.Dense;
import org.chainrule.network.Forward;
import org.chainrule.network.Network;

/**
 * The symbols of a forward pass, each with the number that the engine recorded for one sample.
 *
 * @param notation what they are called
 * @param network whose units and parameters they are
 * @param pass the forward pass, if something went through the network already
 * @param sample which sample of it, from 0
 */
record Symbols(Notation notation, Network network, Optional<Forward> pass, int sample) {
    static Symbols of(Notation notation, Forward forward, int sample) {
        return new Symbols(notation, forward.network(), Optional.of(forward), sample);
    }

    /** The symbols of a network through which nothing went yet. */
    static Symbols of(Notation notation, Network network) {
        return new Symbols(notation, network, Optional.empty(), 0);
    }

    /** Those of another sample of the batch. */
    Symbols ofSample(int other) {
        return new Symbols(notation, network, pass, other);
    }

    int samples() {
        return pass.map(Forward::samples).orElse(0);
    }

    /** Whether it is a pass of learning, in which dropout drops and batch normalisation measures. */
    boolean isTraining() {
        return pass.map(forward -> forward.trace().mode().isTraining()).orElse(false);
    }

    /** What a layer remembers of this sample. */
    double detail(int layer, String name, int place) {
        return number(forward -> forward.detail(layer, name).get(sample, place));
    }

    /** What a layer remembers of the whole batch. */
    double detailOfBatch(int layer, String name, int place) {
        return number(forward -> forward.detail(layer, name).get(0, place));
    }

    private double number(ToDoubleFunction<Forward> recorded) {
        return pass.map(recorded::applyAsDouble).orElse(Double.NaN);
    }

    Symbol preActivation(Unit unit) {
        return notation.preActivation(
                unit,
                number(forward -> forward.preActivations().get(unit.layer() - 1).get(sample, unit.index())));
    }

    Symbol output(Unit unit) {
        return notation.output(
                unit, number(forward -> forward.outputsOf(unit.layer()).get(sample, unit.index())));
    }

    /** {@code HN1o = f(HN1i)}. */
    Equation activation(Unit unit) {
        return new Equation(output(unit), unit.activation().formula(layer(unit).z(), unit.indexInStep()));
    }

    /** All pre-activations and outputs that the function of a unit may see. */
    Activation.Units layer(Unit unit) {
        List<Unit> units = unit.peers();
        return new Activation.Units(
                units.stream().<Formula>map(this::preActivation).toList(),
                units.stream().<Formula>map(this::output).toList());
    }

    Symbol weight(Unit unit, Unit source) {
        int weight = unit.weightFrom(source);
        return unit.hasOwnWeights()
                ? notation.weight(unit, source, network.parameters().at(weight))
                : parameter(weight);
    }

    Optional<Symbol> bias(Unit unit) {
        return unit.bias().stream()
                .mapToObj(bias -> unit.hasOwnWeights()
                        ? notation.bias(unit, network.parameters().at(bias))
                        : parameter(bias))
                .findFirst();
    }

    /** A parameter as its own kind of layer calls it. */
    Symbol named(int parameter) {
        if (!(network.layers().get(LayerFormulas.layerOf(network, parameter) - 1) instanceof Dense)) {
            return parameter(parameter);
        }
        return parameter(ParameterUse.of(network, parameter).get(0));
    }

    /** A parameter by the name that the network gives it. */
    Symbol parameter(int index) {
        return SymbolNames.indexed(
                network.parameters().layout().name(index), network.parameters().at(index));
    }

    Symbol parameter(ParameterUse use) {
        return use.source()
                .map(source -> weight(use.unit(), source))
                .orElseGet(() -> bias(use.unit()).orElseThrow());
    }
}
