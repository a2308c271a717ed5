package org.chainrule.training;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.reduceOnPlateau;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chainrule.Examples;
import org.chainrule.Examples.Biases;
import org.chainrule.loss.HalfSquaredError;
import org.chainrule.loss.Reduction;
import org.chainrule.network.Network;
import org.chainrule.network.Update;
import org.chainrule.optimizer.Optimizer;
import org.chainrule.optimizer.OptimizerState;
import org.chainrule.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** What an optimizer remembers goes through updates, trainings and their continuation. */
class OptimizerStateTest {
    private final Training worked = training(Examples.worked()).sample(x(1, 2), y(3));

    /** The explained numbers are the trained numbers: five updates by hand and five epochs, bit by bit. */
    @Test
    void stepByStepIsTheSameAsTraining() {
        for (Optimizer rule : new Optimizer[] {adam(0.1), momentum(exponentialDecay(0.1, 0.5, 2)), amsgrad(0.01)}) {
            Network net = Examples.worked();
            OptimizerState state = rule.initialState(net.parameters().size());
            for (int i = 0; i < 5; i++) {
                Update step = net.forward(1, 2).deltas(y(3)).update(rule, state);
                net = step.network();
                state = step.state();
            }
            TrainingRun run = worked.optimizer(rule).epochs(5).run();
            assertArrayEquals(
                    net.parameters().toArray(), run.network().parameters().toArray(), 0);
            assertEquals(state, run.state());
        }
    }

    @Test
    void aTrainingGoesOnWhereAnotherEnded() {
        Optimizer rule = adam(exponentialDecay(0.1, 0.5, 4));
        TrainingRun ten = worked.optimizer(rule).epochs(10).run();
        TrainingRun six = worked.optimizer(rule).epochs(6).run();
        TrainingRun more = training(six.network())
                .sample(x(1, 2), y(3))
                .optimizer(rule)
                .state(six.state())
                .epochs(4)
                .run();
        assertArrayEquals(
                ten.network().parameters().toArray(),
                more.network().parameters().toArray(),
                0);
        assertEquals(ten.state(), more.state());
    }

    /** No epoch improves by 10 on the first, so after three more the rate is ten times smaller. */
    @Test
    void aPlateauReducesTheRate() {
        Schedule rate = reduceOnPlateau(0.5).factor(0.1).patience(3).minimumChange(10);
        TrainingRun run =
                worked.optimizer(sgd(rate)).epochs(6).record(parameters()).run();
        assertEquals(0.05, run.state().nextRate(rate), 1e-15);
        double early = change(run, 4);
        double late = change(run, 5);
        assertTrue(late < 0.2 * early, early + " then " + late);
    }

    /** The outputs go up towards 3, away from the 0 of the validation sample. */
    @Test
    void aPlateauIsThatOfTheValidationLossIfThereIsOne() {
        Schedule rate = reduceOnPlateau(0.5).factor(0.1).patience(3).minimumChange(0);
        Training falling = worked.optimizer(sgd(rate)).epochs(6);
        assertEquals(0.5, falling.run().state().nextRate(rate));
        TrainingRun rising = falling.validation(new double[][] {{1, 2}}, new double[][] {{0}})
                .run();
        assertEquals(0.05, rising.state().nextRate(rate), 1e-15);
    }

    private static double change(TrainingRun run, int epoch) {
        return Math.abs(run.history().parameter("w5", epoch) - run.history().parameter("w5", epoch - 1));
    }

    /** When the loss is no longer finite, network and state are those of one and the same epoch. */
    @Test
    void aStoppedTrainingKeepsTheStateOfItsNetwork() {
        var loss = new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES);
        Network net = Examples.worked("A", identity(), identity(), loss, Biases.SHARED);
        TrainingRun run = training(net)
                .sample(x(1, 2), y(3))
                .optimizer(momentum(1000))
                .epochs(100)
                .run();
        assertEquals(run.history().epochs(), run.state().steps());
        assertTrue(Arrays.stream(run.state().vector("v")).allMatch(Double::isFinite));
    }

    @Test
    void frozenParametersStay() {
        Network net = Examples.worked(
                "A", identity(), identity(), new HalfSquaredError(Reduction.MEAN_OVER_SAMPLES), Biases.FROZEN);
        Update step = net.forward(1, 2).deltas(y(3)).update(adam(0.1));
        assertEquals(0, step.change("b1"), 0);
        assertEquals(0, step.change("b2"), 0);
        assertEquals(0, step.state().at("m", net.parameters().indexOf("b2")), 0);
        assertTrue(step.ledger().parameters().stream().noneMatch(name -> name.startsWith("b")));
    }
}
