package org.chainrule.kernel;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documentation comments as a tooltip shows them. */
final class Javadoc {
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal|value)\\s+([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+(\\S+?(?:\\([^)]*\\))?)(?:\\s+([^}]*))?}");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^\\s*@param\\s+(\\S+)\\s+");
    private static final Pattern THROWS = Pattern.compile("(?m)^\\s*@(?:throws|exception)\\s+(\\S+)\\s+");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

    private Javadoc() {}

    /** A comment as HTML: its inline tags resolved, parameters as a list. */
    static String html(String comment) {
        String html = replace(CODE, comment, m -> "<code>" + escape(m.group(1)) + "</code>");
        html = replace(LINK, html, m -> "<code>" + escape(linkText(m)) + "</code>");
        html = replace(PARAMETER, html, m -> "<br><b>" + m.group(1) + "</b>: ");
        html = replace(THROWS, html, m -> "<br><b>throws " + m.group(1) + "</b> ");
        html = replace(BLOCK, html, m -> "<br><b>" + blockName(m.group(1)) + "</b> ");
        return html.strip();
    }

    /** A comment as plain text. */
    static String text(String comment) {
        String text = replace(CODE, comment, m -> escape(m.group(1)));
        text = replace(LINK, text, Javadoc::linkText);
        text = replace(PARAMETER, text, m -> "  " + m.group(1) + ": ");
        text = replace(THROWS, text, m -> "  throws " + m.group(1) + ": ");
        text = replace(BLOCK, text, m -> "  " + blockName(m.group(1)) + " ");
        text = TAG.matcher(text.replaceAll("\\s*<p>\\s*", "\n\n").replaceAll("<li>", "- "))
                .replaceAll("");
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String linkText(MatchResult link) {
        return link.group(2) == null ? link.group(1).replaceFirst("^#", "").replace('#', '.') : link.group(2);
    }

    private static String blockName(String tag) {
        return tag.equals("return") ? "returns" : tag + ":";
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }
}
