package org.chainrule.explain;

import static org.chainrule.Chainrule.chain;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.chainrule.network.Deltas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A name that cannot be explained is answered in one line that says what can. */
class RequestsTest {
    private final Deltas deltas = Examples.workedDeltas();
    private final Deltas batch = Examples.batch();

    @Test
    void unknownNames() {
        assertMessage(
                "explain(pass, \"HN3\") has nothing of that name; it can explain the units [HN1, HN2] [ON] and their"
                        + " numbers such as HN1i and HN1o.",
                () -> explain(deltas.forward(), "HN3"));
        assertMessage(
                "explain(deltas, \"w9\") has nothing of that name; it can explain the parameters [w1, w2, w3, w4, b1,"
                        + " w5, w6, b2], the units [HN1, HN2] [ON] and the loss Cf.",
                () -> explain(deltas, "w9"));
        assertMessage(
                "explain(step, \"HN1\") has nothing of that name; it can explain the parameters [w1, w2, w3, w4, b1,"
                        + " w5, w6, b2].",
                () -> explain(deltas.update(sgd(0.5)), "HN1"));
    }

    @Test
    void derivativesNeedATarget() {
        for (String name : new String[] {"Cf", "w3", "δ_HN1"}) {
            assertMessage(
                    "explain(pass, \"" + name + "\") needs a target, which a forward pass does not have: use"
                            + " explain(pass.deltas(y(…)), \"" + name + "\").",
                    () -> explain(deltas.forward(), name));
        }
    }

    @Test
    void unitsOfABatchNeedASample() {
        assertMessage(
                "explain(pass, \"HN1\") needs a sample number, because this pass has 3 samples: use explain(pass,"
                        + " \"HN1\", 0) to explain(pass, \"HN1\", 2).",
                () -> explain(batch.forward(), "HN1"));
        assertMessage(
                "explain(deltas, \"HN1\") needs a sample number, because this pass has 3 samples: use explain(deltas,"
                        + " \"HN1\", 0) to explain(deltas, \"HN1\", 2).",
                () -> explain(batch, "HN1"));
        assertMessage(
                "explain(deltas, \"HN1\", 3) got sample 3, but this pass has the samples 0 to 2.",
                () -> explain(batch, "HN1", 3));
        assertMessage(
                "explain(pass, \"HN1\", -1) got sample -1, but this pass has the samples 0 to 2.",
                () -> explain(batch.forward(), "HN1", -1));
    }

    @Test
    void gradientsAreOverAllSamples() {
        assertMessage(
                "explain(deltas, \"w3\", …) got a sample number, but w3 is recorded over all samples: use"
                        + " explain(deltas, \"w3\").",
                () -> explain(batch, "w3", 1));
    }

    @Test
    void chainsAreOfOneSampleAndFewPaths() {
        assertMessage(
                "chain(deltas, \"w9\") has nothing of that name; it can explain the parameters [w1, w2, w3, w4, b1, w5,"
                        + " w6, b2].",
                () -> chain(deltas, "w9"));
        assertMessage(
                "chain(deltas, \"w3\") needs a pass of one sample, but this one has 3: use explain(deltas, \"w3\").",
                () -> chain(batch, "w3"));
        Deltas deep = Examples.deep().forward(1, 2).deltas(y(1, 2, 3, 4));
        assertMessage(
                "chain(deltas, \"w1_1_1\") has more than 8 paths from the loss: use explain(deltas, \"w1_1_1\"), which"
                        + " stops at the deltas.",
                () -> chain(deep, "w1_1_1"));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
