package org.chainrule.table;

import java.util.List;

/**
 * A grid as HTML: a caption, headings with their scope, numbers aligned right.
 *
 * <p>Alignment is the only style; without it the table still reads the same. Colours are left to the notebook's theme.
 */
public final class GridHtml {
    private GridHtml() {}

    /**
     * The table element.
     *
     * @param grid any grid
     * @return HTML that needs nothing from outside
     */
    public static String of(Grid grid) {
        StringBuilder html = new StringBuilder("<table>\n");
        html.append("<caption style=\"text-align:left;white-space:nowrap\">")
                .append(text(grid.caption()))
                .append("</caption>\n<thead>\n<tr>");
        grid.headings().forEach(heading -> html.append(headingCell(heading)));
        html.append("</tr>\n</thead>\n<tbody>\n");
        grid.head().forEach(row -> html.append(row(grid, row)));
        if (grid.hidden() > 0) {
            html.append("<tr><td colspan=\"" + grid.headings().size() + "\" style=\"text-align:left\">" + grid.gapLine()
                    + "</td></tr>\n");
        }
        grid.tail().forEach(row -> html.append(row(grid, row)));
        return html.append("</tbody>\n</table>").toString();
    }

    private static String headingCell(Grid.Heading heading) {
        return "<th scope=\"col\"" + align(heading.role()) + ">" + text(heading.text()) + "</th>";
    }

    private static String row(Grid grid, List<String> cells) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append(cell(grid.headings().get(i).role(), text(cells.get(i))));
        }
        return html.append("</tr>\n").toString();
    }

    private static String cell(Grid.Role role, String text) {
        return role == Grid.Role.ROW_NAME
                ? "<th scope=\"row\"" + align(role) + ">" + text + "</th>"
                : "<td" + align(role) + ">" + text + "</td>";
    }

    private static String align(Grid.Role role) {
        return role == Grid.Role.NUMBER
                ? " style=\"text-align:right;white-space:nowrap\""
                : " style=\"text-align:left\"";
    }

    /**
     * Text that HTML shows as it is, and that MathJax leaves alone: a dollar sign stands in an element of its own, where it
     * starts no formula.
     *
     * @param text any text
     * @return HTML
     */
    public static String text(String text) {
        return attribute(text).replace("$", "<span>$</span>");
    }

    /**
     * Text that HTML takes as the value of an attribute.
     *
     * @param text any text
     * @return the text with its markup characters replaced
     */
    public static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
