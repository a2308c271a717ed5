package org.chainrule.training;

import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.piecewiseConstant;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sigmoid;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rate explodes after 37 epochs. What is left of a training whose loss goes to infinity: the last finite state, as if it had been asked for that many epochs. */
class DivergenceTest {
    private static final double[][] INPUTS = {{1, 0}, {2, 1}, {3, -1}, {4, 0.5}, {5, 2}};
    private static final double[][] TARGETS = {{3}, {5}, {7}, {9}, {11}};

    @ParameterizedTest
    @CsvSource({"5, 1", "2, 3", "3, 2"})
    void theLastFiniteStateIsThatOfTheEpochsBefore(int batchSize, int updates) {
        TrainingRun diverged = diverging(batchSize, updates).epochs(100).run();
        int finite = diverged.history().epochs();
        assertTrue(finite > 32 && finite < 48, "epochs: " + finite);

        TrainingRun asked = diverging(batchSize, updates).epochs(finite).run();
        assertArrayEquals(
                asked.network().parameters().toArray(),
                diverged.network().parameters().toArray());
        assertEquals(asked.state(), diverged.state());
        assertEquals(asked.history().losses(), diverged.history().losses());
    }

    /** An infinite weight into a sigmoid saturates it, and the loss stays finite for ever. */
    @ParameterizedTest
    @CsvSource({"5", "37", "40", "1000"})
    void anInfiniteWeightIsSeenBehindAFiniteLossToo(int epochs) {
        TrainingRun overflown = overflowing(epochs).run();
        assertEquals(4, overflown.history().epochs());
        assertEquals(4, overflown.ending().epoch());
        assertTrue(
                overflown
                        .ending()
                        .words()
                        .startsWith("training stopped in epoch 5 of " + epochs + ", layer 1: a parameter"),
                overflown.ending().words());

        TrainingRun asked = overflowing(4).run();
        assertArrayEquals(
                asked.network().parameters().toArray(),
                overflown.network().parameters().toArray());
        assertEquals(asked.state(), overflown.state());
        assertEquals(asked.history(), overflown.history());
    }

    /** The weight behind a saturated unit overflows one epoch before the loss does. */
    @Test
    void anInfiniteWeightIsSeenWhereTheLossFollowsLater() {
        TrainingRun run = training(saturating())
                .sample(x(1), y(1000))
                .optimizer(sgd(1e306))
                .epochs(20)
                .run();
        assertTrue(run.ending().words().contains("a parameter"), run.ending().words());
        assertEquals(run.ending().epoch(), run.history().epochs());
    }

    @Test
    void aRecordedTrainingEndsBeforeTheInfiniteWeightToo() {
        Training training = training(saturating())
                .sample(x(1), y(1000))
                .optimizer(sgd(1e306))
                .epochs(20);
        String words = training.run().ending().words();
        for (Recording recording : Recording.values()) {
            assertEquals(words, training.record(recording).run().ending().words());
        }
    }

    /** Finite weights of 1e200 in both layers come to ∞ − ∞ in the pass that is recorded at the end of an epoch. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aRecordedTrainingOfBatchesEndsByItself(int order) {
        Network net = network()
                .inputs(1)
                .layer(2)
                .activation(identity())
                .weights(new double[][] {{1}, {-1}})
                .withoutBias()
                .layer(1)
                .activation(identity())
                .weights(new double[][] {{1, 1}})
                .withoutBias()
                .loss(halfSquaredError());
        Training training = training(net)
                .samples(new double[][] {{1e160}, {1e160}}, new double[][] {{0}, {1}})
                .batchSize(1, seed(order))
                .optimizer(sgd(1e40))
                .epochs(3);
        String words = training.run().ending().words();
        assertTrue(words.contains("epoch"), words);
        assertEquals(
                words, training.record(Recording.INTERMEDIATES).run().ending().words());
    }

    private static Network saturating() {
        return network()
                .inputs(1)
                .layer(1)
                .activation(sigmoid())
                .weights(new double[][] {{3}})
                .withoutBias()
                .layer(1)
                .activation(sigmoid())
                .weights(new double[][] {{0.5}})
                .withoutBias()
                .loss(halfSquaredError());
    }

    private static Training overflowing(int epochs) {
        Network net = network()
                .inputs(1)
                .layer(1)
                .activation(sigmoid())
                .weights(new double[][] {{0.001}})
                .biases(0)
                .loss(halfSquaredError());
        return training(net)
                .sample(x(100), y(0))
                .optimizer(sgd(piecewiseConstant(0.0001).after(3, 1e308)))
                .epochs(epochs);
    }

    private static Training diverging(int batchSize, int updates) {
        Network net = network()
                .inputs(2)
                .layer(4)
                .activation(relu())
                .init(he(seed(1)))
                .batchNorm()
                .layer(4)
                .activation(relu())
                .init(he(seed(3)))
                .dropout(0.2, seed(4))
                .layer(1)
                .activation(identity())
                .init(he(seed(2)))
                .loss(halfSquaredError());
        return training(net)
                .samples(INPUTS, TARGETS)
                .optimizer(momentum(piecewiseConstant(0.01).after(37L * updates, 1e300)))
                .batchSize(batchSize);
    }
}
