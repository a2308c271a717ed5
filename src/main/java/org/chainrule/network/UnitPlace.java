package org.chainrule.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.parameter.Names;

/**
 * Where a unit is in a network.
 *
 * @param layer 0 for the inputs, 1 for the first layer with weights
 * @param index its place in that layer, from 0
 */
public record UnitPlace(int layer, int index) {
    static UnitPlace find(Network network, String name) {
        List<Names> levels = levels(network);
        for (int layer = 0; layer < levels.size(); layer++) {
            int index = levels.get(layer).indexOf(name);
            if (index >= 0) {
                return new UnitPlace(layer, index);
            }
        }
        String known = levels.stream()
                .map(Names::toString)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        throw new IllegalArgumentException("There is no unit named " + name + "; the units are " + known + ".");
    }

    private static List<Names> levels(Network network) {
        List<Names> levels = new ArrayList<>(List.of(network.inputs()));
        network.layers().forEach(layer -> levels.add(layer.units()));
        return levels;
    }

    /**
     * Whether this is an input of the network.
     *
     * @return true in layer 0
     */
    public boolean isInput() {
        return layer == 0;
    }
}
