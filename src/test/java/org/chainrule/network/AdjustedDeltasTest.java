package org.chainrule.network;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.clipByValue;
import static org.chainrule.Chainrule.explain;
import static org.chainrule.Chainrule.l1;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.chainrule.Examples;
import org.chainrule.training.Training;
import org.junit.jupiter.api.Test;

/** A single update with a penalty and clipping is the update of a training. */
class AdjustedDeltasTest {
    private final Network net = Examples.worked();
    private final Deltas deltas = net.forward(1, 2).deltas(y(3));

    /** g = ∂C/∂w5 + λ·w5 = −0.337335 + 0.1·0.3, and of a bias without the penalty. */
    @Test
    void aPenaltyAddsItsGradient() {
        AdjustedDeltas adjusted = deltas.regularizer(l2(0.1));
        assertEquals(deltas.gradient("w5") + 0.1 * 0.3, adjusted.gradients().at("w5"), 1e-15);
        assertEquals(deltas.gradient("b2"), adjusted.gradients().at("b2"));
        double squares = 0.01 + 0.01 + 0.04 + 0.04 + 0.09 + 0.16;
        assertEquals(0.05 * squares, adjusted.penalty(), 1e-15);
        assertEquals(deltas.loss() + 0.05 * squares, adjusted.loss(), 1e-15);
        Update step = adjusted.update(sgd(0.5));
        assertEquals(0.3 - 0.5 * (deltas.gradient("w5") + 0.03), step.newValue("w5"), 1e-15);
        assertEquals(deltas.gradient("w5"), step.gradient("w5"));
        assertEquals(adjusted.gradients().at("w5"), step.gradients().at("w5"));
    }

    @Test
    void clippingComesAfterThePenalty() {
        Update step = deltas.regularizer(l2(0.1)).clip(clipByValue(0.25)).update(sgd(1));
        assertEquals(0.25, step.change("w5"), 1e-15);
        assertEquals(-(deltas.gradient("w1") + 0.01), step.change("w1"), 1e-15);
    }

    @Test
    void isTheUpdateOfATraining() {
        Training training = training(net)
                .sample(x(1, 2), y(3))
                .optimizer(adam(0.1))
                .regularizer(l1(0.03))
                .clip(clipByGlobalNorm(0.2));
        AdjustedDeltas adjusted = deltas.clip(clipByGlobalNorm(0.2)).regularizer(l1(0.03));
        Update first = adjusted.update(adam(0.1));
        Update second = first.network()
                .forward(1, 2)
                .deltas(y(3))
                .regularizer(l1(0.03))
                .clip(clipByGlobalNorm(0.2))
                .update(adam(0.1), first.state());
        var run = training.epochs(2).run();
        assertArrayEquals(
                run.network().parameters().toArray(),
                second.network().parameters().toArray(),
                0);
        assertEquals(run.state(), second.state());
        assertEquals(run.history().loss(0), adjusted.loss());
    }

    @Test
    void saysWhatTheOptimizerGot() {
        Update step = deltas.regularizer(l2(0.1)).clip(clipByValue(0.25)).update(sgd(0.5));
        assertEquals("with l2(0.1), clipByValue(0.25)", step.adjustments());
        assertEquals(
                List.of("parameter", "old", "gradient", "adjusted", "change", "formula", "new", "frozen"),
                table(step).columnNames());
        assertEquals("""
                w5(new) = w5 − α·g
                        = 0.3 − 0.5·(−0.25)
                        = 0.425000
                g is the gradient of the loss by w5, −0.337335, with l2(0.1), clipByValue(0.25).""", explain(step, "w5").toText());
        assertEquals("", deltas.update(sgd(0.5)).adjustments());
        assertEquals(
                List.of("parameter", "old", "gradient", "change", "formula", "new", "frozen"),
                table(deltas.update(sgd(0.5))).columnNames());
    }

    @Test
    void nullsAreRefused() {
        assertEquals(
                "clip() got null, but it needs a rule such as clipByNorm(1).",
                assertThrows(IllegalArgumentException.class, () -> deltas.clip(null))
                        .getMessage());
        assertEquals(
                "regularizer() got null, but it needs a rule such as l2(0.01).",
                assertThrows(IllegalArgumentException.class, () -> deltas.regularizer(null))
                        .getMessage());
        assertEquals(
                "update() got null, but it needs an optimizer such as sgd(0.5).",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> deltas.clip(clipByValue(1)).update(null))
                        .getMessage());
    }
}
