package org.chainrule.kernel.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chainrule.kernel.names.Signatures;
import org.jsoup.Jsoup;

/**
 * A documentation comment as HTML.
 *
 * @param description what it says first
 * @param details what it says of parameters, result and exceptions, each in one line
 */
record Javadoc(String description, List<String> details) {
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern NAMED = Pattern.compile("(?s)(\\S+)\\s*(.*)");
    private static final Pattern FIRST_SENTENCE = Pattern.compile(
            "(?s)\\s*(?:<p>\\s*)?(.*?(?:(?<!\\be\\.g|\\bi\\.e|\\bcf|\\bvs)\\.(?=\\s|$)|(?=<(?:p|ul|ol|pre|table|h\\d|blockquote|dl|div)\\b)|$)).*");
    /** What tells a reader of a tooltip nothing. */
    private static final Set<String> OMITTED =
            Set.of("since", "author", "version", "see", "serial", "serialData", "serialField", "jls", "spec", "hidden");

    /** Reads a comment as it stands behind its stars. */
    static Javadoc of(String afterStars, InlineTags tags) {
        String comment = afterStars.replaceAll("(?m)^ ", "");
        Matcher block = BLOCK.matcher(comment);
        List<String> details = new ArrayList<>();
        String description = "";
        String name = "";
        int start = 0;
        while (start <= comment.length()) {
            boolean more = block.find();
            String text = comment.substring(start, more ? block.start() : comment.length())
                    .strip();
            if (name.isEmpty()) {
                description = tags.toHtml(text);
            } else if (!OMITTED.contains(name)) {
                details.add(detail(name, text, tags));
            }
            name = more ? block.group(1) : "";
            start = more ? block.end() : comment.length() + 1;
        }
        return new Javadoc(description, details);
    }

    private static String detail(String name, String text, InlineTags tags) {
        Matcher named = NAMED.matcher(text);
        boolean isNamed = Set.of("param", "throws", "exception").contains(name) && named.matches();
        if (!isNamed) {
            return "<b>" + (name.equals("return") ? "returns" : name + ":") + "</b> " + tags.toHtml(text);
        }
        String subject = "<code>" + InlineTags.escape(Signatures.simpleNames(named.group(1))) + "</code>: "
                + tags.toHtml(named.group(2));
        return name.equals("param") ? subject : "<b>throws</b> " + subject;
    }

    /** The summary, as in the overviews that javadoc makes. */
    String firstSentence() {
        Matcher first = FIRST_SENTENCE.matcher(description);
        return Jsoup.parseBodyFragment(first.matches() ? first.group(1).strip() : description)
                .body()
                .html();
    }

    /** All of it. */
    String html() {
        String list = details.stream().map(detail -> "<li>" + detail + "</li>").collect(Collectors.joining("\n"));
        return Jsoup.parseBodyFragment(description + (list.isEmpty() ? "" : "\n<ul>\n" + list + "\n</ul>"))
                .body()
                .html();
    }
}
