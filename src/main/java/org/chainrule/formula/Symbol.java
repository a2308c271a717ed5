package org.chainrule.formula;

/**
 * A named quantity with its recorded value: {@code w3}, {@code HN1i}, {@code Yp}, {@code δ_HN1}.
 *
 * @param base the letters, as in {@code w}, {@code HN1} or {@code δ}
 * @param subscript what is set below the line, or empty
 * @param value the value the engine recorded
 */
public record Symbol(String base, String subscript, double value) implements Formula {
    /** Euler's number; printed as the letter in every line. */
    public static final Symbol E = new Symbol("e", "", Math.E);

    /**
     * A symbol without a subscript.
     *
     * @param name its letters
     * @param value its value
     * @return the symbol
     */
    public static Symbol of(String name, double value) {
        return new Symbol(name, "", value);
    }
}
