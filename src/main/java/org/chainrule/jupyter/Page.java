package org.chainrule.jupyter;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.table.Grid;
import org.chainrule.table.GridHtml;
import org.chainrule.table.GridMarkdown;
import org.chainrule.table.GridText;

/** What a value shows of itself, piece by piece: written as HTML, Markdown and plain text at once. */
final class Page {
    private final List<String> html = new ArrayList<>();
    private final List<String> markdown = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();

    /** A line that says what is shown. */
    Page heading(String text) {
        html.add("<p><strong>" + GridHtml.text(text) + "</strong></p>");
        markdown.add("**" + GridMarkdown.escape(text) + "**");
        plain.add(text);
        return this;
    }

    Page text(String text) {
        html.add("<p>" + GridHtml.text(text) + "</p>");
        markdown.add(GridMarkdown.escape(text));
        plain.add(text);
        return this;
    }

    /** A picture; Markdown and plain text get its words instead. */
    Page picture(Picture picture) {
        html.add(picture.html());
        markdown.add(GridMarkdown.escape(picture.alternative()));
        plain.add(picture.alternative());
        return this;
    }

    Page table(Grid grid) {
        html.add(GridHtml.of(grid));
        markdown.add(GridMarkdown.of(grid).strip());
        plain.add(GridText.of(grid));
        return this;
    }

    /** Any value, as the last line of a cell would show it. */
    Page value(Object value) {
        MimeBundle bundle = Renderers.render(value).orElseGet(() -> MimeBundle.plain(String.valueOf(value)));
        String text = bundle.data().get(MimeBundle.PLAIN);
        html.add(Renderers.html(value).orElseGet(() -> Renderers.htmlOfText(text)));
        markdown.add(bundle.data().getOrDefault(MimeBundle.MARKDOWN, GridMarkdown.escape(text)));
        plain.add(text);
        return this;
    }

    /** What the numbers call for saying, marked as a note in words. */
    Page notes(List<String> notes) {
        for (String note : notes) {
            html.add("<p><strong>Note:</strong> " + GridHtml.text(note) + "</p>");
            markdown.add("> **Note:** " + GridMarkdown.escape(note));
            plain.add("Note: " + note);
        }
        return this;
    }

    MimeBundle bundle() {
        return MimeBundle.plain(String.join("\n\n", plain))
                .with(MimeBundle.MARKDOWN, String.join("\n\n", markdown))
                .with(MimeBundle.HTML, String.join("\n", html));
    }
}
