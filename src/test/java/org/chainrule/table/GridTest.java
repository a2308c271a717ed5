package org.chainrule.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class GridTest {
    private static Table numbers(int rows) {
        return Table.create(
                "Squares",
                IntColumn.create("n", IntStream.range(0, rows).toArray()),
                DoubleColumn.create("square", IntStream.range(0, rows).mapToDouble(i -> i * i)));
    }

    private static List<String> column(double... values) {
        return TableGrid.of(DoubleColumn.create("v", values)).head().stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void decimalsLineUpAsFarAsTheValuesNeedThem() {
        assertEquals(List.of("0.1", "1.0", "−0.5"), column(0.1, 1, -0.5));
        assertEquals(List.of("1", "20"), column(1, 20));
        assertEquals(List.of("0.785835", "1.000000"), column(0.785834983043, 1));
        assertEquals(List.of("2.233314e−11", "0.000000"), column(2.233314e-11, 0));
        assertEquals(List.of("∞", "1.5"), column(Double.POSITIVE_INFINITY, 1.5));
    }

    @Test
    void aMissingValueIsAnEmptyCell() {
        assertEquals(List.of("1.5", ""), column(1.5, Double.NaN));
    }

    @Test
    void otherColumnsShowTheirValues() {
        Table table = Table.create(
                "t",
                StringColumn.create("name", List.of("a")),
                BooleanColumn.create("frozen", List.of(true)),
                DateColumn.create("day", List.of(LocalDate.of(2024, 2, 29))));
        assertEquals(
                List.of(List.of("a", "yes", "2024-02-29")), TableGrid.of(table).head());
    }

    @Test
    void aShortTableIsShownWhole() {
        Grid grid = TableGrid.of(numbers(TableGrid.MOST_ROWS));
        assertEquals(TableGrid.MOST_ROWS, grid.head().size());
        assertEquals(0, grid.hidden());
        assertFalse(GridHtml.of(grid).contains("more rows"));
    }

    @Test
    void aLongTableSaysHowManyRowsItLeavesOut() {
        Grid grid = TableGrid.of(numbers(1001));
        assertEquals(8, grid.head().size());
        assertEquals(8, grid.tail().size());
        assertEquals(985, grid.hidden());
        assertEquals(List.of("1000", "1000000"), grid.tail().get(7));
        for (String shown : List.of(GridHtml.of(grid), GridMarkdown.of(grid), GridText.of(grid))) {
            assertTrue(shown.contains("… 985 more rows …"), shown);
        }
    }

    @Test
    void aWideTableSaysThatItLeavesOutColumns() {
        Table wide = Table.create("Wide");
        IntStream.range(0, 65).forEach(i -> wide.addColumns(DoubleColumn.create("p" + i, new double[] {i})));
        Grid grid = TableGrid.of(wide);
        assertEquals(25, grid.headings().size());
        assertEquals("…", grid.headings().get(12).text());
        assertEquals("p64", grid.headings().get(24).text());
        assertEquals("64", grid.head().get(0).get(24));
        assertEquals("Wide (65 columns, the first and the last shown)", grid.caption());
    }

    @Test
    void textHasAlignedColumns() {
        Table table = Table.create(
                "Weights", StringColumn.create("name", List.of("w1", "bias")), DoubleColumn.create("value", 0.1, -10));
        assertEquals("""
                Weights
                name  value
                ───────────
                w1      0.1
                bias  −10.0""", GridText.of(TableGrid.of(table)));
    }

    @Test
    void aHatTakesNoRoomInText() {
        Table table = Table.create("t", DoubleColumn.create("m̂", 0.5), DoubleColumn.create("v", 0.25));
        String[] lines = GridText.of(TableGrid.of(table)).split("\n");
        assertEquals("  m̂     v", lines[1]);
        assertEquals("0.5  0.25", lines[3]);
    }

    @Test
    void markdownEscapesItsOwnCharacters() {
        Table table =
                Table.create("a|b", StringColumn.create("n_1", List.of("$x$|*")), IntColumn.create("k", new int[] {1}));
        assertEquals("""
                *a\\|b*

                | n\\_1 | k |
                | :--- | ---: |
                | \\$x\\$\\|\\* | 1 |
                """, GridMarkdown.of(TableGrid.of(table)));
    }

    @Test
    void htmlShowsTextAsItIs() {
        Table table = Table.create("<script>", StringColumn.create("a&b", List.of("\"$1 < 2$\"")));
        String html = GridHtml.of(TableGrid.of(table));
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertTrue(html.contains("a&amp;b"), html);
        assertTrue(html.contains("&quot;<span>$</span>1 &lt; 2<span>$</span>&quot;"), html);
        assertFalse(html.contains("<script>"), html);
    }

    @Test
    void anEmptyTableHasItsHeadings() {
        String text = GridText.of(TableGrid.of(numbers(0)));
        assertTrue(text.startsWith("Squares\nn  square"), text);
    }
}
