package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Power;
import org.chainrule.formula.Summation;
import org.chainrule.formula.Symbol;

/** Prints formulas as Unicode text: {@code (Yp − Ya)·Yp(1 − Yp)·w5}. */
public final class TextWriter extends LineWriter {
    /** A writer that leaves everything on one line. */
    public TextWriter() {
        this(false);
    }

    /** One that may break long sums, for a display of its own. */
    TextWriter(boolean breaksLines) {
        super(breaksLines);
    }

    @Override
    String symbol(Symbol symbol) {
        String mark = symbol.superscript().isEmpty() ? "" : "(" + symbol.superscript() + ")";
        return symbol.base() + subscript(symbol.subscript()) + mark;
    }

    /** Numbers follow directly, as in {@code w3}; words after an underscore, as in {@code δ_HN1}. */
    private static String subscript(String subscript) {
        boolean isWord = !subscript.isEmpty() && !Character.isDigit(subscript.charAt(0));
        return isWord ? "_" + subscript : subscript;
    }

    @Override
    String number(String written) {
        return written;
    }

    @Override
    String power(Power power) {
        String base = closed(power.base(), Binding.ATOM);
        if (power.exponent() instanceof Constant exponent && exponent.value() == 2) {
            return base + "²";
        }
        return base + "^" + parenthesized(open(power.exponent()));
    }

    @Override
    String rows(List<String> terms) {
        return String.join("\n ", terms);
    }

    @Override
    String summation(Summation summation) {
        return "Σ(" + summation.index() + "=1…" + summation.terms().size() + ") ";
    }

    @Override
    String greater() {
        return ">";
    }
}
