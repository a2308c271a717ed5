package org.chainrule.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Named columns of text cells, as a file or another library holds them, before anything is taken for a number.
 *
 * @param name what it is called in messages, such as {@code auto-mpg.csv}
 * @param columns the names of the columns
 * @param rows at least one
 */
public record TextTable(String name, List<String> columns, List<Row> rows) {
    /**
     * One row.
     *
     * @param place how a message names it, such as {@code line 34}
     * @param cells one per column; an empty one is a missing value
     */
    public record Row(String place, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public TextTable {
        columns = columns.stream().map(String::strip).toList();
        rows = List.copyOf(rows);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty() || !seen.add(column)) {
                throw new IllegalArgumentException(name + " has "
                        + (column.isEmpty() ? "a column without a name" : "two columns named " + column)
                        + " in " + columns + "; each column needs a name of its own.");
            }
        }
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(name + " has " + row.cells().size() + " cells in " + row.place()
                        + ", but " + columns.size() + " columns " + columns + ".");
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(name + " has the columns " + columns + ", but no rows.");
        }
    }

    int column(String call, String wanted) {
        return Checks.columnOf(call, wanted, columns);
    }

    /** All cells of a column. */
    List<String> cells(int column) {
        return rows.stream().map(row -> row.cells().get(column).strip()).toList();
    }

    TextTable withRows(List<Row> kept) {
        return new TextTable(name, columns, kept);
    }
}
