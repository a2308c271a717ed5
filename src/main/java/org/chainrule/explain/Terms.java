package org.chainrule.explain;

import java.util.List;
import org.chainrule.formula.Constant;
import org.chainrule.formula.Formula;
import org.chainrule.formula.Product;
import org.chainrule.formula.Sum;

/** Sums and products as people write them: without a factor 1, and one term stands alone. */
final class Terms {
    private static final Formula ONE = new Constant(1);

    private Terms() {}

    /** Of no terms, as for a weight that meets nothing but padding, it is 0. */
    static Formula sum(List<Formula> terms) {
        if (terms.isEmpty()) {
            return Formula.number(0);
        }
        return terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    static Formula product(Formula... factors) {
        return product(List.of(factors));
    }

    static Formula product(List<Formula> factors) {
        List<Formula> written = factors.stream().filter(f -> !f.equals(ONE)).toList();
        return written.isEmpty() ? ONE : written.size() == 1 ? written.get(0) : new Product(written);
    }
}
