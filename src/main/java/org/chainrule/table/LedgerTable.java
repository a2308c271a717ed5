package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.optimizer.Ledger;
import org.chainrule.optimizer.LedgerEntry;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The books of an optimizer as a table: step, parameter, g, its moments, effective rate, Δw. */
public final class LedgerTable {
    private LedgerTable() {}

    /**
     * One row per step and parameter.
     *
     * @param ledger any ledger
     * @return a new table
     */
    public static Table of(Ledger ledger) {
        return columns(ledger).table();
    }

    /**
     * What {@link #of} makes a table of.
     *
     * @param ledger any ledger
     * @return new columns
     */
    public static Columns columns(Ledger ledger) {
        List<LedgerEntry> entries = ledger.entries();
        List<Column<?>> columns = new ArrayList<>();
        columns.add(LongColumn.create(
                "step", entries.stream().mapToLong(LedgerEntry::step).toArray()));
        columns.add(StringColumn.create(
                "parameter", entries.stream().map(LedgerEntry::parameter).toList()));
        columns.add(numbers("g", entries, LedgerEntry::gradient));
        moments(entries)
                .forEach(name -> columns.add(
                        numbers(name, entries, entry -> entry.moments().getOrDefault(name, Double.NaN))));
        columns.add(numbers("effective rate", entries, LedgerEntry::effectiveRate));
        columns.add(numbers("Δw", entries, LedgerEntry::change));
        return new Columns("The optimizer's books", columns);
    }

    private static List<String> moments(List<LedgerEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.moments().keySet().stream())
                .distinct()
                .toList();
    }

    private static DoubleColumn numbers(String name, List<LedgerEntry> entries, ToDoubleFunction<LedgerEntry> value) {
        return DoubleColumn.create(name, entries.stream().mapToDouble(value).toArray());
    }
}
