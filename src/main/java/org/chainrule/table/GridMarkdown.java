package org.chainrule.table;

import java.util.List;
import java.util.stream.Collectors;

/** A grid as a Markdown table, under its caption. */
public final class GridMarkdown {
    private GridMarkdown() {}

    /**
     * The caption and the table.
     *
     * @param grid any grid
     * @return Markdown
     */
    public static String of(Grid grid) {
        StringBuilder markdown = new StringBuilder("*" + escape(grid.caption()) + "*\n\n");
        markdown.append(line(grid.headings().stream().map(Grid.Heading::text).toList()));
        markdown.append(grid.headings().stream()
                .map(heading -> heading.role() == Grid.Role.NUMBER ? "---:" : ":---")
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        grid.head().forEach(row -> markdown.append(line(row)));
        if (grid.hidden() > 0) {
            markdown.append("| ")
                    .append(grid.gapLine())
                    .append(" |".repeat(grid.headings().size()))
                    .append('\n');
        }
        grid.tail().forEach(row -> markdown.append(line(row)));
        return markdown.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(GridMarkdown::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /**
     * Text that Markdown shows as it is.
     *
     * @param text any text
     * @return the text with its markup characters escaped
     */
    public static String escape(String text) {
        return text.replaceAll("([\\\\`*_|<>\\[\\]$])", "\\\\$1");
    }
}
