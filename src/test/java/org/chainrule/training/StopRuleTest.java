package org.chainrule.training;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.lossBelow;
import static org.chainrule.Chainrule.lossChangeBelow;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.patience;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.Examples;
import org.chainrule.data.Dataset;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class StopRuleTest {
    private final Training worked = training(Examples.worked())
            .sample(x(1, 2), y(3))
            .optimizer(sgd(0.5))
            .epochs(1000);

    /** Deep-ML problem 135, early stopping: https://github.com/Open-Deep-ML/DML-OpenProblem ; epochs counted from 0. */
    @Test
    void publishedCasesOfPatience() {
        assertStops(4, 2, new Patience(2, 0.01), .9, .8, .75, .77, .76, .77, .78);
        assertStops(3, 1, new Patience(2, 0), .5, .4, .4, .4, .4);
        assertStops(4, 2, new Patience(2, 0.1), .9, .8, .79, .78, .77);
    }

    private static void assertStops(int stop, int best, StopRule rule, double... losses) {
        StopRule.Watch watch = rule.watch();
        int kept = -1;
        for (int epoch = 0; epoch < losses.length; epoch++) {
            boolean stops = watch.stopsAt(losses[epoch]);
            kept = watch.keepsThis() ? epoch : kept;
            if (stops) {
                assertEquals(stop, epoch);
                assertEquals(best, kept);
                return;
            }
        }
        assertEquals(stop, losses.length, "did not stop");
    }

    /** The published losses of the worked example are 2.070281946996 after 10 and above before. */
    @Test
    void lossBelowStopsAtTheFirstEpochBelow() {
        TrainingRun run = worked.stopWhen(lossBelow(2.0703)).run();
        assertEquals(10, run.history().epochs());
        assertEquals(2.070281946996, run.loss(), 1e-12);
        assertTrue(
                run.notes().contains("training stopped after epoch 10: lossBelow(2.0703)."),
                run.notes().toString());
    }

    @Test
    void lossChangeBelowStopsWhereTheCurveIsFlat() {
        TrainingRun run = worked.stopWhen(lossChangeBelow(1e-4)).run();
        History history = run.history();
        int last = history.epochs();
        assertTrue(last < 1000);
        assertTrue(history.loss(last - 1) - history.loss(last) < 1e-4);
        assertTrue(history.loss(last - 2) - history.loss(last - 1) >= 1e-4);
    }

    @Test
    void theFirstRuleThatSaysSoStops() {
        TrainingRun run =
                worked.stopWhen(lossBelow(2.01)).stopWhen(lossBelow(2.0703)).run();
        assertEquals(10, run.history().epochs());
    }

    /** Learning y = 2x from one wrong sample moves w past 2, where the validation loss is least; patience goes back to it. */
    @Test
    void patienceWatchesValidationAndRestoresTheBest() {
        Network line = network()
                .inputs("x")
                .layer("out")
                .activation(identity())
                .into("out", w("w", 0))
                .loss(halfSquaredError());
        TrainingRun run = training(line)
                .sample(x(1), y(3))
                .validation(Dataset.of(new double[][] {{1}, {2}}, new double[][] {{2}, {4}}))
                .optimizer(sgd(0.1))
                .epochs(100)
                .record(parameters())
                .stopWhen(patience(5))
                .run();
        List<Double> validation = run.history().validationLosses();
        int best = 0;
        for (int epoch = 1; epoch < validation.size(); epoch++) {
            best = validation.get(epoch) < validation.get(best) ? epoch : best;
        }
        assertEquals(best + 5, run.history().epochs());
        assertEquals(best, run.ending().epoch());
        assertEquals(
                run.history().parameter("w", best), run.network().parameters().at("w"), 0);
        assertEquals(run.history().loss(best), run.loss(), 0);
        assertEquals(
                List.of("training stopped after epoch " + (best + 5) + ": patience(5). The network is that of epoch "
                        + best + ", the best one."),
                run.notes());
    }

    @Test
    void settingsOutOfRange() {
        assertEquals(
                "patience() got 0 epochs, but it needs at least 1.",
                assertThrows(IllegalArgumentException.class, () -> patience(0)).getMessage());
        assertEquals(
                "lossBelow() got NaN, but it needs a number such as 0.01.",
                assertThrows(IllegalArgumentException.class, () -> lossBelow(Double.NaN))
                        .getMessage());
        assertEquals(
                "lossChangeBelow() got 0.0, but it needs a positive bound such as 1e-6.",
                assertThrows(IllegalArgumentException.class, () -> lossChangeBelow(0))
                        .getMessage());
    }
}
