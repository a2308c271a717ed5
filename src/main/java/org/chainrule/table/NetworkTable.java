package org.chainrule.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.layer.Dense;
import org.chainrule.layer.Layer;
import org.chainrule.network.Network;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterLayout;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The parameters of a network as a table: parameter, value, kind, layer, from, to, frozen. */
public final class NetworkTable {
    private final Network network;
    private final StringColumn parameter = StringColumn.create("parameter");
    private final DoubleColumn value = DoubleColumn.create("value");
    private final StringColumn kind = StringColumn.create("kind");
    private final IntColumn layer = IntColumn.create("layer");
    private final StringColumn from = StringColumn.create("from");
    private final StringColumn to = StringColumn.create("to");
    private final BooleanColumn frozen = BooleanColumn.create("frozen");

    private NetworkTable(Network network) {
        this.network = network;
    }

    /**
     * One row per parameter, in reading order.
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
        NetworkTable rows = new NetworkTable(network);
        network.parameters().layout().readingOrder().forEach(rows::add);
        return Columns.of(
                "Parameters of the network",
                rows.parameter,
                rows.value,
                rows.kind,
                rows.layer,
                rows.from,
                rows.to,
                rows.frozen);
    }

    private void add(int index) {
        ParameterLayout layout = network.parameters().layout();
        ParameterBlock block = layout.blockOf(index);
        int level = levelOf(block);
        parameter.append(layout.name(index));
        value.append(network.parameters().at(index));
        layer.append(level);
        frozen.append(block.isFrozen(index));
        kind.append(kindOf(block));
        from.append(inputOf(level, block, index));
        to.append(usersOf(level, block, index));
    }

    private static String kindOf(ParameterBlock block) {
        return switch (block.kind()) {
            case WEIGHTS -> "weight";
            case BIASES -> "bias";
            case SCALES -> "scale";
            case STATES -> "state";
            case STATISTICS -> "statistic";
        };
    }

    private int levelOf(ParameterBlock block) {
        return IntStream.range(0, network.layers().size())
                        .filter(i -> network.layers().get(i).blocks().contains(block))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    /** What a weight multiplies, in layers that name it. */
    private String inputOf(int level, ParameterBlock block, int index) {
        if (block.kind() != ParameterBlock.Kind.WEIGHTS || !(layer(level) instanceof Dense)) {
            return "";
        }
        Names inputs = level == 1 ? network.inputs() : layer(level - 1).units();
        return inputs.get((index - block.offset()) % block.columns());
    }

    /** The unit of a weight; the units that add a bias, all of them when it is shared. */
    private String usersOf(int level, ParameterBlock block, int index) {
        if (!(layer(level) instanceof Dense dense)) {
            return "";
        }
        if (block.kind() == ParameterBlock.Kind.WEIGHTS) {
            return dense.units().get((index - block.offset()) / block.columns());
        }
        List<String> users = IntStream.range(0, dense.units().size())
                .filter(unit -> dense.biasIndex(unit) == index)
                .mapToObj(dense.units()::get)
                .toList();
        return users.size() <= 4
                ? String.join(", ", users)
                : users.stream().limit(3).collect(Collectors.joining(", ", "", ", … " + users.size() + " units"));
    }

    private Layer layer(int level) {
        return network.layers().get(level - 1);
    }
}
