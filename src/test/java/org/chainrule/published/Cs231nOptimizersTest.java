package org.chainrule.published;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.rmsprop;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.optimizer.Step;
import org.chainrule.schedule.Plateau;
import org.junit.jupiter.api.Test;

/**
 * CS231n, assignment 2, FullyConnectedNets: one step of each rule on 4 × 5 evenly spaced numbers; the four corners.
 *
 * <p>https://cs231n.github.io/assignments2016/assignment2/
 */
class Cs231nOptimizersTest {
    private static final double PRINTED = 5.1e-9;

    @Test
    void momentumKeepsTheNegativeVelocity() {
        Step step = step(momentum(1e-3).lastChange(), 0, Map.of("v", spaced(0.6, 0.9)));
        assertCorners(step.newValues(), .1406, .40775789, 1.14244211, 1.4096);
        assertCorners(step.state().vector("v"), .5406, .59723158, .75296842, .8096);
    }

    @Test
    void rmspropWithEpsilonOutsideTheRoot() {
        Step step = step(rmsprop(1e-2).decay(0.99).epsilon(1e-8), 0, Map.of("v", spaced(0.6, 0.9)));
        assertCorners(step.newValues(), -.39223849, -.18467247, .38739248, .59576619);
        assertCorners(step.state().vector("v"), .5976, .65804321, .82883269, .8926);
    }

    @Test
    void adamAtItsSixthStep() {
        assertCorners(sixthAdamStep(adam(1e-2)), -.40094747, -.19060977, .38774145, .59801459);
    }

    /** As one of the slides has it; a test that tells the two apart. */
    @Test
    void adamWithoutBiasCorrection() {
        double[] next = sixthAdamStep(adam(1e-2).withoutBiasCorrection());
        assertCorners(next, -.405738491, -.196354520, .378982185, .587975096);
    }

    private static double[] sixthAdamStep(Optimizer rule) {
        Map<String, double[]> vectors = new LinkedHashMap<>();
        vectors.put("m", spaced(0.6, 0.9));
        vectors.put("v", spaced(0.7, 0.5));
        return step(rule, 5, vectors).newValues();
    }

    private static Step step(Optimizer rule, long steps, Map<String, double[]> vectors) {
        OptimizerState state = new OptimizerState(steps, Plateau.NONE, vectors);
        return Step.take(rule, state, spaced(-0.4, 0.6), spaced(-0.6, 0.4));
    }

    private static double[] spaced(double from, double to) {
        return IntStream.range(0, 20)
                .mapToDouble(i -> from + i * (to - from) / 19)
                .toArray();
    }

    private static void assertCorners(double[] matrix, double... corners) {
        int[] at = {0, 4, 15, 19};
        for (int i = 0; i < at.length; i++) {
            assertEquals(corners[i], matrix[at[i]], PRINTED, "corner " + i);
        }
    }
}
