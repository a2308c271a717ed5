package org.chainrule.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.chainrule.layer.Layer;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.chainrule.parameter.Names;
import org.chainrule.parameter.ParameterBlock;
import org.chainrule.parameter.ParameterBlock.Kind;

/** A network as JSON: names, layers with their parameters, loss. */
final class NetworkJson {
    private static final String INPUTS = "inputs";
    private static final String LAYERS = "layers";
    private static final String LOSS = "loss";
    private static final String RULE = "rule";
    private static final String UNITS = "units";
    private static final String PARAMETERS = "parameters";
    private static final String KIND = "kind";
    private static final String NAMES = "names";
    private static final String FROZEN = "frozen";
    private static final String VALUES = "values";

    private NetworkJson() {}

    static JsonObject write(Network network) {
        JsonObject object = new JsonObject();
        object.add(INPUTS, names(network.inputs()));
        JsonArray layers = new JsonArray();
        network.layers().forEach(layer -> layers.add(layer(layer, network)));
        object.add(LAYERS, layers);
        object.add(LOSS, Records.write(network.loss(), Loss.class));
        return object;
    }

    private static JsonObject layer(Layer layer, Network network) {
        JsonObject object = new JsonObject();
        object.add(RULE, Records.write(LayerRule.of(layer), LayerRule.class));
        object.add(UNITS, names(layer.units()));
        JsonArray blocks = new JsonArray();
        double[] values = network.parameters().toArray();
        layer.blocks().forEach(block -> blocks.add(block(block, values)));
        object.add(PARAMETERS, blocks);
        return object;
    }

    private static JsonObject block(ParameterBlock block, double[] values) {
        JsonObject object = new JsonObject();
        object.addProperty(KIND, block.kind().name());
        object.add(NAMES, names(block.names()));
        JsonArray frozen = new JsonArray();
        block.frozen().stream().forEach(index -> frozen.add(index));
        object.add(FROZEN, frozen);
        object.add(VALUES, Records.rows(block.rows(), Arrays.copyOfRange(values, block.offset(), block.end())));
        return object;
    }

    /** Chosen names one by one; generated ones as their rules. */
    private static JsonElement names(Names names) {
        JsonArray array = new JsonArray();
        if (names.isGenerated()) {
            names.grids().forEach(grid -> array.add(Records.write(grid, Names.Grid.class)));
        } else {
            names.toList().forEach(name -> array.add(new JsonPrimitive(name)));
        }
        return array;
    }

    static Network read(Place place) {
        place.checkMembers(List.of(INPUTS, LAYERS, LOSS));
        Reader reader = new Reader();
        List<Layer> layers = new ArrayList<>();
        place.member(LAYERS).elements().forEach(layer -> layers.add(reader.layer(layer)));
        double[] parameters =
                reader.values.stream().flatMapToDouble(DoubleStream::of).toArray();
        Names inputs = readNames(place.member(INPUTS));
        return Network.of(inputs, layers, Records.read(place.member(LOSS), Loss.class), parameters);
    }

    /** What has been read of the parameters so far. */
    private static final class Reader {
        private final List<double[]> values = new ArrayList<>();
        private int size;

        Layer layer(Place place) {
            place.checkMembers(List.of(RULE, UNITS, PARAMETERS));
            LayerRule rule = Records.read(place.member(RULE), LayerRule.class);
            Names units = readNames(place.member(UNITS));
            List<ParameterBlock> blocks = new ArrayList<>();
            place.member(PARAMETERS).elements().forEach(block -> blocks.add(block(block)));
            return checked(place, rule, units, new Blocks(blocks));
        }

        private static Layer checked(Place place, LayerRule rule, Names units, Blocks blocks) {
            String name = place.path() + " (" + rule.getClass().getSimpleName() + ")";
            try {
                Layer layer = rule.layer(units, blocks);
                int given = layer.outputShape().size();
                if (given == units.size()) {
                    return layer;
                }
                throw new IllegalArgumentException(
                        "it gives " + given + " values, but names " + units.size() + " units");
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }

        private ParameterBlock block(Place place) {
            place.checkMembers(List.of(KIND, NAMES, FROZEN, VALUES));
            List<double[]> rows =
                    place.member(VALUES).elements().stream().map(Place::numbers).toList();
            int columns = rows.isEmpty() ? 0 : rows.get(0).length;
            if (columns == 0 || rows.stream().anyMatch(row -> row.length != columns)) {
                throw place.member(VALUES).wrong("it needs at least one row, and rows of one length");
            }
            int count = rows.size() * columns;
            Names names = readNames(place.member(NAMES));
            if (names.size() != count) {
                throw new IllegalArgumentException(
                        place.path() + " has " + count + " values, but " + names.size() + " names.");
            }
            Kind kind = Kind.valueOf(kind(place.member(KIND)));
            BitSet frozen = frozen(place.member(FROZEN), count);
            ParameterBlock block = new ParameterBlock(kind, size, rows.size(), columns, names, frozen);
            values.addAll(rows);
            size += count;
            return block;
        }

        private static String kind(Place place) {
            List<String> known = Arrays.stream(Kind.values()).map(Kind::name).toList();
            if (!known.contains(place.text())) {
                throw place.wrong("known are " + known);
            }
            return place.text();
        }

        private static BitSet frozen(Place place, int count) {
            BitSet frozen = new BitSet();
            for (Place each : place.elements()) {
                int index = each.smallInteger();
                if (index < 0 || index >= count) {
                    throw each.wrong("the block has the places 0 to " + (count - 1));
                }
                frozen.set(index);
            }
            return frozen;
        }
    }

    private static Names readNames(Place place) {
        List<Place> all = place.elements();
        if (all.isEmpty()) {
            throw place.wrong("it needs at least one name");
        }
        if (all.get(0).element().isJsonObject()) {
            List<Names> parts = all.stream().map(NetworkJson::generated).toList();
            return parts.size() == 1 ? parts.get(0) : Names.joined(parts);
        }
        return Names.of(all.stream().map(Place::text).toList());
    }

    private static Names generated(Place place) {
        Names.Grid grid = Records.read(place, Names.Grid.class);
        long size = 1;
        for (int axis : grid.sizes()) {
            size = axis < 1 || size * axis > Integer.MAX_VALUE ? 0 : size * axis;
        }
        if (size == 0 || grid.sizes().isEmpty()) {
            throw place.wrong("it needs at least one number of at least 1 for its sizes");
        }
        int[] sizes = grid.sizes().stream().mapToInt(Integer::intValue).toArray();
        return sizes.length == 1 ? Names.numbered(grid.prefix(), sizes[0]) : Names.grid(grid.prefix(), sizes);
    }
}
