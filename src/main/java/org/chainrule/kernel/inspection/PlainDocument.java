package org.chainrule.kernel.inspection;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text or as Markdown. */
final class PlainDocument implements NodeVisitor {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "dl", "table", "blockquote", "div", "h1", "h2", "h3", "h4");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> LINES = Set.of("br", "tr", "dt", "dd");
    private static final Map<String, String> MARKS = Map.of(
            "code", "`", "b", "**", "strong", "**", "em", "*", "i", "*", "h1", "**", "h2", "**", "h3", "**", "h4",
            "**");

    private final boolean markdown;
    private final StringBuilder text = new StringBuilder();

    private PlainDocument(boolean markdown) {
        this.markdown = markdown;
    }

    static String text(String html) {
        return write(html, false);
    }

    static String markdown(String html) {
        return write(html, true);
    }

    private static String write(String html, boolean markdown) {
        PlainDocument document = new PlainDocument(markdown);
        Jsoup.parseBodyFragment(html).body().traverse(document);
        return document.text
                .toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        String name = node.nodeName();
        if (node instanceof TextNode words) {
            append(words, words.getWholeText());
        } else if (name.equals("pre")) {
            text.append(markdown ? "\n\n```java\n" : "\n\n");
        } else if (name.equals("li")) {
            text.append("\n")
                    .append("  ".repeat(Math.max(0, listDepth(node) - 1)))
                    .append("- ");
        } else if (PARAGRAPHS.contains(name)) {
            paragraph(node);
        } else if (LINES.contains(name)) {
            text.append("\n");
        }
        mark(node);
    }

    @Override
    public void tail(Node node, int depth) {
        mark(node);
        String name = node.nodeName();
        if (name.equals("pre")) {
            endListing();
        } else if (name.equals("td") || name.equals("th")) {
            text.append("  ");
        } else if (PARAGRAPHS.contains(name)) {
            paragraph(node);
        }
    }

    private void paragraph(Node node) {
        text.append(listDepth(node) > 0 ? "\n" : "\n\n");
    }

    /** Outside of a listing, a line break of the source is a blank. */
    private void append(TextNode words, String all) {
        boolean listing = isListing(words);
        String joined = listing ? all : all.replaceAll("\\s+", " ");
        boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? joined.replaceFirst(listing ? "^\\s*\\R" : "^\\s+", "") : joined);
    }

    private void endListing() {
        String before = text.toString().stripTrailing();
        text.setLength(before.length());
        text.append(markdown ? "\n```\n\n" : "\n\n");
    }

    private void mark(Node node) {
        if (markdown && !isListing(node)) {
            text.append(MARKS.getOrDefault(node.nodeName(), ""));
        }
    }

    private static boolean isListing(Node node) {
        return ancestors(node).anyMatch(parent -> parent.nodeName().equals("pre"));
    }

    private static int listDepth(Node node) {
        return (int) ancestors(node)
                .filter(parent -> LISTS.contains(parent.nodeName()))
                .count();
    }

    private static Stream<Node> ancestors(Node node) {
        return Stream.iterate(node.parent(), Objects::nonNull, Node::parent);
    }
}
