package org.chainrule.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.formula.Numbers;

/**
 * One parameter in one step: what came in, what the optimizer made of it, what went out.
 *
 * @param step from 1
 * @param parameter such as {@code w5}
 * @param gradient g
 * @param moments what the optimizer keeps and computes after this step, such as m, v, m̂, v̂
 * @param effectiveRate what the gradient, or its average, was multiplied by
 * @param change Δw, new − old
 */
public record LedgerEntry(
        long step,
        String parameter,
        double gradient,
        Map<String, Double> moments,
        double effectiveRate,
        double change) {
    public LedgerEntry {
        moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
    }

    /** The line: {@code step 1, w5: g −0.337335, m −0.033734, …, effective rate 0.296441, Δw 0.100000}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("step " + step + ", " + parameter + ": g " + Numbers.computed(gradient));
        moments.forEach(
                (name, value) -> text.append(", ").append(name).append(' ').append(Numbers.computed(value)));
        return text + ", effective rate " + Numbers.computed(effectiveRate) + ", Δw " + Numbers.computed(change);
    }
}
