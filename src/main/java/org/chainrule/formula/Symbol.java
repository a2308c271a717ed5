package org.chainrule.formula;

/**
 * A named quantity with its recorded value: {@code w3}, {@code HN1i}, {@code Yp}, {@code δ_HN1}, {@code w5(new)}.
 *
 * @param base the letters, as in {@code w}, {@code HN1i} or {@code δ}
 * @param subscript what is set below the line, or empty
 * @param superscript what is set above the line in parentheses, or empty
 * @param value the value the engine recorded
 */
public record Symbol(String base, String subscript, String superscript, double value) implements Formula {
    /** Euler's number; printed as the letter in every line. */
    public static final Symbol E = Symbol.of("e", Math.E);

    /**
     * A symbol without a superscript.
     *
     * @param base its letters
     * @param subscript what is set below the line, or empty
     * @param value its value
     */
    public Symbol(String base, String subscript, double value) {
        this(base, subscript, "", value);
    }

    /**
     * A symbol of letters only.
     *
     * @param name its letters
     * @param value its value
     * @return the symbol
     */
    public static Symbol of(String name, double value) {
        return new Symbol(name, "", value);
    }

    /**
     * This symbol marked above the line, with the value that it has there: {@code w5(new)}.
     *
     * @param mark such as {@code new}
     * @param marked the value of the marked symbol
     * @return a new symbol
     */
    public Symbol with(String mark, double marked) {
        return new Symbol(base, subscript, mark, marked);
    }

    @Override
    public Formula substituted() {
        return equals(E) ? this : new Constant(value);
    }
}
