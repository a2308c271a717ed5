package org.chainrule.network;

import java.util.List;
import org.chainrule.parameter.Names;

/** A network whose inputs are named; the first layer comes next. */
public final class InputsStep {
    private final NetworkSketch sketch;

    InputsStep(NetworkSketch sketch) {
        this.sketch = sketch;
    }

    /**
     * Adds a layer of named units.
     *
     * @param units such as {@code "HN1", "HN2"}; at least one
     * @return the next step: its activation
     */
    public LayerStep layer(String... units) {
        return layerOf(sketch, units);
    }

    /**
     * Adds a layer of units named h1_1, h1_2, …: layer number, unit number.
     *
     * @param units how many, at least 1
     * @return the next step: its activation
     */
    public LayerStep layer(int units) {
        return layerOf(sketch, units);
    }

    static LayerStep layerOf(NetworkSketch sketch, String... units) {
        if (units.length == 0) {
            throw new IllegalArgumentException("layer() got no names, but a layer needs at least one unit.");
        }
        return new LayerStep(sketch.withLayer(new LayerSketch(Names.of(List.of(units)))));
    }

    static LayerStep layerOf(NetworkSketch sketch, int units) {
        Text.checkCount("layer()", units, "unit");
        String prefix = "h" + (sketch.layers().size() + 1) + "_";
        return new LayerStep(sketch.withLayer(new LayerSketch(Names.numbered(prefix, units))));
    }
}
