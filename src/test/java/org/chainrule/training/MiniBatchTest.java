package org.chainrule.training;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.w;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.Dataset;
import org.chainrule.loss.Loss;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;

class MiniBatchTest {
    private static final double[][] INPUTS = {{1}, {2}, {3}, {4}, {5}};
    private static final double[][] TARGETS = {{3}, {5}, {7}, {9}, {11}};

    private static Network line(Loss loss) {
        return network()
                .inputs("x")
                .layer("out")
                .activation(identity())
                .into("out", w("w", 0.5))
                .loss(loss);
    }

    private static Training start(Loss loss) {
        return training(line(loss))
                .samples(INPUTS, TARGETS)
                .optimizer(sgd(0.01))
                .epochs(1);
    }

    /** Batches {1, 2}, {3, 4}, {5}: w follows by hand from w ← w − 0.01 · mean of (w·x − y)·x. */
    @Test
    void eachBatchIsOneUpdate() {
        double w = 0.5;
        double losses = 0;
        for (int[] batch : new int[][] {{0, 1}, {2, 3}, {4}}) {
            double gradient = 0;
            double loss = 0;
            for (int i : batch) {
                double error = w * INPUTS[i][0] - TARGETS[i][0];
                gradient += error * INPUTS[i][0] / batch.length;
                loss += error * error / 2;
            }
            losses += loss / 5;
            w -= 0.01 * gradient;
        }
        TrainingRun run = start(halfSquaredError()).batchSize(2).run();
        assertEquals(w, run.network().parameters().at("w"), 1e-15);
        assertEquals(losses, run.history().loss(1), 1e-13);
        assertEquals(3, run.state().steps());
    }

    @Test
    void theLossBeforeIsThatOfAllSamples() {
        for (Loss loss : List.of(
                halfSquaredError(), halfSquaredError().sum(), halfSquaredError().scale(0.1))) {
            assertEquals(
                    line(loss).forward(INPUTS).loss(TARGETS),
                    start(loss).batchSize(2).run().history().loss(0),
                    1e-12,
                    loss.toString());
        }
    }

    @Test
    void oneBatchOfAllSamplesIsBatchGradientDescent() {
        TrainingRun all = start(halfSquaredError()).epochs(7).run();
        TrainingRun five = start(halfSquaredError()).epochs(7).batchSize(5).run();
        TrainingRun more = start(halfSquaredError()).epochs(7).batchSize(64).run();
        assertEquals(all.history(), five.history());
        assertEquals(all.history(), more.history());
    }

    /** Slides: of N samples stochastic gradient descent makes N updates, batches of b make ⌈N/b⌉. */
    @Test
    void updatesAreCounted() {
        assertEquals(
                5 * 3,
                start(halfSquaredError()).epochs(3).batchSize(1).run().state().steps());
        assertEquals(
                3 * 3,
                start(halfSquaredError()).epochs(3).batchSize(2).run().state().steps());
        assertEquals(3, start(halfSquaredError()).epochs(3).run().state().steps());
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        Training shuffled = start(halfSquaredError()).epochs(5).batchSize(2, seed(1));
        assertEquals(shuffled.run().history(), shuffled.run().history());
        assertNotEquals(
                shuffled.run().history(),
                start(halfSquaredError()).epochs(5).batchSize(2, seed(2)).run().history());
        assertNotEquals(
                shuffled.run().history(),
                start(halfSquaredError()).epochs(5).batchSize(2).run().history());
    }

    @Test
    void aRunCanBeContinued() {
        Training whole = start(halfSquaredError()).optimizer(momentum(0.01)).batchSize(2);
        TrainingRun once = whole.epochs(6).run();
        TrainingRun first = whole.epochs(2).run();
        TrainingRun second = training(first.network())
                .samples(INPUTS, TARGETS)
                .batchSize(2)
                .optimizer(momentum(0.01))
                .state(first.state())
                .epochs(4)
                .run();
        assertArrayEquals(
                once.network().parameters().toArray(),
                second.network().parameters().toArray(),
                0);
    }

    @Test
    void validationIsTheLossAfterEachEpoch() {
        Dataset held = Dataset.of(new double[][] {{6}, {7}}, new double[][] {{13}, {15}});
        History history = start(halfSquaredError())
                .epochs(3)
                .batchSize(2)
                .validation(held)
                .record(parameters())
                .run()
                .history();
        for (int epoch = 0; epoch <= 3; epoch++) {
            double w = history.parameter("w", epoch);
            double expected = (Math.pow(6 * w - 13, 2) + Math.pow(7 * w - 15, 2)) / 4;
            assertEquals(expected, history.validationLoss(epoch), 1e-12);
        }
        IllegalArgumentException none = assertThrows(
                IllegalArgumentException.class,
                () -> start(halfSquaredError()).run().history().validationLoss(0));
        assertEquals(
                "The history has no validation losses; give the samples with .validation(…) before .run().",
                none.getMessage());
    }

    @Test
    void listenersHearOfEveryEpoch() {
        List<String> heard = new ArrayList<>();
        start(halfSquaredError())
                .epochs(2)
                .onEpoch(report -> heard.add(report.toString()))
                .run();
        assertEquals(2, heard.size());
        assertTrue(heard.get(0).matches("epoch 1 of 2: loss \\d+\\.\\d{6}"), heard.get(0));
    }

    /** A rate of 1 diverges on this line within a few hundred updates; the note says where. */
    @Test
    void aLossThatIsNotFiniteNamesItsBatch() {
        TrainingRun run = training(line(halfSquaredError()))
                .samples(INPUTS, TARGETS)
                .optimizer(sgd(10))
                .epochs(1000)
                .batchSize(2)
                .run();
        assertTrue(Double.isFinite(run.loss()));
        assertTrue(Double.isFinite(run.network().parameters().at("w")));
        String note = run.notes().get(0);
        assertTrue(
                note.matches(
                        "training stopped in epoch \\d+ of 1000, batch [123] of 3, (layer 1|after the last layer): the loss was .*"),
                note);
    }

    @Test
    void unusableBatchSizes() {
        IllegalArgumentException zero = assertThrows(
                IllegalArgumentException.class, () -> start(halfSquaredError()).batchSize(0));
        assertEquals("batchSize() got 0, but a batch needs at least 1 sample.", zero.getMessage());
    }

    @Test
    void aDeeperNetworkLearnsFromShuffledBatches() {
        Network net = network()
                .inputs("x")
                .layer(8)
                .activation(tanh())
                .init(org.chainrule.Chainrule.xavier(seed(3)))
                .layer("out")
                .activation(identity())
                .init(org.chainrule.Chainrule.xavier(seed(4)))
                .loss(halfSquaredError());
        double[][] inputs = new double[40][1];
        double[][] targets = new double[40][1];
        for (int i = 0; i < 40; i++) {
            inputs[i][0] = -1 + i / 20.0;
            targets[i][0] = Math.sin(3 * inputs[i][0]);
        }
        TrainingRun run = training(net)
                .samples(inputs, targets)
                .batchSize(8, seed(5))
                .optimizer(sgd(0.1))
                .epochs(400)
                .run();
        assertTrue(run.network().forward(inputs).loss(targets) < 0.01, run.toString());
    }
}
