package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JavadocTest {
    private static final String COMMENT =
            "Sums {@code a < b} as {@link Math#abs(double)} does.\n\n<p>See {@link List a list}.\n"
                    + "@param values one or more\n@return the <b>sum</b>\n@throws IllegalStateException if empty";

    @Test
    void writesText() {
        assertEquals(
                "Sums a < b as Math.abs(double) does.\n\nSee a list.\n  values: one or more\n  returns the sum\n"
                        + "  throws IllegalStateException: if empty",
                Javadoc.text(COMMENT));
    }

    @Test
    void writesHtml() {
        assertEquals(
                "Sums <code>a &lt; b</code> as <code>Math.abs(double)</code> does.\n\n<p>See <code>a list</code>.\n"
                        + "<br><b>values</b>: one or more\n<br><b>returns</b> the <b>sum</b>\n"
                        + "<br><b>throws IllegalStateException</b> if empty",
                Javadoc.html(COMMENT));
    }
}
