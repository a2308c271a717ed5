package org.chainrule.kernel.inspection;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.kernel.names.Signatures;

/** The tags within the sentences of Javadoc, such as {@code {@link List}}, written as HTML. */
final class InlineTags {
    private static final Pattern REFERENCE = Pattern.compile("(?s)(\\S+?(?:\\([^)]*\\))?)(?:\\s+(.*))?");

    private final Function<String, String> values;

    /**
     * @param values the value of a constant, which is given as in {@code Adam#DEFAULT_BETA1}
     */
    InlineTags(Function<String, String> values) {
        this.values = values;
    }

    String toHtml(String text) {
        StringBuilder html = new StringBuilder();
        int done = 0;
        for (int tag = text.indexOf("{@"); tag >= 0; tag = text.indexOf("{@", done)) {
            int end = closing(text, tag);
            html.append(text, done, tag).append(html(text.substring(tag + 2, end)));
            done = Math.min(end + 1, text.length());
        }
        return html.append(text.substring(done)).toString();
    }

    /** Where the brace of a tag is closed. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String html(String tag) {
        String name = tag.replaceFirst("(?s)\\W.*", "");
        String body = tag.substring(name.length());
        String text = body.strip();
        return switch (name) {
            case "code", "systemProperty" -> "<code>" + escape(body.replaceFirst("^[ \\t]", "")) + "</code>";
            case "literal" -> escape(text);
            case "link", "linkplain" -> link(text, name.equals("link"));
            case "value" -> "<code>" + escape(values.apply(text)) + "</code>";
            case "snippet" ->
                "<pre>" + escape(text.substring(text.indexOf(':') + 1).stripIndent()) + "</pre>";
            case "inheritDoc" -> "";
            case "return" -> "Returns " + toHtml(text) + ".";
            default -> toHtml(text);
        };
    }

    private String link(String text, boolean asCode) {
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return toHtml(text);
        }
        String label = reference.group(2) == null ? "" : reference.group(2).strip();
        String shown = label.isEmpty()
                ? escape(Signatures.simpleNames(
                        reference.group(1).replaceFirst("^#", "").replace('#', '.')))
                : toHtml(label);
        return asCode ? "<code>" + shown + "</code>" : shown;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
