package org.chainrule.table;

import java.util.Map;
import org.chainrule.activation.Elementwise;
import org.chainrule.layer.Layer;
import org.chainrule.network.Deltas;
import org.chainrule.parameter.ParameterLayout;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A backward pass as two tables: the gradient of every parameter, and the way to it through the units. */
public final class DeltasTable {
    private final Deltas deltas;
    private final IntColumn sample = IntColumn.create("sample");
    private final StringColumn unit = StringColumn.create("unit");
    private final IntColumn layer = IntColumn.create("layer");
    private final StringColumn formula = StringColumn.create("formula");
    private final DoubleColumn outputGradient = DoubleColumn.create("dC/d output");
    private final DoubleColumn slope = DoubleColumn.create("f′(z)");
    private final DoubleColumn delta = DoubleColumn.create("δ");

    private final Map<String, String> formulas;

    private DeltasTable(Deltas deltas) {
        this.deltas = deltas;
        this.formulas = Formulas.ofUnits(deltas);
    }

    /**
     * parameter, formula, gradient: one row per parameter, in reading order.
     *
     * @param deltas any backward pass
     * @return a new table
     */
    public static Table gradients(Deltas deltas) {
        return gradientColumns(deltas).table();
    }

    /**
     * What {@link #gradients} makes a table of.
     *
     * @param deltas any backward pass
     * @return new columns
     */
    public static Columns gradientColumns(Deltas deltas) {
        ParameterLayout layout = deltas.gradients().layout();
        StringColumn parameter = StringColumn.create("parameter");
        StringColumn formula = StringColumn.create("formula");
        DoubleColumn gradient = DoubleColumn.create("gradient");
        Map<Integer, String> formulas = Formulas.ofGradients(deltas);
        for (int index : layout.readingOrder()) {
            parameter.append(layout.name(index));
            formula.append(formulas.getOrDefault(index, ""));
            gradient.append(deltas.gradients().at(index));
        }
        return Formulas.onlyIfAny(Columns.of("Gradient of every parameter", parameter, formula, gradient), formula);
    }

    /**
     * unit, layer, formula, dC/d output, f′(z), δ = dC/d output · f′(z): one row per sample and unit, from the output back. A
     * softmax has no f′ of its own for each unit, a pooling has no activation at all: there the cell is missing.
     *
     * @param deltas any backward pass
     * @return a new table, with the sample first when there are several
     */
    public static Table units(Deltas deltas) {
        return unitColumns(deltas).table();
    }

    /**
     * What {@link #units} makes a table of.
     *
     * @param deltas any backward pass
     * @return new columns
     */
    public static Columns unitColumns(Deltas deltas) {
        DeltasTable rows = new DeltasTable(deltas);
        for (int sample = 0; sample < deltas.forward().samples(); sample++) {
            for (int layer = deltas.deltas().size() - 1; layer >= 0; layer--) {
                rows.addUnits(sample, layer);
            }
        }
        Columns table = Columns.of(
                "δ of every unit", rows.unit, rows.layer, rows.formula, rows.outputGradient, rows.slope, rows.delta);
        return Formulas.onlyIfAny(deltas.forward().samples() == 1 ? table : table.behind(rows.sample), rows.formula);
    }

    private void addUnits(int row, int index) {
        Layer units = deltas.network().layers().get(index);
        for (int i = 0; i < units.units().size(); i++) {
            double z = deltas.forward().preActivations().get(index).get(row, i);
            double f = deltas.forward().outputs().get(index).get(row, i);
            sample.append(row);
            unit.append(units.units().get(i));
            layer.append(index + 1);
            formula.append(formulas.getOrDefault(units.units().get(i), ""));
            outputGradient.append(deltas.outputGradients().get(index).get(row, i));
            if (units.activation() != Layer.NO_ACTIVATION && units.activation() instanceof Elementwise function) {
                slope.append(function.derivative(z, f));
            } else {
                slope.appendMissing();
            }
            delta.append(deltas.deltas().get(index).get(row, i));
        }
    }
}
