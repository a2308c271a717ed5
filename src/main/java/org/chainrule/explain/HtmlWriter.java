package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Power;
import org.chainrule.formula.Summation;
import org.chainrule.formula.Symbol;

/** Prints formulas as HTML that needs no style sheet and no script: {@code w<sub>5</sub>·HN1o(1 − HN1o)}. */
public final class HtmlWriter extends LineWriter {
    /** A writer that leaves everything on one line. */
    public HtmlWriter() {
        this(false);
    }

    /** One that may break long sums, for a display of its own. */
    HtmlWriter(boolean breaksLines) {
        super(breaksLines);
    }

    @Override
    String symbol(Symbol symbol) {
        String subscript = symbol.subscript().isEmpty() ? "" : "<sub>" + index(symbol.subscript()) + "</sub>";
        String mark = symbol.superscript().isEmpty() ? "" : "<sup>(" + escaped(symbol.superscript()) + ")</sup>";
        return escaped(symbol.base()) + subscript + mark;
    }

    private static String index(String subscript) {
        return SymbolNames.isIndex(subscript) ? subscript.replace('_', ',') : escaped(subscript);
    }

    @Override
    String number(String written) {
        return isScientific(written) ? mantissa(written) + "·10<sup>" + exponent(written) + "</sup>" : written;
    }

    @Override
    String power(Power power) {
        return closed(power.base(), Binding.ATOM) + "<sup>" + open(power.exponent()) + "</sup>";
    }

    @Override
    String rows(List<String> terms) {
        return String.join("<br>\n", terms);
    }

    @Override
    String summation(Summation summation) {
        return "Σ<sub>" + summation.index() + "=1…" + summation.terms().size() + "</sub> ";
    }

    @Override
    String greater() {
        return "&gt;";
    }

    /**
     * Text as it must stand in HTML.
     *
     * @param text any text
     * @return it with {@code &}, {@code <}, {@code >} and quotes as entities
     */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
