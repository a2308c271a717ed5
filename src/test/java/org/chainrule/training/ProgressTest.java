package org.chainrule.training;

import static org.chainrule.Chainrule.lossBelow;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.chainrule.Examples;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<String> shown = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private long now;
    private final Progress progress = new Progress(
            new Progress.Line() {
                @Override
                public void show(String text) {
                    shown.add(text);
                }

                @Override
                public void end(String text) {
                    ended.add(text);
                }
            },
            () -> now);

    /** 100 epochs of 20 ms each are two seconds. */
    private void train() {
        IntStream.rangeClosed(1, 100).forEach(epoch -> {
            now += 20 * MILLISECOND;
            progress.accept(new EpochReport(epoch, 100, 0.5, OptionalDouble.empty(), epoch == 100));
        });
    }

    @Test
    void showsAtMostTenLinesASecondAndAlwaysTheLast() {
        train();
        assertEquals(20, shown.size());
        assertEquals("epoch 1 of 100: loss 0.500000", shown.get(0));
        assertEquals("epoch 6 of 100: loss 0.500000", shown.get(1));
        assertEquals(List.of("epoch 100 of 100: loss 0.500000"), ended);
    }

    @Test
    void beginsAgainWithTheNextTraining() {
        train();
        now -= 100 * 20 * MILLISECOND;
        train();
        assertEquals(40, shown.size());
        assertEquals("epoch 1 of 100: loss 0.500000", shown.get(20));
        assertEquals(2, ended.size());
    }

    @Test
    void endsWhereTrainingEnds() {
        Training worked = training(Examples.worked()).sample(x(1, 2), y(3)).epochs(50);
        worked.optimizer(sgd(0.5)).onEpoch(progress).run();
        assertEquals("epoch 50 of 50", ended.get(0).split(":")[0]);
        worked.optimizer(sgd(0.5)).stopWhen(lossBelow(2.3)).onEpoch(progress).run();
        assertEquals("epoch 2 of 50: loss 2.256002", ended.get(1));
        worked.optimizer(sgd(Double.MAX_VALUE)).onEpoch(progress).run();
        assertEquals(3, ended.size());
    }
}
