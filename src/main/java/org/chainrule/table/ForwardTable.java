package org.chainrule.table;

import java.util.Map;
import org.chainrule.layer.Layer;
import org.chainrule.network.Forward;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A forward pass as a table: unit, layer, formula, pre-activation, activation, output; the sample first of several. */
public final class ForwardTable {
    private final Forward pass;
    private final IntColumn sample = IntColumn.create("sample");
    private final StringColumn unit = StringColumn.create("unit");
    private final IntColumn layer = IntColumn.create("layer");
    private final StringColumn formula = StringColumn.create("formula");
    private final DoubleColumn preActivation = DoubleColumn.create("pre-activation");
    private final StringColumn activation = StringColumn.create("activation");
    private final DoubleColumn output = DoubleColumn.create("output");

    private final Map<String, String> sums;

    private ForwardTable(Forward pass) {
        this.pass = pass;
        this.sums = Formulas.sums(pass.network());
    }

    /**
     * One row per sample and unit; inputs are layer 0 and have no pre-activation. The formula, as in {@code HN1i = w1·x1 +
     * w3·x2 + b1}, is left out in networks too large to write it out.
     *
     * @param pass any forward pass
     * @return a new table
     */
    public static Table of(Forward pass) {
        return columns(pass).table();
    }

    /**
     * What {@link #of} makes a table of.
     *
     * @param pass any forward pass
     * @return new columns
     */
    public static Columns columns(Forward pass) {
        ForwardTable rows = new ForwardTable(pass);
        for (int sample = 0; sample < pass.samples(); sample++) {
            rows.addInputs(sample);
            for (int layer = 0; layer < pass.outputs().size(); layer++) {
                rows.addUnits(sample, layer);
            }
        }
        Columns table = Columns.of(
                "Forward pass", rows.unit, rows.layer, rows.formula, rows.preActivation, rows.activation, rows.output);
        return Formulas.onlyIfAny(pass.samples() == 1 ? table : table.behind(rows.sample), rows.formula);
    }

    private void addInputs(int row) {
        for (int i = 0; i < pass.inputs().columns(); i++) {
            sample.append(row);
            unit.append(pass.network().inputs().get(i));
            layer.append(0);
            formula.append("");
            preActivation.appendMissing();
            activation.append("");
            output.append(pass.inputs().get(row, i));
        }
    }

    private void addUnits(int row, int index) {
        Layer units = pass.network().layers().get(index);
        for (int i = 0; i < units.units().size(); i++) {
            sample.append(row);
            unit.append(units.units().get(i));
            layer.append(index + 1);
            formula.append(sums.getOrDefault(units.units().get(i), ""));
            preActivation.append(pass.preActivations().get(index).get(row, i));
            activation.append(
                    units.activation() == Layer.NO_ACTIVATION
                            ? ""
                            : units.activation().toString());
            output.append(pass.outputs().get(index).get(row, i));
        }
    }
}
