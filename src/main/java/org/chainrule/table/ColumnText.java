package org.chainrule.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.formula.Numbers;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** The cells of a column as text; fractions get the same number of decimals, so that their points line up. */
final class ColumnText {
    private ColumnText() {}

    static List<String> of(Column<?> column, int[] rows) {
        if (column instanceof NumericColumn<?> numbers && !isWhole(column)) {
            return fractions(numbers, rows);
        }
        return Arrays.stream(rows).mapToObj(row -> text(column, row)).toList();
    }

    static boolean isWhole(Column<?> column) {
        return !(column instanceof DoubleColumn || column instanceof FloatColumn);
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        if (column instanceof BooleanColumn booleans) {
            return booleans.get(row) ? "yes" : "no";
        }
        return column instanceof NumericColumn<?> numbers
                ? Numbers.given(numbers.getDouble(row))
                : column.getString(row);
    }

    private static List<String> fractions(NumericColumn<?> numbers, int[] rows) {
        int decimals = IntStream.of(rows)
                .mapToDouble(numbers::getDouble)
                .mapToInt(Numbers::decimals)
                .max()
                .orElse(0);
        return Arrays.stream(rows)
                .mapToObj(row -> numbers.isMissing(row) ? "" : fraction(numbers.getDouble(row), decimals))
                .toList();
    }

    private static String fraction(double value, int decimals) {
        return decimals > Numbers.DECIMALS ? Numbers.computed(value) : Numbers.fixed(value, decimals);
    }
}
