package org.chainrule.table;

import java.util.Map;
import org.chainrule.network.Update;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One step of an optimizer as a table: parameter, old, gradient, what a penalty or clipping made of it, change, formula, new, frozen. */
public final class UpdateTable {
    private UpdateTable() {}

    /**
     * One row per parameter, in reading order; the formula has the numbers put in, as in {@code 0.3 − 0.5·(−0.337335)}.
     *
     * @param step any update
     * @return a new table
     */
    public static Table of(Update step) {
        return columns(step).table();
    }

    /**
     * What {@link #of} makes a table of.
     *
     * @param step any update
     * @return new columns
     */
    public static Columns columns(Update step) {
        ParameterValues old = step.deltas().network().parameters();
        ParameterLayout layout = old.layout();
        StringColumn parameter = StringColumn.create("parameter");
        StringColumn formula = StringColumn.create("formula");
        Map<Integer, String> formulas = Formulas.ofSteps(step);
        BooleanColumn frozen = BooleanColumn.create("frozen");
        for (int index : layout.readingOrder()) {
            parameter.append(layout.name(index));
            formula.append(formulas.getOrDefault(index, ""));
            frozen.append(layout.isFrozen(index));
        }
        Columns table = Formulas.onlyIfAny(
                Columns.of(
                        "Update by " + step.optimizer(),
                        parameter,
                        numbers("old", old),
                        numbers("gradient", step.deltas().gradients()),
                        numbers("adjusted", step.gradients()),
                        numbers("change", step.changes()),
                        formula,
                        numbers("new", step.network().parameters()),
                        frozen),
                formula);
        return step.adjustments().isEmpty() ? table.without("adjusted") : table;
    }

    private static DoubleColumn numbers(String name, ParameterValues values) {
        DoubleColumn column = DoubleColumn.create(name);
        values.layout().readingOrder().forEach(index -> column.append(values.at(index)));
        return column;
    }
}
