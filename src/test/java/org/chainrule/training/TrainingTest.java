package org.chainrule.training;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.intermediates;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.chainrule.Examples;
import org.chainrule.Examples.Biases;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private final Training worked = training(Examples.worked())
            .sample(x(1, 2), y(3))
            .optimizer(sgd(0.5))
            .epochs(10);

    @Test
    void historyStartsBeforeTheFirstUpdate() {
        History history = worked.run().history();
        assertEquals(10, history.epochs());
        assertEquals(2.544040352493, history.loss(0), 1e-12);
        assertEquals(2.357168676378, history.loss(1), 1e-12);
        assertEquals(2.070281946996, history.loss(10), 1e-12);
    }

    @Test
    void recordsWhatIsAskedFor() {
        History history = worked.record(parameters(), intermediates()).run().history();
        assertEquals(11, history.parameters().size());
        assertEquals(0.3, history.parameter("w5", 0), 0);
        assertEquals(0.468667709773, history.parameter("w5", 1), 1e-12);
        assertEquals(0.744322561848, history.intermediates(0).at("ON"), 1e-12);
        assertEquals(0.828747515199, history.intermediates(1).at("ON"), 1e-12);
        assertEquals(
                history.parameter("b1", 7),
                history.intermediates(7).network().parameters().at("b1"),
                0);
    }

    @Test
    void runningTwiceGivesTheSame() {
        assertEquals(worked.run().history(), worked.run().history());
        assertEquals(2.544040352493, worked.network().forward(1, 2).loss(y(3)), 1e-12);
    }

    /** Two samples, w = 2, y = 3x: gradient of the mean is −(1·1 + 2·2)/2 = −2.5, of the sum −5. */
    @Test
    void severalSamplesAreOneBatch() {
        Network line = network()
                .inputs("x")
                .layer("out")
                .activation(identity())
                .into("out", w("w", 2))
                .loss(halfSquaredError());
        Training mean = training(line)
                .sample(x(1), y(3))
                .sample(x(2), y(6))
                .optimizer(sgd(0.1))
                .epochs(1);
        assertEquals(2.25, mean.run().network().parameters().at("w"), 1e-15);
        Network summed = network()
                .inputs("x")
                .layer("out")
                .activation(identity())
                .into("out", w("w", 2))
                .loss(halfSquaredError().sum());
        assertEquals(
                2.5,
                training(summed)
                        .samples(new double[][] {{1}, {2}}, new double[][] {{3}, {6}})
                        .optimizer(sgd(0.1))
                        .epochs(1)
                        .run()
                        .network()
                        .parameters()
                        .at("w"),
                1e-15);
    }

    @Test
    void aLearningRateOfZeroChangesNothing() {
        TrainingRun run = worked.optimizer(sgd(0)).run();
        assertEquals(
                Examples.worked().parameters().toString(),
                run.network().parameters().toString());
    }

    @Test
    void aLossThatIsNoLongerFiniteStopsWithTheLastFiniteNetwork() {
        Network net = Examples.worked("A", identity(), identity(), halfSquaredError(), Biases.SHARED);
        TrainingRun run = training(net)
                .sample(x(1, 2), y(3))
                .optimizer(sgd(1000))
                .epochs(100)
                .run();
        assertTrue(run.history().epochs() < 100);
        assertTrue(Double.isFinite(run.loss()));
        assertEquals(run.loss(), run.network().forward(1, 2).loss(y(3)), 0);
        String note = run.notes().get(0);
        assertTrue(
                note.startsWith("training stopped in epoch " + (run.history().epochs() + 1)
                        + " of 100, after the last layer: the loss"),
                note);
    }

    /** With α = 1 both ReLUs die in the second step; with trained b2 the bias alone reaches 3, frozen it stays at 0.5. */
    @Test
    void deadRelus() {
        Network frozen = Examples.worked("A", relu(), identity(), halfSquaredError(), Biases.FROZEN);
        TrainingRun run = training(frozen)
                .sample(x(1, 2), y(3))
                .optimizer(sgd(1))
                .epochs(1000)
                .run();
        assertEquals(0.5, run.network().forward(1, 2).at("ON"), 0);
        assertEquals(3.125, run.loss(), 0);
    }

    @Test
    void anInterruptEndsTheRun() {
        Thread.currentThread().interrupt();
        CancellationException interrupted = assertThrows(CancellationException.class, worked::run);
        assertEquals("training was interrupted in epoch 1 of 10.", interrupted.getMessage());
        assertTrue(Thread.interrupted());
    }

    @Test
    void oneLineSummaries() {
        TrainingRun run = worked.run();
        assertEquals("TrainingRun 10 epochs of sgd(0.5): loss 2.544040 → 2.070282", run.toString());
        assertEquals(
                "History 10 epochs, loss 2.544040 → 2.070282", run.history().toString());
        assertEquals(
                "target 3.0 lies outside (0, 1), the range of the sigmoid of ON: the loss cannot go below 2.0.",
                run.notes().get(0));
    }
}
