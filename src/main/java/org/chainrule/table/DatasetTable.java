package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.data.ColumnSummary;
import org.chainrule.data.Dataset;
import org.chainrule.data.DatasetReader;
import org.chainrule.data.NumericTargets;
import org.chainrule.data.TextTable;
import org.chainrule.math.Matrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Data sets as tables, and tables as data sets. */
public final class DatasetTable {
    private static final String MISSING = "";

    private DatasetTable() {}

    /**
     * A reader of a Tablesaw table: {@code DatasetTable.reader(table).target("mpg").dataset()}.
     *
     * @param table any table with at least one row
     * @return what is to be told the target
     */
    public static DatasetReader reader(Table table) {
        String name = table.name() == null ? "table" : table.name();
        List<TextTable.Row> rows = IntStream.range(0, table.rowCount())
                .mapToObj(row -> new TextTable.Row("row " + row + " (from 0)", cells(table, row)))
                .toList();
        return DatasetReader.of(new TextTable(name, table.columnNames(), rows));
    }

    private static List<String> cells(Table table, int row) {
        return table.columns().stream()
                .map(column -> column.isMissing(row) ? MISSING : column.getUnformattedString(row))
                .toList();
    }

    /**
     * A data set: one column per feature, then the targets as people read them.
     *
     * @param data any data set
     * @return a new table, one row per sample
     */
    public static Table of(Dataset data) {
        List<Column<?>> columns = new ArrayList<>(columns(data, data.features(), data.inputs()));
        if (data.targets() instanceof NumericTargets numbers) {
            columns.addAll(columns(data, targetNames(data, numbers.names()), numbers.values()));
        } else {
            String name = targetNames(data, data.labels().targets().names()).get(0);
            columns.add(
                    StringColumn.create(name, IntStream.range(0, data.size()).mapToObj(data.targets()::text)));
        }
        return Table.create(data.name(), columns);
    }

    private static List<DoubleColumn> columns(Dataset data, List<String> names, Matrix values) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> DoubleColumn.create(
                        names.get(i),
                        IntStream.range(0, data.size())
                                .mapToDouble(row -> values.get(row, i))
                                .toArray()))
                .toList();
    }

    /** A target may be called like a feature, as when a network is to give back its input. */
    private static List<String> targetNames(Dataset data, List<String> names) {
        return names.stream()
                .map(name -> data.features().contains(name) ? "target " + name : name)
                .toList();
    }

    /**
     * What the features of a data set are like: feature, smallest, largest, mean, deviation (of the population).
     *
     * @param data any data set
     * @return a new table, one row per feature
     */
    public static Table summary(Dataset data) {
        List<ColumnSummary> rows = data.summary();
        return Table.create(
                "Features of " + data.name(),
                StringColumn.create("feature", rows.stream().map(ColumnSummary::column)),
                DoubleColumn.create("smallest", rows.stream().mapToDouble(ColumnSummary::smallest)),
                DoubleColumn.create("largest", rows.stream().mapToDouble(ColumnSummary::largest)),
                DoubleColumn.create("mean", rows.stream().mapToDouble(ColumnSummary::mean)),
                DoubleColumn.create("deviation", rows.stream().mapToDouble(ColumnSummary::deviation)));
    }
}
