package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.chainrule.math.Matrix;
import org.chainrule.network.Network;
import org.chainrule.training.History;
import org.chainrule.training.TrainingRun;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A training as a table: one row per epoch, row 0 before the first update, with the loss and what was recorded.
 *
 * <p>The table of a run holds every number of the sample in the order of the slide: inputs, target, parameters,
 * intermediate values, prediction, loss.
 */
public final class HistoryTable {
    private final History history;
    private final List<Column<?>> columns = new ArrayList<>();

    private HistoryTable(History history) {
        this.history = history;
        int[] epochs = new int[history.epochs() + 1];
        for (int epoch = 0; epoch < epochs.length; epoch++) {
            epochs[epoch] = epoch;
        }
        columns.add(IntColumn.create("epoch", epochs));
    }

    /**
     * epoch, loss, that of validation samples, with a regularizer the parts data and penalty, and a column for every recorded parameter and, of a single
     * sample, for every unit.
     *
     * @param history any history
     * @return a new table
     */
    public static Table of(History history) {
        HistoryTable table = new HistoryTable(history);
        table.add("loss", history::loss);
        table.addValidation();
        table.addParts();
        table.addParameters();
        table.addUnits();
        return Table.create("Loss after each epoch", table.columns);
    }

    /**
     * epoch, then of a single sample the inputs and targets, every recorded parameter and unit, and the loss, with a
     * regularizer split into data and penalty.
     *
     * @param run any training that has run
     * @return a new table
     */
    public static Table of(TrainingRun run) {
        HistoryTable table = new HistoryTable(run.history());
        if (run.training().inputs().rows() == 1) {
            table.addSample(run);
        }
        table.addParameters();
        table.addUnits();
        table.add("Cf", run.history()::loss);
        table.addValidation();
        table.addParts();
        return Table.create("Training with " + run.training().optimizer(), table.columns);
    }

    private void add(String name, IntToDoubleFunction valueAfterEpoch) {
        add(name, 0, valueAfterEpoch);
    }

    /** Values that are missing before an epoch. */
    private void add(String name, int first, IntToDoubleFunction valueAfterEpoch) {
        double[] values = new double[history.epochs() + 1];
        for (int epoch = 0; epoch < values.length; epoch++) {
            values[epoch] = epoch < first ? Double.NaN : valueAfterEpoch.applyAsDouble(epoch);
        }
        columns.add(DoubleColumn.create(name, values));
    }

    private void addValidation() {
        if (!history.validationLosses().isEmpty()) {
            add("validation loss", history.first(history.validationLosses()), history::validationLoss);
        }
    }

    private void addParts() {
        if (!history.parts().isEmpty()) {
            add("data", epoch -> history.parts(epoch).data());
            add("penalty", epoch -> history.parts(epoch).penalty());
        }
    }

    private void addSample(TrainingRun run) {
        Network network = run.network();
        for (int i = 0; i < network.inputs().size(); i++) {
            double value = run.training().inputs().get(0, i);
            add(network.inputs().get(i), epoch -> value);
        }
        Matrix targets = run.training().targets();
        for (int i = 0; i < targets.columns(); i++) {
            double value = targets.get(0, i);
            add(numbered("Ya", targets.columns(), i), epoch -> value);
        }
    }

    private void addParameters() {
        if (history.parameters().isEmpty()) {
            return;
        }
        int first = history.first(history.parameters());
        var layout = history.parameters(first).layout();
        for (int index : layout.readingOrder()) {
            add(layout.name(index), first, epoch -> history.parameters(epoch).at(index));
        }
    }

    private void addUnits() {
        int last = history.epochs();
        if (history.intermediates().isEmpty() || history.intermediates(last).samples() != 1) {
            return;
        }
        Network network = history.intermediates(last).network();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            int level = layer;
            addLayer(
                    network,
                    layer,
                    "i",
                    epoch -> history.intermediates(epoch).preActivations().get(level));
            addLayer(
                    network,
                    layer,
                    "o",
                    epoch -> history.intermediates(epoch).outputs().get(level));
        }
    }

    private void addLayer(Network network, int layer, String suffix, IntFunction<Matrix> values) {
        boolean prediction = suffix.equals("o") && layer == network.layers().size() - 1;
        var units = network.layers().get(layer).units();
        for (int i = 0; i < units.size(); i++) {
            int unit = i;
            String name = prediction ? numbered("Yp", units.size(), i) : units.get(i) + suffix;
            add(
                    name,
                    history.first(history.intermediates()),
                    epoch -> values.apply(epoch).get(0, unit));
        }
    }

    /** The slide's name of the only output, numbered when there are several. */
    private static String numbered(String name, int outputs, int output) {
        return outputs == 1 ? name : name + (output + 1);
    }
}
