package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table before Tablesaw has made one of it. To show columns takes no more than this, and the first {@link Table} of a program
 * takes a quarter of a second, because it looks through all jars for what reads and writes tables.
 *
 * @param name what they show
 * @param columns from left to right
 */
public record Columns(String name, List<Column<?>> columns) {
    public Columns {
        columns = List.copyOf(columns);
    }

    static Columns of(String name, Column<?>... columns) {
        return new Columns(name, List.of(columns));
    }

    /** With one more column at the left. */
    Columns behind(Column<?> first) {
        List<Column<?>> all = new ArrayList<>(List.of(first));
        all.addAll(columns);
        return new Columns(name, all);
    }

    /** Without the column of that name. */
    Columns without(String left) {
        return new Columns(
                name,
                columns.stream().filter(column -> !column.name().equals(left)).toList());
    }

    /**
     * Makes the table.
     *
     * @return a new table
     */
    public Table table() {
        return Table.create(name, columns);
    }
}
