package org.chainrule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A grid as plain text: columns two spaces apart, numbers aligned right. */
public final class GridText {
    private static final String GAP = "  ";

    private final Grid grid;
    private final int[] widths;

    private GridText(Grid grid) {
        this.grid = grid;
        this.widths = IntStream.range(0, grid.headings().size())
                .map(column -> allRows(grid).stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElseThrow())
                .toArray();
    }

    /**
     * The caption, the headings and the rows.
     *
     * @param grid any grid
     * @return lines, the last without an end of line
     */
    public static String of(Grid grid) {
        return new GridText(grid).text();
    }

    private static List<List<String>> allRows(Grid grid) {
        List<List<String>> rows = new ArrayList<>(List.of(names(grid)));
        rows.addAll(grid.head());
        rows.addAll(grid.tail());
        return rows;
    }

    private static List<String> names(Grid grid) {
        return grid.headings().stream().map(Grid.Heading::text).toList();
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(grid.caption(), line(names(grid))));
        lines.add("─".repeat(IntStream.of(widths).sum() + GAP.length() * Math.max(0, widths.length - 1)));
        grid.head().forEach(row -> lines.add(line(row)));
        if (grid.hidden() > 0) {
            lines.add(grid.gapLine());
        }
        grid.tail().forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String space = " ".repeat(widths[i] - width(cells.get(i)));
            boolean right = grid.headings().get(i).role() == Grid.Role.NUMBER;
            line.append(i == 0 ? "" : GAP).append(right ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    /** The letters of a text; the hat of m̂ takes no room of its own. */
    private static int width(String text) {
        return text.replaceAll("\\p{M}", "").length();
    }
}
