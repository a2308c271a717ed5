package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw tables and columns as they are shown: numbers alike within a column, long and wide ones shortened. */
public final class TableGrid {
    /** A table with more rows is shortened: {@value}. */
    public static final int MOST_ROWS = 24;

    /** A table with more columns is shortened: {@value}. */
    public static final int MOST_COLUMNS = 24;

    /** Rows kept at either end of a shortened table: {@value}. */
    public static final int KEPT_ROWS = 8;

    private static final String ELLIPSIS = "…";

    private TableGrid() {}

    /**
     * A table as it is shown.
     *
     * @param table any table
     * @return its grid, captioned with the name of the table
     */
    public static Grid of(Table table) {
        return of(new Columns(table.name(), table.columns()));
    }

    /**
     * Columns as they are shown.
     *
     * @param table their name is the caption
     * @return their grid
     */
    public static Grid of(Columns table) {
        List<Column<?>> columns = table.columns();
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        boolean shortened = rows > MOST_ROWS;
        int first = shortened ? KEPT_ROWS : rows;
        int last = shortened ? KEPT_ROWS : 0;
        int[] shown = IntStream.concat(IntStream.range(0, first), IntStream.range(rows - last, rows))
                .toArray();
        List<List<String>> cells = rows(shownColumns(columns), shown);
        return new Grid(
                caption(table),
                headings(columns),
                cells.subList(0, first),
                rows - first - last,
                cells.subList(first, cells.size()));
    }

    /**
     * A column as it is shown: a table with that one column.
     *
     * @param column any column
     * @return its grid
     */
    public static Grid of(Column<?> column) {
        return of(Columns.of("Column " + column.name(), column));
    }

    private static String caption(Columns table) {
        String name = table.name() == null ? "Table" : table.name();
        int columns = table.columns().size();
        return columns <= MOST_COLUMNS ? name : name + " (" + columns + " columns, the first and the last shown)";
    }

    private static List<List<String>> rows(List<Column<?>> columns, int[] shown) {
        List<List<String>> byColumn = new ArrayList<>();
        for (Column<?> column : columns) {
            byColumn.add(column == null ? ellipses(shown.length) : ColumnText.of(column, shown));
        }
        return IntStream.range(0, shown.length)
                .mapToObj(row -> byColumn.stream().map(cells -> cells.get(row)).toList())
                .toList();
    }

    private static List<String> ellipses(int count) {
        return IntStream.range(0, count).mapToObj(i -> ELLIPSIS).toList();
    }

    /** The columns to show, null where some are left out. */
    private static List<Column<?>> shownColumns(List<Column<?>> columns) {
        if (columns.size() <= MOST_COLUMNS) {
            return columns;
        }
        int half = MOST_COLUMNS / 2;
        List<Column<?>> shown = new ArrayList<>(columns.subList(0, half));
        shown.add(null);
        shown.addAll(columns.subList(columns.size() - half, columns.size()));
        return shown;
    }

    private static List<Grid.Heading> headings(List<Column<?>> columns) {
        List<Column<?>> shown = shownColumns(columns);
        return IntStream.range(0, shown.size())
                .mapToObj(i -> heading(shown.get(i), i == 0))
                .toList();
    }

    private static Grid.Heading heading(Column<?> column, boolean first) {
        if (column == null) {
            return new Grid.Heading(ELLIPSIS, Grid.Role.TEXT);
        }
        boolean number = column instanceof NumericColumn;
        boolean names = first && (!number || ColumnText.isWhole(column));
        return new Grid.Heading(column.name(), names ? Grid.Role.ROW_NAME : number ? Grid.Role.NUMBER : Grid.Role.TEXT);
    }
}
