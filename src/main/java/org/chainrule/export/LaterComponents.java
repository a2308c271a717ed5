package org.chainrule.export;

import java.util.Map;
import org.chainrule.layer.Normalization;
import org.chainrule.optimizer.Nadam;
import org.chainrule.optimizer.RmsProp;

/** What was meant where a file lacks a component, because it was saved before there was one: so older files still load. */
final class LaterComponents {
    /** The values by component, of each record that has grown. */
    static final Map<Class<?>, Map<String, Object>> BY_TYPE = Map.of(
            LayerRule.AveragePool2d.class, Map.of("countsPadding", true),
            Normalization.class, Map.of("unbiased", false),
            Nadam.class, Map.of("momentumDecay", Nadam.DEFAULT_MOMENTUM_DECAY),
            RmsProp.class, Map.of("momentum", 0.0));

    private LaterComponents() {}
}
