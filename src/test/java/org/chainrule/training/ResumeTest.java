package org.chainrule.training;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.clipByGlobalNorm;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.he;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.intermediates;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.load;
import static org.chainrule.Chainrule.lossBelow;
import static org.chainrule.Chainrule.lossChangeBelow;
import static org.chainrule.Chainrule.maxNorm;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.patience;
import static org.chainrule.Chainrule.reduceOnPlateau;
import static org.chainrule.Chainrule.relu;
import static org.chainrule.Chainrule.save;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.sine;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.tanh;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.xavier;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.chart.LossCurve;
import org.chainrule.data.Dataset;
import org.chainrule.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that stops and goes on gives the same bits as one that does not stop, in memory and through a file. */
class ResumeTest {
    private static final Dataset DATA = sine(23, 0.1, seed(5));
    private static final Dataset OTHER = sine(9, 0.1, seed(6));

    @TempDir
    Path folder;

    private static Network net() {
        return network()
                .inputs(1)
                .layer(8)
                .activation(relu())
                .init(he(seed(1)))
                .batchNorm()
                .dropout(0.25, seed(2))
                .layer(4)
                .activation(tanh())
                .init(xavier(seed(3)))
                .layer(1)
                .activation(identity())
                .init(xavier(seed(4)))
                .loss(halfSquaredError());
    }

    /** All that remembers something from step to step or from epoch to epoch. */
    static Stream<Training> trainings() {
        Training everything = training(net())
                .optimizer(adam(exponentialDecay(0.05, 0.9, 7)))
                .regularizer(l2(0.01))
                .clip(clipByGlobalNorm(0.5))
                .constraint(maxNorm(2));
        Training plateau =
                training(net()).optimizer(momentum(reduceOnPlateau(0.1).patience(1)));
        return Stream.of(
                everything.batchSize(5, seed(7)),
                everything.batchSize(5),
                everything,
                plateau,
                plateau.batchSize(4, seed(8)).validation(OTHER),
                plateau.stopWhen(patience(4)).stopWhen(lossChangeBelow(1e-12)).validation(OTHER));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void inMemory(Training training) {
        Training given = training.data(DATA);
        TrainingRun whole = given.epochs(10).run();
        assertSame(whole, given.epochs(5).run().resume().epochs(5).run());
        TrainingRun steps = given.epochs(1).run();
        for (int epoch = 2; epoch <= 10 && steps.ending().words().isEmpty(); epoch++) {
            steps = steps.resume().epochs(1).run();
        }
        if (whole.ending().words().isEmpty()) {
            assertSame(whole, steps);
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void throughAFile(Training training) {
        TrainingRun whole = training.data(DATA).epochs(10).run();
        String file = folder.resolve("run.json").toString();
        save(training.data(DATA).epochs(5).run(), file);
        Training loaded = load(file).training().data(DATA);
        boolean validated = !whole.history().validationLosses().isEmpty();
        assertSame(
                whole, (validated ? loaded.validation(OTHER) : loaded).epochs(5).run());
    }

    private static void assertSame(TrainingRun expected, TrainingRun actual) {
        assertArrayEquals(
                bits(expected.network().parameters().toArray()),
                bits(actual.network().parameters().toArray()));
        assertEquals(expected.state(), actual.state());
        assertEquals(expected.history(), actual.history());
        assertEquals(expected.ending(), actual.ending());
        assertEquals(expected.training().hyperparameters(), actual.training().hyperparameters());
        assertEquals(expected.toString(), actual.toString());
    }

    private static long[] bits(double... values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    private static Training small() {
        return training(net()).data(DATA).optimizer(sgd(0.1));
    }

    @Test
    void epochsAreCountedOn() {
        List<String> heard = new ArrayList<>();
        TrainingRun first = small().epochs(5).run();
        TrainingRun second = first.resume()
                .onEpoch(report -> heard.add(report.epoch() + " of " + report.epochs()))
                .epochs(5)
                .run();
        assertEquals(List.of("6 of 10", "7 of 10", "8 of 10", "9 of 10", "10 of 10"), heard);
        assertEquals(10, second.history().epochs());
        assertEquals(first.loss(), second.history().loss(5));
        assertEquals(5, second.training().epochs());
        assertThrows(IllegalArgumentException.class, () -> first.resume().run());
    }

    @Test
    void recordingsGoOnToo() {
        Training recorded = small().batchSize(6, seed(1)).record(parameters(), intermediates());
        TrainingRun whole = recorded.epochs(4).run();
        TrainingRun resumed = recorded.epochs(2).run().resume().epochs(2).run();
        for (int epoch = 0; epoch <= 4; epoch++) {
            assertArrayEquals(
                    bits(whole.history().parameters(epoch).toArray()),
                    bits(resumed.history().parameters(epoch).toArray()));
            assertEquals(
                    whole.history().intermediates(epoch).outputs(),
                    resumed.history().intermediates(epoch).outputs());
        }
    }

    @Test
    void whatIsRecordedLaterStartsLater() {
        TrainingRun first = small().epochs(3).run();
        History history = first.resume()
                .record(parameters())
                .validation(OTHER)
                .epochs(2)
                .run()
                .history();
        assertEquals(3, history.first(history.parameters()));
        assertEquals(
                first.network().parameters().toString(), history.parameters(3).toString());
        assertEquals(3, history.validationLosses().size());
        assertEquals(
                "parameters() got epoch 2, but the history keeps them from epoch 3 on, where the training was resumed.",
                assertThrows(IllegalArgumentException.class, () -> history.parameters(2))
                        .getMessage());
        assertEquals(
                List.of(3.0, 5.0),
                List.of(
                        LossCurve.of(history).getSeries("validation").getXMin(),
                        LossCurve.of(history).getSeries("validation").getXMax()));
        assertTrue(table(history).doubleColumn("w1_1_1").isMissing(2));
        assertEquals(
                history.validationLoss(3),
                table(history).doubleColumn("validation loss").get(3));
        History penalised = first.resume().regularizer(l2(0.1)).epochs(2).run().history();
        assertEquals(0, penalised.parts(3).penalty());
        assertTrue(penalised.parts(4).penalty() > 0);
        assertEquals(penalised.loss(5), penalised.parts(5).total());
    }

    @Test
    void goesOnFromTheBestEpoch() {
        TrainingRun run = small().batchSize(3, seed(2))
                .optimizer(sgd(0.9))
                .stopWhen(patience(3))
                .epochs(60)
                .run();
        int best = run.ending().epoch();
        assertTrue(best < run.history().epochs(), run.ending().words());
        TrainingRun more = run.resume().epochs(2).run();
        assertEquals(best + 2, more.history().epochs());
        assertEquals(run.history().losses().subList(0, best + 3), more.history().losses());
    }

    @Test
    void aRuleThatIsMetStaysMet() {
        TrainingRun run = small().stopWhen(lossBelow(1e9)).epochs(5).run();
        assertEquals(0, run.history().epochs());
        assertEquals(0, run.resume().epochs(5).run().history().epochs());
    }
}
