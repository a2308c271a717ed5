package org.chainrule.network;

import static org.chainrule.formula.Given.given;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chainrule.layer.Layer;
import org.chainrule.math.Matrix;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;
import org.chainrule.parameter.ParameterValues;

/** Every check of a network and of what is fed to it, each with its one-line message. */
final class NetworkCheck {
    private NetworkCheck() {}

    /** What must hold of every network. */
    static void check(Network network) {
        checkNamesUnique(network);
        checkFinite(network);
    }

    /** Each layer reads as many values as the one before gives. */
    static void checkChain(Names inputs, List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("network() got no layers, but it needs at least one.");
        }
        int given = inputs.size();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).inputs() != given) {
                throw new IllegalArgumentException("layer " + (i + 1) + " reads "
                        + Text.count(layers.get(i).inputs(), "value") + ", but it is given " + given + ".");
            }
            given = layers.get(i).units().size();
        }
    }

    private static void checkNamesUnique(Network network) {
        NamesSeen seen = new NamesSeen();
        seen.add(network.inputs(), "an input");
        network.layers().forEach(layer -> seen.add(layer.units(), "a unit"));
        network.layers().forEach(layer -> layer.blocks().forEach(block -> seen.add(block.names(), "a parameter")));
    }

    /** No parameter may be NaN or infinite. */
    static void checkFinite(Network network) {
        ParameterValues parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (!Double.isFinite(parameters.at(i))) {
                throw new IllegalArgumentException("network() got " + parameters.at(i) + " for the parameter "
                        + parameters.layout().name(i) + ", but parameters need finite values.");
            }
        }
        parameters.layout().blocks().stream()
                .filter(block -> block.kind() == Kind.STATISTICS)
                .forEach(block -> checkVariances(parameters, block));
    }

    /** The second row of the statistics. */
    private static void checkVariances(ParameterValues parameters, ParameterBlock block) {
        for (int i = block.offset() + block.columns(); i < block.end(); i++) {
            if (parameters.at(i) < 0) {
                throw new IllegalArgumentException("network() got " + parameters.at(i) + " for "
                        + parameters.layout().name(i) + ", but a variance cannot be negative.");
            }
        }
    }

    /** The rows of a batch: at least one, each with one finite value per name. */
    static void checkRows(String call, double[][] rows, Names names, String kind) {
        if (rows == null || rows.length == 0) {
            throw new IllegalArgumentException(call + " got " + (rows == null ? "null" : "no samples")
                    + ", but it needs at least one row of " + Text.count(names.size(), kind) + " " + names + ".");
        }
        for (double[] row : rows) {
            checkRow(call, row, names, kind);
        }
    }

    private static void checkRow(String call, double[] row, Names names, String kind) {
        if (row == null || row.length != names.size()) {
            String noun = kind.equals("input") ? "value" : "target value";
            throw new IllegalArgumentException(call + " got " + (row == null ? "null" : Text.count(row.length, noun))
                    + ", but the network has " + Text.count(names.size(), kind) + " " + names + ".");
        }
        for (int i = 0; i < row.length; i++) {
            if (!Double.isFinite(row[i])) {
                throw new IllegalArgumentException(
                        call + " got " + row[i] + " for " + names.get(i) + ", but it needs finite values.");
            }
        }
    }

    /** The targets of a pass: as many rows as samples, each as the loss needs them. */
    static Matrix targets(String call, Network network, int samples, double[][] targets) {
        if (targets == null || targets.length != samples) {
            throw new IllegalArgumentException(call + " got "
                    + (targets == null ? "null" : Text.count(targets.length, "target"))
                    + " for " + Text.count(samples, "sample") + "; it needs one target for each.");
        }
        boolean labels = network.targetColumns() != network.outputs().size();
        checkRows(call, targets, labels ? labels(network) : network.outputs(), labels ? "target" : "output");
        for (double[] row : targets) {
            checkTarget(call, row, network);
        }
        return Matrix.of(targets);
    }

    private static Names labels(Network network) {
        return network.outputSteps() == 1
                ? Names.of(List.of("label"))
                : Names.numbered("label", network.targetColumns());
    }

    private static void checkTarget(String call, double[] row, Network network) {
        for (double target : row) {
            network.loss()
                    .complaint(target, network.outputs().size() / network.outputSteps())
                    .ifPresent(need -> {
                        throw new IllegalArgumentException(call + " got the target " + target + ", but "
                                + network.loss().name() + " needs " + need + ".");
                    });
        }
    }

    /** A unit that computes something, which an input does not. */
    static UnitPlace computed(String call, Network network, String unit) {
        UnitPlace place = network.place(unit);
        if (place.isInput()) {
            List<String> units = network.layers().stream()
                    .map(layer -> layer.units().toString())
                    .toList();
            throw new IllegalArgumentException(call + "() got the input " + unit
                    + ", which computes nothing; the units are " + String.join(" ", units) + ".");
        }
        return place;
    }

    /** Where an input is. */
    static int input(String call, Network network, String name) {
        int index = network.inputs().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    call + "() got " + name + ", but the inputs are " + network.inputs() + ".");
        }
        return index;
    }

    /** What a layer, counted from 1, remembers under a name. */
    static Matrix detail(String call, List<Map<String, Matrix>> details, int layer, String name) {
        given(call, name, "a name such as \"mask\"");
        if (layer < 1 || layer > details.size()) {
            throw new IllegalArgumentException(
                    call + " got layer " + layer + ", but the layers are 1 to " + details.size() + ".");
        }
        Map<String, Matrix> known = details.get(layer - 1);
        if (!known.containsKey(name)) {
            throw new IllegalArgumentException(call + " got the name " + name + ", but layer " + layer + " remembers "
                    + (known.isEmpty() ? "nothing more." : "only " + new TreeSet<>(known.keySet()) + "."));
        }
        return known.get(name);
    }

    /** Without a sample number there must be just one sample. */
    static void checkSingleSample(String call, String unit, int samples) {
        if (samples != 1) {
            throw new IllegalArgumentException(call + "(\"" + unit + "\") needs a sample number, because this pass has "
                    + samples + " samples: use " + call + "(\"" + unit + "\", 0) to " + call + "(\"" + unit + "\", "
                    + (samples - 1) + ").");
        }
    }

    /** A sample number must be in the batch. */
    static void checkSample(String call, int sample, int samples) {
        if (sample < 0 || sample >= samples) {
            throw new IllegalArgumentException(
                    call + "() got sample " + sample + ", but this pass has the samples 0 to " + (samples - 1) + ".");
        }
    }
}
