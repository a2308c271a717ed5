package org.chainrule.kernel;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.w;

import org.chainrule.network.Network;

/** The network of the first notebook, with which the kernel rehearses and warms up. */
final class WorkedExample {
    /** As a cell declares it. */
    static final String DECLARATION = """
            var net = network()
                .inputs("x1", "x2")
                .layer("HN1", "HN2").activation(sigmoid())
                    .into("HN1", w("w1", 0.1), w("w3", 0.1))
                    .into("HN2", w("w2", 0.2), w("w4", 0.2))
                    .sharedBias("b1", 1.0)
                .layer("ON").activation(sigmoid())
                    .into("ON", w("w5", 0.3), w("w6", 0.4))
                    .sharedBias("b2", 0.5)
                .loss(halfSquaredError());
            """;

    private WorkedExample() {}

    /** As an object. */
    static Network net() {
        return network()
                .inputs("x1", "x2")
                .layer("HN1", "HN2")
                .activation(sigmoid())
                .into("HN1", w("w1", 0.1), w("w3", 0.1))
                .into("HN2", w("w2", 0.2), w("w4", 0.2))
                .sharedBias("b1", 1.0)
                .layer("ON")
                .activation(sigmoid())
                .into("ON", w("w5", 0.3), w("w6", 0.4))
                .sharedBias("b2", 0.5)
                .loss(halfSquaredError());
    }
}
