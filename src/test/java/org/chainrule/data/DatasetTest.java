package org.chainrule.data;

import static org.chainrule.Chainrule.dataset;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.oneHot;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {
    private static final double[][] INPUTS = {{1, 2}, {3, 4}, {5, 6}};

    @Test
    void numbersAreTargetsOfARegression() {
        Dataset data = dataset(INPUTS, new double[][] {{7}, {8}, {9}});
        assertEquals(List.of("x1", "x2"), data.features());
        assertEquals(List.of("y"), data.targets().names());
        assertArrayEquals(new double[] {3, 4}, data.inputRows()[1]);
        assertArrayEquals(new double[] {8}, data.targetRows()[1]);
        assertEquals("8", data.targets().text(1));
        assertEquals(List.of(), data.classes());
        assertEquals("Dataset data: 3 samples, 2 features [x1, x2], targets [y]", data.toString());
        assertEquals(
                List.of("y1", "y2"),
                dataset(INPUTS, new double[][] {{7, 1}, {8, 2}, {9, 3}})
                        .targets()
                        .names());
    }

    /** One-hot [[0, 1, 0], …] and labels [1, …], as the slides "Training a NNet" put them side by side. */
    @Test
    void classesAreOneHotOrLabels() {
        Dataset data = dataset(INPUTS, new int[] {1, 0, 2});
        assertArrayEquals(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}, data.targetRows());
        assertArrayEquals(new double[][] {{1}, {0}, {2}}, data.labels().targetRows());
        assertArrayEquals(data.targetRows(), data.labels().oneHot().targetRows());
        assertEquals(List.of("0", "1", "2"), data.targets().names());
        assertEquals(List.of("class"), data.labels().targets().names());
    }

    @Test
    void classNamesAreSorted() {
        Dataset data = dataset(INPUTS, new String[] {"red", "blue", "red"});
        assertEquals(List.of("blue", "red"), data.classes());
        assertArrayEquals(new double[][] {{0, 1}, {1, 0}, {0, 1}}, data.targetRows());
        assertEquals("red", data.targets().text(2));
        assertEquals(Map.of("blue", 1, "red", 2), data.classCounts());
        assertEquals(List.of("9", "10"), OneHot.of(List.of("10", "9", "10")).classes());
    }

    @Test
    void oneHotGoesThereAndBack() {
        OneHot colours = oneHot("red", "green", "blue");
        assertArrayEquals(new double[] {0, 1, 0}, colours.encode("green"));
        for (String colour : colours.classes()) {
            assertEquals(colour, colours.decode(colours.encode(colour)));
        }
        assertEquals("blue", colours.decode(0.2, 0.3, 0.5));
        assertMessage(
                "oneHot() got the class pink, but the classes are [red, green, blue].", () -> colours.encode("pink"));
        assertMessage("decode() got 2 values, but there are 3 classes [red, green, blue].", () -> colours.decode(1, 0));
        assertMessage(
                "oneHot() got the name red twice for its class columns; each needs a name of its own.",
                () -> oneHot("red", "red"));
    }

    @Test
    void aDatasetKeepsItsNumbersWhateverTheCallerDoes() {
        double[][] mine = {{1, 2}, {3, 4}};
        Dataset data = dataset(mine, new int[] {0, 1});
        mine[0][0] = 99;
        data.inputRows()[0][0] = 99;
        data.targetRows()[0][0] = 99;
        assertEquals(1, data.inputs().get(0, 0));
        assertEquals(1, data.targets().values().get(0, 0));
    }

    @Test
    void rowsAndColumnsCanBePicked() {
        Dataset data = dataset(INPUTS, new int[] {1, 0, 1}).named("mine").withFeatures("a", "b");
        assertArrayEquals(new double[][] {{5, 6}, {1, 2}}, data.rows(2, 0).inputRows());
        assertArrayEquals(new double[][] {{2}, {4}, {6}}, data.select("b").inputRows());
        assertEquals(2, data.head(2).size());
        assertEquals(3, data.head(9).size());
        assertEquals("mine", data.rows(2).name());
        assertMessage("select() got the column c, but the columns are [a, b].", () -> data.select("c"));
    }

    /** (1, 2, 3, 4): the population deviation is √1.25 = 1.1180, not the sample one √(5/3) = 1.2910. */
    @Test
    void theSummaryHasThePopulationDeviation() {
        ColumnSummary column = dataset(new double[][] {{1}, {2}, {3}, {4}}, new int[] {0, 0, 0, 0})
                .summary()
                .get(0);
        assertEquals(new ColumnSummary("x1", 1, 4, 2.5, Math.sqrt(1.25)), column);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertMessage(
                "dataset() got 3 rows of inputs and 1 targets; each row needs its target.",
                () -> dataset(INPUTS, new int[] {0}));
        assertMessage(
                "dataset() got NaN for x2 in row 0 (from 0), but it needs finite values; leave that row out.",
                () -> dataset(new double[][] {{1, Double.NaN}}, new int[] {0}));
        assertMessage(
                "dataset() got Infinity for y in row 1 (from 0), but it needs finite values; leave that row out.",
                () -> dataset(new double[][] {{1}, {2}}, new double[][] {{1}, {Double.POSITIVE_INFINITY}}));
        assertMessage(
                "dataset() got the label -1 in row 0, but the 1 classes have the labels 0 to 0.",
                () -> dataset(new double[][] {{1}}, new int[] {-1}));
        assertMessage(
                "dataset() got 1 feature names [a], but there are 2 feature columns.",
                () -> dataset(INPUTS, new int[] {0, 0, 0}).withFeatures("a"));
        assertMessage(
                "labels() needs classes, but the targets [y] of data are numbers.",
                () -> dataset(INPUTS, new double[][] {{7}, {8}, {9}}).labels());
        assertMessage("rows() got no samples, but it needs at least one.", () -> iris().rows());
        assertMessage("rows() got the sample 150, but the samples are 0 to 149.", () -> iris().rows(1, 150));
        assertMessage(
                "dataset() got no samples, but it needs at least one.", () -> dataset(new double[0][], new int[0]));
        assertMessage(
                "dataset() got 2 inputs in row 1, but 1 in row 0; all rows need the same length.",
                () -> dataset(new double[][] {{1}, {2, 3}}, new int[] {0, 1}));
        assertMessage(
                "dataset() got 0 targets in row 0, but it needs at least 1.",
                () -> dataset(new double[][] {{1}, {2}}, new double[2][0]));
    }

    @Test
    void longListsOfFeaturesAreShortened() {
        assertTrue(iris().toString().startsWith("Dataset iris: 150 samples, 4 features [sepal_length, sepal_width,"));
        assertEquals(
                "Dataset digits: 1797 samples, 64 features [p1_1, p1_2, p1_3, … 64 in all], classes [0, 1, 2, 3, 4, 5, 6,"
                        + " 7, 8, 9]",
                org.chainrule.Chainrule.digits().toString());
    }

    static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
