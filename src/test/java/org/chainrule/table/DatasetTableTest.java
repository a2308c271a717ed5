package org.chainrule.table;

import static org.chainrule.Chainrule.autoMpg;
import static org.chainrule.Chainrule.center;
import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.fromTable;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.minMax;
import static org.chainrule.Chainrule.pca;
import static org.chainrule.Chainrule.scoreTable;
import static org.chainrule.Chainrule.standardize;
import static org.chainrule.Chainrule.summaryTable;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.whiten;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.jupyter.Renderers;
import org.chainrule.metric.ConfusionMatrix;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Data sets from and to Tablesaw tables, and what the new records show. */
class DatasetTableTest {
    private static final Table CARS = Table.create(
            "cars",
            DoubleColumn.create("mpg", 18, 25.5, 1e10),
            IntColumn.create("cylinders", 8, 4, 6),
            DoubleColumn.create("hp", 130, Double.NaN, 50),
            StringColumn.create("origin", "USA", "Europe", "USA"),
            BooleanColumn.create("old", true, false, true));

    @Test
    void columnsBecomeFeaturesAndTargets() {
        Dataset data = fromTable(CARS).target("mpg").features("cylinders").dataset();
        assertEquals("cars", data.name());
        assertArrayEquals(new double[][] {{8}, {4}, {6}}, data.inputRows());
        assertArrayEquals(new double[][] {{18}, {25.5}, {1e10}}, data.targetRows());
        assertEquals(
                List.of("Europe", "USA"),
                fromTable(CARS).label("origin").features("mpg").dataset().classes());
        assertEquals(
                List.of("false", "true"),
                fromTable(CARS).target("old").features("mpg").dataset().classes());
    }

    @Test
    void missingValuesAreNamedWithRowAndColumn() {
        var reader = fromTable(CARS).target("mpg").features("hp");
        assertEquals(
                "The column hp of cars has no value in row 1 (from 0); add .dropMissing() to leave such rows out or"
                        + " .fillMissing() to put in the mean of the column.",
                assertThrows(IllegalArgumentException.class, reader::dataset).getMessage());
        assertArrayEquals(
                new double[][] {{130}, {90}, {50}},
                reader.fillMissing().dataset().inputRows());
    }

    @Test
    void aDatasetGoesToATableAndBack() {
        assertEquals(iris(), fromTable(table(iris())).label("species").dataset());
        assertEquals(
                autoMpg().named("cars"),
                fromTable(table(autoMpg()).setName("cars")).target("mpg").dataset());
    }

    @Test
    void aTargetNamedLikeAFeatureKeepsItsOwnColumn() {
        Dataset echo =
                dataset(new double[][] {{1}, {2}}, new double[][] {{1}, {2}}).withFeatures("y");
        assertEquals(List.of("y", "target y"), table(echo).columnNames());
    }

    @Test
    void theSummaryHasARowPerFeature() {
        Table summary = summaryTable(iris());
        assertEquals(4, summary.rowCount());
        assertEquals("petal_width", summary.stringColumn("feature").get(3));
        assertEquals(0.759692627902, summary.doubleColumn("deviation").get(3), 1e-12);
    }

    @Test
    void preprocessingShowsItsNumbers() {
        Table scaled = table(standardize(iris()));
        assertEquals(List.of("feature", "mean", "deviation"), scaled.columnNames());
        assertEquals(3.758, scaled.doubleColumn("mean").get(2), 1e-12);
        assertEquals(List.of("feature", "mean"), table(center(iris())).columnNames());
        assertEquals(3.6, table(minMax(iris())).doubleColumn("range").get(0), 1e-12);
        Table components = table(pca(iris(), 2));
        assertEquals(2, components.rowCount());
        assertEquals(
                0.924618723202 + 0.053066483117,
                components.doubleColumn("added up").get(1),
                1e-11);
        assertEquals(0.85667060595, components.doubleColumn("× petal_length").get(0), 1e-10);
        assertEquals("Whitening, ε = 0.0", table(whiten(iris())).name());
        Table steps = table(standardize(iris()).then(pca(standardize(iris()).apply(iris()), 2)));
        assertEquals(
                List.of("Standardisation", "Principal components"),
                steps.stringColumn("change").asList());
        assertEquals(2, steps.intColumn("outputs").get(1));
        assertTrue(Renderers.render(pca(iris())).orElseThrow().toString().contains("Principal components"));
    }

    @Test
    void confusionMatricesAreTables() {
        var matrix = new ConfusionMatrix(List.of("a", "b"), List.of(List.of(2, 1), List.of(0, 3)));
        assertEquals(List.of("actual", "as a", "as b"), table(matrix).columnNames());
        assertEquals(1, table(matrix).intColumn("as b").get(0));
        assertEquals(0.75, scoreTable(matrix).doubleColumn("precision").get(1));
        assertEquals(3, scoreTable(matrix).intColumn("samples").get(0));
    }

    @Test
    void theyShowThemselves() {
        String data = Renderers.render(iris()).orElseThrow().toString();
        assertTrue(data.contains("Features of iris") && data.contains("The first 10 of 150 samples"), data);
        var matrix = new ConfusionMatrix(List.of("a", "b"), List.of(List.of(2, 1), List.of(0, 3)));
        String shown = Renderers.render(matrix).orElseThrow().toString();
        assertTrue(shown.contains("Accuracy 0.833333") && shown.contains("F1"), shown);
    }
}
