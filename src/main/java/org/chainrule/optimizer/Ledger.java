package org.chainrule.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The books of an optimizer: g, m, v, m̂, v̂, effective rate and Δw per parameter and step. For small networks.
 *
 * @param entries step by step, within a step parameter by parameter
 */
public record Ledger(List<LedgerEntry> entries) {
    public Ledger {
        entries = List.copyOf(entries);
    }

    /**
     * The lines of one parameter.
     *
     * @param parameter such as {@code w5}
     * @return its lines, step by step
     * @throws IllegalArgumentException if there is no parameter of that name
     */
    public Ledger of(String parameter) {
        Ledger found = new Ledger(entries.stream()
                .filter(entry -> entry.parameter().equals(parameter))
                .toList());
        if (found.entries.isEmpty()) {
            throw new IllegalArgumentException("There is no parameter named " + parameter
                    + " in the ledger; the parameters are " + parameters() + ".");
        }
        return found;
    }

    /**
     * The names of the parameters.
     *
     * @return in the order of the first step
     */
    public List<String> parameters() {
        return entries.stream().map(LedgerEntry::parameter).distinct().toList();
    }

    /**
     * This ledger, continued by another.
     *
     * @param later its lines come after these
     * @return a new ledger
     */
    public Ledger and(Ledger later) {
        List<LedgerEntry> all = new ArrayList<>(entries);
        all.addAll(later.entries);
        return new Ledger(all);
    }

    /** All lines. */
    @Override
    public String toString() {
        return entries.stream().map(LedgerEntry::toString).collect(Collectors.joining("\n"));
    }
}
