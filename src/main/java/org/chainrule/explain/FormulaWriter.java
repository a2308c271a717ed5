package org.chainrule.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.formula.Cases;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Function;
import org.chainrule.formula.Maximum;
import org.chainrule.formula.Negation;
import org.chainrule.formula.Numbers;
import org.chainrule.formula.Partial;
import org.chainrule.formula.Power;
import org.chainrule.formula.Product;
import org.chainrule.formula.Quotient;
import org.chainrule.formula.Sum;
import org.chainrule.formula.Summation;
import org.chainrule.formula.Symbol;

/**
 * Prints a formula with as few parentheses as it takes: what every format has in common.
 *
 * <p>To print the numbers instead of the symbols, write {@link Formula#substituted()}.
 */
public abstract class FormulaWriter {
    /** From this many terms on a sum shows only its first and last ones: {@value}. */
    static final int ELIDED_FROM = 9;

    /** A sum with more characters of text than this is broken into one line per term: {@value}. */
    static final int LINE_WIDTH = 90;

    private static final int FIRST_SHOWN = 3;
    private static final int LAST_SHOWN = 2;

    /** How tightly a formula holds together; a looser one inside a tighter one needs parentheses. */
    enum Binding {
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    private final boolean breaksLines;

    /** A writer that breaks long sums into one line per term, or one that leaves everything on one line. */
    FormulaWriter(boolean breaksLines) {
        this.breaksLines = breaksLines;
    }

    /**
     * Prints a formula.
     *
     * @param formula what is printed
     * @return it in this writer's format
     */
    public final String write(Formula formula) {
        return formula instanceof Sum sum && isLong(sum) ? rows(parts(sum, true)) : open(formula);
    }

    /** A formula that stands free: at the start of a line or right after a parenthesis. */
    final String open(Formula formula) {
        return write(formula, Binding.SUM, true);
    }

    /** A formula that something stands before: also a leading minus needs parentheses. */
    final String closed(Formula formula, Binding least) {
        return write(formula, least, false);
    }

    private String write(Formula formula, Binding least, boolean leading) {
        boolean loose = binding(formula).compareTo(least) < 0;
        if (loose || (isSigned(formula) && !(leading && least.compareTo(Binding.POWER) < 0))) {
            return parenthesized(open(formula));
        }
        return plain(formula, leading);
    }

    private String plain(Formula formula, boolean leading) {
        if (formula instanceof Symbol symbol) {
            return symbol(symbol);
        } else if (formula instanceof Constant constant) {
            return number(Numbers.substituted(constant.value()));
        } else if (formula instanceof Partial partial) {
            return partial(partial);
        } else if (formula instanceof Sum sum) {
            return isLong(sum) ? block(parts(sum, leading)) : String.join("", parts(sum, leading));
        } else if (formula instanceof Product product) {
            return product(product.factors(), leading);
        }
        return tight(formula);
    }

    private String tight(Formula formula) {
        if (formula instanceof Negation negation) {
            return minus() + closed(negation.formula(), Binding.PRODUCT);
        } else if (formula instanceof Quotient quotient) {
            return quotient(quotient);
        } else if (formula instanceof Power power) {
            return power(power);
        } else if (formula instanceof Function function) {
            return function(function);
        } else if (formula instanceof Maximum maximum) {
            return function("max")
                    + parenthesized(maximum.formulas().stream().map(this::open).collect(Collectors.joining(", ")));
        } else if (formula instanceof Summation summation) {
            return summation(summation) + closed(summation.general(), Binding.PRODUCT);
        }
        Cases cases = (Cases) formula;
        return cases.equals(cases.substituted()) ? chosen(cases) : cases(cases);
    }

    /** The terms with their signs; of many only the first and last ones. */
    private List<String> parts(Sum sum, boolean leading) {
        List<Formula> terms = sum.terms();
        List<String> parts = new ArrayList<>(List.of(write(terms.get(0), Binding.PRODUCT, leading)));
        if (terms.size() < ELIDED_FROM) {
            terms.subList(1, terms.size()).forEach(term -> parts.add(signed(term)));
            return parts;
        }
        terms.subList(1, FIRST_SHOWN).forEach(term -> parts.add(signed(term)));
        parts.add(" + " + ellipsis());
        terms.subList(terms.size() - LAST_SHOWN, terms.size()).forEach(term -> parts.add(signed(term)));
        return parts;
    }

    private String signed(Formula term) {
        return term instanceof Negation negation
                ? " " + minus() + " " + closed(negation.formula(), Binding.PRODUCT)
                : " + " + closed(term, Binding.PRODUCT);
    }

    private boolean isLong(Sum sum) {
        return breaksLines && new TextWriter().write(sum).length() > LINE_WIDTH;
    }

    private String product(List<Formula> factors, boolean leading) {
        StringBuilder text = new StringBuilder(write(factors.get(0), Binding.PRODUCT, leading));
        for (int i = 1; i < factors.size(); i++) {
            text.append(isMultipliedSilently(factors.get(i - 1), factors.get(i)) ? silentTimes() : times());
            text.append(closed(factors.get(i), Binding.PRODUCT));
        }
        return text.toString();
    }

    /** {@code Yp(1 − Yp)} needs no dot. */
    private static boolean isMultipliedSilently(Formula left, Formula right) {
        return right instanceof Sum sum && sum.terms().contains(left.negated());
    }

    private static Binding binding(Formula formula) {
        if (formula instanceof Sum) {
            return Binding.SUM;
        } else if (formula instanceof Constant constant) {
            return isScientific(Numbers.substituted(constant.value())) ? Binding.PRODUCT : Binding.ATOM;
        } else if (formula instanceof Symbol symbol) {
            return symbol.superscript().isEmpty() ? Binding.ATOM : Binding.POWER;
        } else if (formula instanceof Power) {
            return Binding.POWER;
        }
        return formula instanceof Function || formula instanceof Maximum || formula instanceof Cases
                ? Binding.ATOM
                : Binding.PRODUCT;
    }

    private static boolean isSigned(Formula formula) {
        return formula instanceof Negation
                || (formula instanceof Constant constant
                        && Numbers.substituted(constant.value()).startsWith("−"));
    }

    /** Whether {@link Numbers} wrote a power of ten. */
    static boolean isScientific(String number) {
        return number.contains("e");
    }

    static String mantissa(String scientific) {
        return scientific.substring(0, scientific.indexOf('e'));
    }

    /** The power of ten, as {@code −5} of {@code 3.5e−05}. */
    static String exponent(String scientific) {
        return scientific.substring(scientific.indexOf('e') + 1).replaceFirst("^([-−]?)[+0]*", "$1");
    }

    // --- what the formats differ in

    abstract String symbol(Symbol symbol);

    /** A number that {@link Numbers} has written. */
    abstract String number(String written);

    abstract String partial(Partial partial);

    abstract String quotient(Quotient quotient);

    abstract String power(Power power);

    private String function(Function function) {
        String argument = open(function.argument());
        return switch (function.name()) {
            case "abs" -> "|" + argument + "|";
            case "√" -> root(argument);
            default -> function(function.name()) + parenthesized(argument);
        };
    }

    /** A square root. */
    abstract String root(String argument);

    /** The name of a function, before its parenthesis. */
    abstract String function(String name);

    /** Both branches with their conditions. */
    abstract String cases(Cases cases);

    /** The branch that holds for the number, with that condition. */
    abstract String chosen(Cases cases);

    /** The Σ with its index, before the general term. */
    abstract String summation(Summation summation);

    abstract String parenthesized(String inner);

    /** A long sum that is a whole right side, one row per term; all but the first begin with a space and their sign. */
    abstract String rows(List<String> terms);

    /** A long sum that is part of something, one row per term. */
    abstract String block(List<String> terms);

    abstract String minus();

    abstract String times();

    abstract String silentTimes();

    abstract String ellipsis();
}
