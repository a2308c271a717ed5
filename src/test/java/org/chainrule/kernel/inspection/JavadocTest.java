package org.chainrule.kernel.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.chainrule.kernel.names.NotebookClasses;
import org.junit.jupiter.api.Test;

class JavadocTest {
    private static final String COMMENT =
            "Sums {@code a < b}, e.g. as {@link java.lang.Math#abs(double)} does.\nIt is {@value Math#PI}.\n\n<p>See {@link List a list}:"
                    + "\n<ul><li>one <em>or</em>\n<li>{@code {}}\n</ul><pre>{@code\nsum(1,\n     2)}</pre>\n"
                    + "@param values one\n    or more\n@return the <b>sum</b>\n@throws IllegalStateException if empty\n@since 1.5";

    private static Javadoc javadoc(String comment) {
        return Javadoc.of(comment.indent(1), new InlineTags(Map.of("Math#PI", "3.14")::get));
    }

    @Test
    void findsTheFirstSentence() {
        assertEquals(
                "Sums <code>a &lt; b</code>, e.g. as <code>Math.abs(double)</code> does.",
                javadoc(COMMENT).firstSentence());
        assertEquals("No full stop", javadoc("No full stop\n@return nothing").firstSentence());
        assertEquals("A title", javadoc("<p>A title\n<p>and text. More.").firstSentence());
        assertEquals("", javadoc("@return nothing").firstSentence());
        assertEquals("Is <b>1.5 or</b>", javadoc("Is <b>1.5 or<p>more</b>.").firstSentence());
    }

    @Test
    void writesText() {
        assertEquals("""
                Sums a < b, e.g. as Math.abs(double) does. It is 3.14.

                See a list:

                - one or
                - {}

                sum(1,
                     2)

                - values: one or more
                - returns the sum
                - throws IllegalStateException: if empty""", PlainDocument.text(javadoc(COMMENT).html()));
    }

    @Test
    void writesMarkdown() {
        assertEquals("""
                Sums `a < b`, e.g. as `Math.abs(double)` does. It is `3.14`.

                See `a list`:

                - one *or*
                - `{}`

                ```java
                sum(1,
                     2)
                ```

                - `values`: one or more
                - **returns** the **sum**
                - **throws** `IllegalStateException`: if empty""", PlainDocument.markdown(javadoc(COMMENT).html()));
    }

    @Test
    void knowsTheConstantsOfChainrule() {
        assertEquals("0.9", NotebookClasses.constant("Momentum#DEFAULT_MOMENTUM"));
        assertEquals("UNKNOWN", NotebookClasses.constant("Momentum#UNKNOWN"));
    }
}
