package org.chainrule.table;

import org.chainrule.check.GradientCheck;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A gradient check as a table: parameter, analytic, numeric, absolute error, relative error, verdict. */
public final class GradientCheckTable {
    private GradientCheckTable() {}

    /**
     * One row per parameter, in reading order.
     *
     * @param check any gradient check
     * @return a new table
     */
    public static Table of(GradientCheck check) {
        StringColumn parameter = StringColumn.create("parameter");
        DoubleColumn analytic = DoubleColumn.create("analytic");
        DoubleColumn numeric = DoubleColumn.create("numeric");
        DoubleColumn absoluteError = DoubleColumn.create("absolute error");
        DoubleColumn relativeError = DoubleColumn.create("relative error");
        StringColumn verdict = StringColumn.create("verdict");
        for (GradientCheck.Row row : check.rows()) {
            parameter.append(row.parameter());
            analytic.append(row.analytic());
            numeric.append(row.numeric());
            absoluteError.append(row.absoluteError());
            relativeError.append(row.relativeError());
            verdict.append(row.verdict().toString());
        }
        return Table.create("Gradient check", parameter, analytic, numeric, absoluteError, relativeError, verdict);
    }
}
