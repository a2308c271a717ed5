package org.chainrule.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.explain.Equation;
import org.chainrule.explain.TextWriter;
import org.chainrule.network.Network;

/** The sums that a network uses: of every unit the formula of its pre-activation and of its output. */
public final class SumsGrid {
    private static final List<Grid.Heading> HEADINGS = List.of(
            new Grid.Heading("unit", Grid.Role.ROW_NAME),
            new Grid.Heading("pre-activation", Grid.Role.TEXT),
            new Grid.Heading("output", Grid.Role.TEXT));

    private SumsGrid() {}

    /**
     * One row per unit.
     *
     * @param network any network
     * @return empty for a network too large to write its sums out
     */
    public static Optional<Grid> of(Network network) {
        if (!Formulas.fit(network)) {
            return Optional.empty();
        }
        List<List<String>> rows = Formulas.equations(network).entrySet().stream()
                .map(SumsGrid::row)
                .toList();
        return Optional.of(new Grid("How the network computes", HEADINGS, rows, 0, List.of()));
    }

    private static List<String> row(Map.Entry<String, List<Equation>> unit) {
        TextWriter writer = new TextWriter();
        return List.of(
                unit.getKey(),
                unit.getValue().get(0).symbols(writer),
                unit.getValue().get(1).symbols(writer));
    }
}
