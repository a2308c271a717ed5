package org.chainrule.table;

import java.util.Locale;
import org.chainrule.layer.Layer;
import org.chainrule.network.Network;
import org.chainrule.parameter.ParameterBlock;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The layers of a network as a table: layer, kind, inputs, units, activation, parameters, frozen. */
public final class LayersTable {
    private final IntColumn number = IntColumn.create("layer");
    private final StringColumn kind = StringColumn.create("kind");
    private final IntColumn inputs = IntColumn.create("inputs");
    private final IntColumn units = IntColumn.create("units");
    private final StringColumn activation = StringColumn.create("activation");
    private final IntColumn parameters = IntColumn.create("parameters");
    private final IntColumn frozen = IntColumn.create("frozen");

    private LayersTable() {}

    /**
     * One row per layer, in order of the forward pass.
     *
     * @param network any network
     * @return a new table
     */
    public static Table of(Network network) {
        LayersTable rows = new LayersTable();
        network.layers().forEach(rows::add);
        return Table.create(
                "Layers of the network",
                rows.number,
                rows.kind,
                rows.inputs,
                rows.units,
                rows.activation,
                rows.parameters,
                rows.frozen);
    }

    private void add(Layer layer) {
        number.append(number.size() + 1);
        kind.append(layer.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        inputs.append(layer.inputs());
        units.append(layer.units().size());
        activation.append(layer.activation().toString());
        parameters.append(layer.blocks().stream().mapToInt(ParameterBlock::size).sum());
        frozen.append(layer.blocks().stream()
                .mapToInt(block -> block.frozen().cardinality())
                .sum());
    }
}
