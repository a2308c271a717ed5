package org.chainrule.training;

import static org.chainrule.Chainrule.lossBelow;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.chainrule.Examples;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<String> shown = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final ProgressLine line = new ProgressLine() {
        @Override
        public void show(String text) {
            shown.add(text);
        }

        @Override
        public void end(String text) {
            ended.add(text);
        }
    };
    private long now;
    private int looks;
    private int searches;

    private static Training worked(int samples) {
        return training(Examples.worked())
                .samples(
                        IntStream.range(0, samples)
                                .mapToObj(i -> new double[] {1, 2})
                                .toArray(double[][]::new),
                        IntStream.range(0, samples)
                                .mapToObj(i -> new double[] {3})
                                .toArray(double[][]::new))
                .optimizer(sgd(0.5));
    }

    private Progress progress(Training training) {
        return new Progress(
                training,
                () -> {
                    searches++;
                    return Optional.of(line);
                },
                () -> {
                    looks++;
                    return now;
                });
    }

    /** Each epoch takes so many milliseconds. */
    private TrainingRun run(Training training, long milliseconds) {
        Training timed = training.onEpoch(report -> now += milliseconds * MILLISECOND);
        return timed.run(progress(timed));
    }

    @Test
    void saysNothingOfWhatIsOverWithinHalfASecond() {
        run(worked(1).epochs(49), 10);
        assertEquals(List.of(), shown);
        assertEquals(List.of(), ended);
        assertEquals(0, searches);
    }

    @Test
    void showsAtMostTenLinesASecondAndEndsAsText() {
        TrainingRun run = run(worked(1).epochs(100), 20);
        assertEquals(15, shown.size());
        assertTrue(shown.get(0).matches("epoch 26 of 100: loss 2\\.\\d+, about 2 s left"), shown.get(0));
        assertTrue(shown.get(1).startsWith("epoch 31 of 100: loss "), shown.get(1));
        assertTrue(shown.get(14).matches("epoch 96 of 100: loss 2\\.\\d+"), shown.get(14));
        assertEquals(
                List.of(new EpochReport(100, 100, run.loss(), java.util.OptionalDouble.empty(), true).toString()),
                ended);
        assertEquals(1, searches);
    }

    @Test
    void namesTheBatchWhereAnEpochTakesLong() {
        Training slow = worked(3).batchSize(1).epochs(2);
        Progress progress = progress(slow);
        progress.loss(2.5);
        for (int batch = 1; batch <= 3; batch++) {
            progress.step(1, batch, 3);
            now += 30_000 * MILLISECOND;
        }
        progress.step(2, 1, 3);
        assertEquals(
                List.of(
                        "epoch 1 of 2, batch 2 of 3: loss 2.500000, about 2 min 30 s left",
                        "epoch 1 of 2, batch 3 of 3: loss 2.500000, about 2 min 0 s left",
                        "epoch 2 of 2, batch 1 of 3: loss 2.500000, about 1 min 30 s left"),
                shown);
    }

    @Test
    void readsTheClockRarelyWhereStepsAreShort() {
        Training training = worked(1).epochs(100_000);
        Progress progress = progress(training);
        for (int epoch = 1; epoch <= 100_000; epoch++) {
            progress.step(epoch, 1, 1);
            now += 1000;
        }
        assertTrue(looks < 60, looks + " looks");
    }

    @Test
    void countsOnWhereATrainingIsResumed() {
        TrainingRun first = worked(1).epochs(30).silent().run();
        run(first.resume().epochs(30), 100);
        assertTrue(shown.get(0).startsWith("epoch 36 of 60: loss "), shown.get(0));
        assertTrue(shown.get(0).endsWith(", about 3 s left"), shown.get(0));
        assertTrue(ended.get(0).startsWith("epoch 60 of 60: loss "), ended.get(0));
    }

    @Test
    void aPlaceThatFailsDoesNotEndTheTraining() {
        Training training = worked(1).epochs(9).onEpoch(report -> now += 300 * MILLISECOND);
        ProgressLine broken = new ProgressLine() {
            @Override
            public void show(String text) {
                shown.add(text);
                throw new NoSuchMethodError("display");
            }

            @Override
            public void end(String text) {
                ended.add(text);
            }
        };
        assertEquals(
                9,
                training.run(new Progress(training, () -> Optional.of(broken), () -> now))
                        .history()
                        .epochs());
        assertEquals(1, shown.size());
        assertEquals(List.of(), ended);
    }

    @Test
    void endsWhereTrainingEnds() {
        run(worked(1).epochs(50).stopWhen(lossBelow(2.3)), 600);
        assertEquals(List.of("epoch 2 of 50: loss 2.256002"), ended);
        Training interrupted = worked(1).epochs(50).onEpoch(report -> {
            now += 600 * MILLISECOND;
            if (report.epoch() == 3) {
                Thread.currentThread().interrupt();
            }
        });
        assertThrows(CancellationException.class, () -> interrupted.run(progress(interrupted)));
        assertTrue(Thread.interrupted());
        assertTrue(ended.get(1).matches("epoch 3 of 50: loss [0-9.]+, stopped"), ended.get(1));
    }
}
