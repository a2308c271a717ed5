package org.chainrule.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Symbol;
import org.chainrule.loss.Loss;
import org.chainrule.network.Deltas;
import org.chainrule.network.Network;

/**
 * The symbols of a backward pass, each with the number that the engine recorded for one sample.
 *
 * @param forward the symbols of the forward pass
 * @param deltas the backward pass
 * @param sample which sample, from 0
 */
record DeltaSymbols(Symbols forward, Deltas deltas, int sample) {
    static DeltaSymbols of(Notation notation, Deltas deltas, int sample) {
        return new DeltaSymbols(Symbols.of(notation, deltas.forward(), sample), deltas, sample);
    }

    /** The symbols of every sample. */
    static List<DeltaSymbols> ofAll(Notation notation, Deltas deltas) {
        return IntStream.range(0, deltas.forward().samples())
                .mapToObj(sample -> of(notation, deltas, sample))
                .toList();
    }

    /** Those of another sample of the batch. */
    DeltaSymbols ofSample(int other) {
        return new DeltaSymbols(forward.ofSample(other), deltas, other);
    }

    Network network() {
        return deltas.network();
    }

    /** What a layer remembers of the way back of this sample. */
    double detail(int layer, String name, int place) {
        return deltas.detail(layer, name).get(sample, place);
    }

    Symbol loss() {
        return forward.notation().loss(deltas.loss());
    }

    Symbol target(Unit unit) {
        Network network = deltas.network();
        double[] row = deltas.target().row(sample);
        int columns = row.length / network.outputSteps();
        double[] ofStep = Arrays.copyOfRange(row, unit.step() * columns, (unit.step() + 1) * columns);
        double value = network.loss().target(ofStep, unit.indexInStep());
        return forward.notation().target(unit, value);
    }

    Symbol delta(Unit unit) {
        return forward.notation().delta(unit, deltaValue(unit));
    }

    /** What δ stands for: dC / d pre-activation of a unit. */
    Partial preActivationGradient(Unit unit) {
        return new Partial(loss(), forward.preActivation(unit), deltaValue(unit));
    }

    private double deltaValue(Unit unit) {
        return deltas.deltas().get(unit.layer() - 1).get(sample, unit.index());
    }

    /** dC / d output of a unit. */
    Partial outputGradient(Unit unit) {
        double value = deltas.outputGradients().get(unit.layer() - 1).get(sample, unit.index());
        return new Partial(loss(), forward.output(unit), value);
    }

    /** dC / dp of a parameter, over all samples. */
    Partial gradient(int parameter) {
        return new Partial(loss(), forward.named(parameter), deltas.gradients().at(parameter));
    }

    /** Predictions and targets of one step of the sequence that goes out; without a sequence of all units. */
    Loss.Sample outputs(int step) {
        List<Unit> outputs = Unit.outputs(deltas.network()).stream()
                .filter(unit -> unit.step() == step)
                .toList();
        return new Loss.Sample(
                outputs.stream().<Formula>map(forward::output).toList(),
                outputs.stream().<Formula>map(this::target).toList());
    }
}
