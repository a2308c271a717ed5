package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Quotient;

/** What text and HTML have in common: everything stands on one line, fractions with a slash, Unicode signs. */
abstract class LineWriter extends FormulaWriter {
    private static final Quotient HALF = new Quotient(new Constant(1), new Constant(2));

    LineWriter(boolean breaksLines) {
        super(breaksLines);
    }

    @Override
    String partial(Partial partial) {
        return "∂" + symbol(partial.of()) + "/∂" + symbol(partial.by());
    }

    @Override
    String quotient(Quotient quotient) {
        if (quotient.equals(HALF)) {
            return "½";
        }
        return closed(quotient.numerator(), Binding.PRODUCT) + "/" + closed(quotient.denominator(), Binding.POWER);
    }

    @Override
    String root(String argument) {
        return "√" + parenthesized(argument);
    }

    @Override
    String function(String name) {
        return name;
    }

    @Override
    String cases(Cases cases) {
        String condition = open(cases.variable()) + " " + greater() + " 0";
        return "{" + open(cases.positive()) + " if " + condition + ", else " + open(cases.otherwise()) + "}";
    }

    @Override
    String chosen(Cases cases) {
        String relation = cases.chosen() == cases.positive() ? greater() : "≤";
        return "{" + open(cases.chosen()) + " as " + open(cases.variable()) + " " + relation + " 0}";
    }

    @Override
    String block(List<String> terms) {
        return rows(terms);
    }

    @Override
    String parenthesized(String inner) {
        return "(" + inner + ")";
    }

    @Override
    String minus() {
        return "−";
    }

    @Override
    String times() {
        return "·";
    }

    @Override
    String silentTimes() {
        return "";
    }

    @Override
    String ellipsis() {
        return "…";
    }

    /** The sign {@code >}, escaped where the format needs it. */
    abstract String greater();
}
