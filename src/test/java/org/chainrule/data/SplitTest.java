package org.chainrule.data;

import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.seed;
import static org.chainrule.Chainrule.standardize;
import static org.chainrule.Chainrule.updatesPerEpoch;
import static org.chainrule.data.DatasetTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parts of a data set: for training, validation and test, for cross-validation, for the updates of an epoch. */
class SplitTest {
    /** n samples whose input is their own number. */
    private static Dataset numbered(int n) {
        double[][] inputs =
                IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        return dataset(
                inputs, IntStream.range(0, n).map(i -> i % 10 == 0 ? 1 : 0).toArray());
    }

    private static double[] numbers(Dataset... parts) {
        return Stream.of(parts)
                .flatMapToDouble(part -> DoubleStream.of(part.inputs().toRowMajor()))
                .toArray();
    }

    private static void assertEachOnce(int n, Dataset... parts) {
        double[] numbers = numbers(parts);
        Arrays.sort(numbers);
        assertArrayEquals(IntStream.range(0, n).asDoubleStream().toArray(), numbers);
    }

    @Test
    void twoPartsShareNoSampleAndLoseNone() {
        Split parts = numbered(101).split(0.8, seed(1));
        assertEquals(81, parts.training().size());
        assertEquals(20, parts.test().size());
        assertEachOnce(101, parts.training(), parts.test());
        assertFalse(parts.hasValidation());
        assertEquals("Split of data: 81 for training, 20 for the test", parts.toString());
        assertEquals(
                "validation() found none, because this split has two parts; ask for three with split(0.7, 0.15, seed(1)).",
                assertThrows(IllegalStateException.class, parts::validation).getMessage());
    }

    @Test
    void threePartsShareNoSampleAndLoseNone() {
        Split parts = numbered(100).split(0.7, 0.15, seed(1));
        assertEquals(70, parts.training().size());
        assertEquals(15, parts.validation().size());
        assertEquals(15, parts.test().size());
        assertEachOnce(100, parts.training(), parts.validation(), parts.test());
        assertEquals("Split of data: 70 for training, 15 for validation, 15 for the test", parts.toString());
    }

    @Test
    void theSameSeedSplitsTheSame() {
        assertEquals(
                iris().split(0.8, seed(1)).training(),
                iris().split(0.8, seed(1)).training());
        assertNotEquals(
                iris().split(0.8, seed(1)).training(),
                iris().split(0.8, seed(2)).training());
    }

    @Test
    void aStratifiedSplitKeepsTheMixOfClasses() {
        Split flowers = iris().stratifiedSplit(0.8, seed(3));
        assertEquals(
                Map.of("setosa", 40, "versicolor", 40, "virginica", 40),
                flowers.training().classCounts());
        assertEquals(
                Map.of("setosa", 10, "versicolor", 10, "virginica", 10),
                flowers.test().classCounts());
        Split rare = numbered(200).stratifiedSplit(0.5, 0.25, seed(3));
        assertEquals(Map.of("0", 90, "1", 10), rare.training().classCounts());
        assertEquals(Map.of("0", 45, "1", 5), rare.validation().classCounts());
        assertEachOnce(200, rare.training(), rare.validation(), rare.test());
        String start = IntStream.range(0, 20)
                .mapToObj(i -> flowers.training().targets().text(i))
                .distinct()
                .sorted()
                .toList()
                .toString();
        assertEquals("[setosa, versicolor, virginica]", start);
    }

    /** Half of three is one or two; half of ten times three is fifteen. */
    @Test
    void aStratifiedSplitOfSmallClassesHasTheSizesAskedFor() {
        int[] labels = IntStream.range(0, 30).map(i -> i % 10).toArray();
        Dataset small = dataset(new double[30][1], labels);
        Split halves = small.stratifiedSplit(0.5, seed(1));
        assertEquals(15, halves.training().size());
        assertEquals(15, halves.test().size());
        assertTrue(halves.training().classCounts().values().stream().allMatch(count -> count == 1 || count == 2));
        Split thirds = small.stratifiedSplit(0.4, 0.3, seed(1));
        assertEquals(12, thirds.training().size());
        assertEquals(9, thirds.validation().size());
        assertEquals(9, thirds.test().size());
        Dataset pairs = dataset(
                new double[10][1], IntStream.range(0, 10).map(i -> i % 5).toArray());
        Split parts = pairs.stratifiedSplit(0.7, 0.1, seed(1));
        assertEquals(7, parts.training().size());
        assertEquals(1, parts.validation().size());
        assertEquals(2, parts.test().size());
    }

    @Test
    void everySampleIsInTheTestOfOneFold() {
        List<Split> folds = numbered(23).folds(5, seed(1));
        assertEquals(5, folds.size());
        assertEachOnce(23, folds.stream().map(Split::test).toArray(Dataset[]::new));
        for (Split fold : folds) {
            assertEachOnce(23, fold.training(), fold.test());
            assertTrue(fold.test().size() == 4 || fold.test().size() == 5);
        }
        assertMessage(
                "folds() got 1, but it needs a number from 2 to the 23 samples.",
                () -> numbered(23).folds(1, seed(1)));
    }

    @Test
    void stratifiedFoldsKeepTheMixOfClasses() {
        List<Split> folds = numbered(43).stratifiedFolds(4, seed(1));
        assertEachOnce(43, folds.stream().map(Split::test).toArray(Dataset[]::new));
        for (Split fold : folds) {
            assertEachOnce(43, fold.training(), fold.test());
            int rare = fold.test().classCounts().get("1");
            assertTrue(rare == 1 || rare == 2, "5 of 43 in 4 folds");
            assertTrue(fold.test().size() == 10 || fold.test().size() == 11);
        }
        assertNotEquals(
                numbered(43).stratifiedFolds(4).get(0).test(), folds.get(0).test());
        assertNotEquals(
                numbered(43).stratifiedFolds(4, seed(2)).get(0).test(),
                folds.get(0).test());
        assertMessage(
                "stratifiedFolds() got 40, but it needs a number from 2 to the 38 samples of the largest class.",
                () -> numbered(43).stratifiedFolds(40));
    }

    @Test
    void emptyPartsAreRefused() {
        assertMessage(
                "split() got the shares [1.0] for 10 samples, but each part, also the rest, needs at least one sample; use"
                        + " shares such as 0.8.",
                () -> numbered(10).split(1, seed(1)));
        assertMessage(
                "split() got the shares [0.8, 0.2] for 10 samples, but each part, also the rest, needs at least one sample;"
                        + " use shares such as 0.8.",
                () -> numbered(10).split(0.8, 0.2, seed(1)));
        assertMessage(
                "split() got the shares [NaN] for 10 samples, but each part, also the rest, needs at least one sample; use"
                        + " shares such as 0.8.",
                () -> numbered(10).split(Double.NaN, seed(1)));
    }

    @Test
    void preprocessingSeesOnlyTheTrainingData() {
        Split parts = iris().split(0.5, 0.25, seed(1));
        Split scaled = parts.prepare(data -> standardize(data));
        Standardize fitted = Standardize.fit(parts.training());
        assertEquals(fitted.apply(parts.training()), scaled.training());
        assertEquals(fitted.apply(parts.validation()), scaled.validation());
        assertEquals(fitted.apply(parts.test()), scaled.test());
        assertEquals(0, scaled.training().summary().get(0).mean(), 1e-12);
        assertNotEquals(0, scaled.test().summary().get(0).mean(), 1e-3);
    }

    /** The counts of the slides "Training a NNet": 10 000 records in batches of 10 000, 1 and 100. */
    @Test
    void updatesPerEpochAsTheSlidesCountThem() {
        assertEquals(1, updatesPerEpoch(10_000, 10_000));
        assertEquals(10_000, updatesPerEpoch(10_000, 1));
        assertEquals(100, updatesPerEpoch(10_000, 100));
        assertEquals(5, updatesPerEpoch(150, 32));
        assertEquals(1, updatesPerEpoch(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertMessage(
                "updatesPerEpoch() got the batch size 0, but a batch needs at least 1 sample.",
                () -> updatesPerEpoch(10, 0));
    }

    @Test
    void anEpochHasEachSampleOnceAndAShortLastBatch() {
        Batches batches = numbered(150).batches(32, seed(1));
        List<Dataset> epoch = batches.epoch(1);
        assertEquals(5, batches.updatesPerEpoch());
        assertEquals(
                List.of(32, 32, 32, 32, 22), epoch.stream().map(Dataset::size).toList());
        assertEachOnce(150, epoch.toArray(Dataset[]::new));
        double[] order = IntStream.of(batches.order(1)).asDoubleStream().toArray();
        assertArrayEquals(order, numbers(epoch.toArray(Dataset[]::new)));
    }

    @Test
    void eachEpochHasItsOwnOrderAndRepeatsIt() {
        Batches batches = numbered(50).batches(10, seed(1));
        List<String> orders = new ArrayList<>();
        for (int epoch = 1; epoch <= 20; epoch++) {
            orders.add(Arrays.toString(batches.order(epoch)));
        }
        assertEquals(20, orders.stream().distinct().count());
        assertArrayEquals(batches.order(7), numbered(50).batches(10, seed(1)).order(7));
        assertArrayEquals(
                IntStream.range(0, 50).toArray(), numbered(50).batches(10).order(3));
    }
}
