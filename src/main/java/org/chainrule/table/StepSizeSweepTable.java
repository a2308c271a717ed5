package org.chainrule.table;

import org.chainrule.check.StepSizeSweep;
import org.chainrule.formula.Numbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A sweep of step sizes as a table: h, analytic, numeric, error. */
public final class StepSizeSweepTable {
    private StepSizeSweepTable() {}

    /**
     * One row per step, the largest first.
     *
     * @param sweep any sweep
     * @return a new table
     */
    public static Table of(StepSizeSweep sweep) {
        StringColumn step = StringColumn.create("h");
        DoubleColumn analytic = DoubleColumn.create("analytic");
        DoubleColumn numeric = DoubleColumn.create("numeric");
        DoubleColumn error = DoubleColumn.create("error");
        for (StepSizeSweep.Row row : sweep.rows()) {
            step.append(Numbers.given(row.step()));
            analytic.append(sweep.analytic());
            numeric.append(row.numeric());
            error.append(row.error());
        }
        return Table.create("Central difference of " + sweep.parameter(), step, analytic, numeric, error);
    }
}
