package org.chainrule.table;

import java.util.Locale;
import org.chainrule.layer.Layer;
import org.chainrule.network.Network;
import org.chainrule.parameter.ParameterBlock;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The layers of a network as a table: layer, kind, input, output, activation, parameters, frozen. */
public final class LayersTable {
    private final IntColumn number = IntColumn.create("layer");
    private final StringColumn kind = StringColumn.create("kind");
    private final StringColumn input = StringColumn.create("input");
    private final StringColumn output = StringColumn.create("output");
    private final StringColumn activation = StringColumn.create("activation");
    private final IntColumn parameters = IntColumn.create("parameters");
    private final IntColumn frozen = IntColumn.create("frozen");

    private LayersTable() {}

    /**
     * One row per layer, in order of the forward pass; shapes are channels × rows × columns of an image, steps × features of
     * a sequence.
     *
     * @param network any network
     * @return a new table
     */
    public static Table of(Network network) {
        return columns(network).table();
    }

    /**
     * What {@link #of} makes a table of.
     *
     * @param network any network
     * @return new columns
     */
    public static Columns columns(Network network) {
        LayersTable rows = new LayersTable();
        network.layers().forEach(rows::add);
        return Columns.of(
                "Layers of the network",
                rows.number,
                rows.kind,
                rows.input,
                rows.output,
                rows.activation,
                rows.parameters,
                rows.frozen);
    }

    private void add(Layer layer) {
        number.append(number.size() + 1);
        kind.append(kindOf(layer));
        input.append(layer.inputShape().toString());
        output.append(layer.outputShape().toString());
        activation.append(
                layer.activation() == Layer.NO_ACTIVATION
                        ? ""
                        : layer.activation().toString());
        parameters.append(layer.blocks().stream().mapToInt(ParameterBlock::size).sum());
        frozen.append(layer.blocks().stream()
                .mapToInt(block -> block.frozen().cardinality())
                .sum());
    }

    /** The words of the layer's name: {@code max pool 2d}. */
    private static String kindOf(Layer layer) {
        return layer.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z0-9])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }
}
