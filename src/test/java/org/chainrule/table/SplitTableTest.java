package org.chainrule.table;

import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sine;
import static org.chainrule.Chainrule.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.jupyter.Renderers;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class SplitTableTest {
    @Test
    void aSplitHasARowPerPartAndCountsItsClasses() {
        Table table = table(iris().stratifiedSplit(0.6, 0.2, seed(1)));
        assertEquals(List.of("part", "samples", "share", "setosa", "versicolor", "virginica"), table.columnNames());
        assertEquals(
                List.of("training", "validation", "test"),
                table.stringColumn("part").asList());
        assertEquals(List.of(90, 30, 30), table.intColumn("samples").asList());
        assertEquals(List.of(0.6, 0.2, 0.2), table.doubleColumn("share").asList());
        assertEquals(List.of(30, 10, 10), table.intColumn("virginica").asList());
        assertEquals(
                List.of("part", "samples", "share"),
                table(sine(10, 0, seed(1)).split(0.8, seed(1))).columnNames());
    }

    @Test
    void batchesSayHowManyUpdatesTheyMake() {
        Table shuffled = table(iris().batches(32, seed(7)));
        assertEquals(
                List.of("150", "32", "5", "22", "new in every epoch, by seed(7)"),
                shuffled.stringColumn("value").asList());
        assertEquals(
                List.of("150", "50", "3", "50", "that of the data"),
                table(iris().batches(50)).stringColumn("value").asList());
    }

    @Test
    void bothShowThemselves() {
        for (Object value : List.of(iris().split(0.8, seed(1)), iris().batches(32))) {
            assertTrue(Renderers.render(value)
                    .orElseThrow()
                    .data()
                    .get("text/html")
                    .contains("<table>"));
        }
    }
}
