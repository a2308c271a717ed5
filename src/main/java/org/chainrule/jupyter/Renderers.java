package org.chainrule.jupyter;

import java.util.Optional;

/** How the values of the library show themselves as the last line of a cell, whichever kernel runs it. */
public final class Renderers {
    private Renderers() {}

    /**
     * What a notebook shows of {@code value}.
     *
     * @param value any object, also {@code null}
     * @return its bundle, or empty when the value is not one of Chainrule's, XChart's or Tablesaw's
     */
    public static Optional<MimeBundle> render(Object value) {
        return Optional.empty();
    }
}
