package org.chainrule.explain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.formula.Symbol;

/** How the names that people give are read as symbols: {@code w3} is w with the index 3. */
final class SymbolNames {
    private static final Pattern INDEXED = Pattern.compile("(\\p{L}+)(\\d+(?:_\\d+)*)");

    private SymbolNames() {}

    /** The names that the parameters of a batch normalisation have in programs. */
    private static final Map<String, String> GREEK = Map.of("gamma", "γ", "beta", "β");

    /** {@code w3} as w₃, {@code w1_2_1} with the index 1,2,1, {@code gamma2_1} as γ; any other name as a word. */
    static Symbol indexed(String name, double value) {
        Matcher matcher = INDEXED.matcher(name);
        if (!matcher.matches()) {
            return Symbol.of(name, value);
        }
        String letters = matcher.group(1);
        return new Symbol(GREEK.getOrDefault(letters, letters), matcher.group(2), value);
    }

    /** Whether a subscript is numbers only, as {@code 3} or {@code 1_2_1}. */
    static boolean isIndex(String subscript) {
        return subscript.matches("\\d+(_\\d+)*");
    }
}
