package org.chainrule.check;

import static org.chainrule.Chainrule.stepSizeSweep;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.Chainrule;
import org.chainrule.Examples;
import org.junit.jupiter.api.Test;

/** The error of a central difference falls with the square of the step, until rounding takes over. */
class StepSizeSweepTest {
    private final StepSizeSweep sweep = stepSizeSweep(Examples.worked(), x(1, 2), y(3), "w5");

    @Test
    void steps() {
        assertEquals(
                List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12),
                sweep.rows().stream().map(StepSizeSweep.Row::step).toList());
        assertEquals(-0.337335, sweep.analytic(), 5e-7);
    }

    @Test
    void truncationThenRounding() {
        assertEquals(100, sweep.rows().get(0).error() / sweep.rows().get(1).error(), 2);
        assertEquals(100, sweep.rows().get(1).error() / sweep.rows().get(2).error(), 2);
        double best = sweep.best().step();
        assertTrue(best <= 1e-3 && best >= 1e-8, "best step " + best);
        assertTrue(sweep.rows().get(11).error() > 1e-7, "rounding at the smallest step");
    }

    /** ln(1 − 1.05) is none, but 0.95 ± 0.01 is within what the loss takes. */
    @Test
    void aStepOutOfTheDomainOfTheLossCostsOneRowOnly() {
        var net = Chainrule.network()
                .inputs("x")
                .layer("o")
                .activation(Chainrule.identity())
                .into("o", Chainrule.w("w", 0.95))
                .sharedBias("b", 0)
                .loss(Chainrule.binaryCrossEntropy());
        StepSizeSweep near = stepSizeSweep(net, x(1), y(1), "w");
        assertEquals(-1 / 0.95, near.analytic(), 1e-12);
        assertEquals(
                Double.NaN, stepSizeSweep(net, x(1), y(0), "w").rows().get(0).numeric());
        assertEquals(-1 / 0.95, near.best().numeric(), 1e-8);
    }

    @Test
    void unknownParameter() {
        assertThrows(IllegalArgumentException.class, () -> stepSizeSweep(Examples.worked(), x(1, 2), y(3), "w9"));
    }

    @Test
    void asTable() {
        assertEquals(List.of("h", "analytic", "numeric", "error"), table(sweep).columnNames());
        assertEquals(12, table(sweep).rowCount());
    }
}
