package org.chainrule.table;

import org.chainrule.network.Update;
import org.chainrule.parameter.ParameterLayout;
import org.chainrule.parameter.ParameterValues;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One step of an optimizer as a table: parameter, old, gradient, change, new, frozen. */
public final class UpdateTable {
    private UpdateTable() {}

    /**
     * One row per parameter, in reading order.
     *
     * @param step any update
     * @return a new table
     */
    public static Table of(Update step) {
        ParameterValues old = step.deltas().network().parameters();
        ParameterLayout layout = old.layout();
        StringColumn parameter = StringColumn.create("parameter");
        BooleanColumn frozen = BooleanColumn.create("frozen");
        for (int index : layout.readingOrder()) {
            parameter.append(layout.name(index));
            frozen.append(layout.isFrozen(index));
        }
        return Table.create(
                "Update by " + step.optimizer(),
                parameter,
                numbers("old", old),
                numbers("gradient", step.deltas().gradients()),
                numbers("change", step.changes()),
                numbers("new", step.network().parameters()),
                frozen);
    }

    private static DoubleColumn numbers(String name, ParameterValues values) {
        DoubleColumn column = DoubleColumn.create(name);
        values.layout().readingOrder().forEach(index -> column.append(values.at(index)));
        return column;
    }
}
