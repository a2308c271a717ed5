package org.chainrule;

import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.w;

import org.chainrule.activation.Activation;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.chainrule.network.WeightsStep;

/** The networks that many tests start from. */
public final class Examples {
    private Examples() {}

    /** How the two hidden units of the worked example get their bias. */
    public enum Biases {
        SHARED,
        PER_UNIT,
        FROZEN
    }

    /** The worked example of the slides, as its formulas are printed (reading A). */
    public static Network worked() {
        return worked("A", sigmoid(), sigmoid(), halfSquaredError(), Biases.SHARED);
    }

    /** The worked example in all the variants that have numbers to compare with. */
    public static Network worked(String reading, Activation hidden, Activation output, Loss loss, Biases biases) {
        boolean a = reading.equals("A");
        WeightsStep first = network()
                .inputs("x1", "x2")
                .layer("HN1", "HN2")
                .activation(hidden)
                .into("HN1", w("w1", 0.1), a ? w("w3", 0.1) : w("w2", 0.2))
                .into("HN2", a ? w("w2", 0.2) : w("w3", 0.1), w("w4", 0.2));
        WeightsStep biased = switch (biases) {
            case SHARED -> first.sharedBias("b1", 1.0);
            case PER_UNIT -> first.bias("HN1", b("b1a", 1.0)).bias("HN2", b("b1b", 1.0));
            case FROZEN -> first.sharedBias(b("b1", 1.0).frozen());
        };
        WeightsStep second = biased.layer("ON").activation(output).into("ON", w("w5", 0.3), w("w6", 0.4));
        return (biases == Biases.FROZEN ? second.sharedBias(b("b2", 0.5).frozen()) : second.sharedBias("b2", 0.5))
                .loss(loss);
    }

    /** Mazur's 2-2-2 network with frozen shared biases. */
    public static Network mazur() {
        return mazur(b("b1", 0.35).frozen(), b("b2", 0.60).frozen());
    }

    /** Mazur's 2-2-2 network. */
    public static Network mazur(org.chainrule.parameter.Bias b1, org.chainrule.parameter.Bias b2) {
        return network()
                .inputs("i1", "i2")
                .layer("h1", "h2")
                .activation(sigmoid())
                .into("h1", w("w1", 0.15), w("w2", 0.20))
                .into("h2", w("w3", 0.25), w("w4", 0.30))
                .sharedBias(b1)
                .layer("o1", "o2")
                .activation(sigmoid())
                .into("o1", w("w5", 0.40), w("w6", 0.45))
                .into("o2", w("w7", 0.50), w("w8", 0.55))
                .sharedBias(b2)
                .loss(halfSquaredError());
    }
}
