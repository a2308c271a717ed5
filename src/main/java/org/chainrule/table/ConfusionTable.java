package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.metric.ClassScore;
import org.chainrule.metric.ConfusionMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A confusion matrix as tables. */
public final class ConfusionTable {
    private ConfusionTable() {}

    /**
     * How many samples of which class were taken for which.
     *
     * @param matrix any confusion matrix
     * @return a new table: a row per actual class, a column per predicted class
     */
    public static Table of(ConfusionMatrix matrix) {
        List<Column<?>> columns = new ArrayList<>();
        columns.add(StringColumn.create("actual", matrix.classes()));
        for (String predicted : matrix.classes()) {
            columns.add(IntColumn.create(
                    "as " + predicted,
                    matrix.classes().stream()
                            .mapToInt(actual -> matrix.count(actual, predicted))
                            .toArray()));
        }
        return Table.create("Confusion matrix", columns);
    }

    /**
     * How well each class is recognised: class, precision, recall, F1, samples.
     *
     * @param matrix any confusion matrix
     * @return a new table, one row per class
     */
    public static Table scores(ConfusionMatrix matrix) {
        List<ClassScore> rows = matrix.scores();
        return Table.create(
                "Scores of each class",
                StringColumn.create("class", matrix.classes()),
                DoubleColumn.create("precision", rows.stream().mapToDouble(ClassScore::precision)),
                DoubleColumn.create("recall", rows.stream().mapToDouble(ClassScore::recall)),
                DoubleColumn.create("F1", rows.stream().mapToDouble(ClassScore::f1)),
                IntColumn.create(
                        "samples", rows.stream().mapToInt(ClassScore::support).toArray()));
    }
}
