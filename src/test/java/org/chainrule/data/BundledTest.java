package org.chainrule.data;

import static org.chainrule.Chainrule.autoMpg;
import static org.chainrule.Chainrule.digits;
import static org.chainrule.Chainrule.fromCsv;
import static org.chainrule.Chainrule.iris;
import static org.chainrule.Chainrule.workedExample;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bundled data sets against what their sources say of them. */
class BundledTest {
    @Test
    void theWorkedExample() {
        assertArrayEquals(new double[][] {{1, 2}}, workedExample().inputRows());
        assertArrayEquals(new double[][] {{3}}, workedExample().targetRows());
    }

    /** Summary statistics of https://scikit-learn.org/stable/datasets/toy_dataset.html, iris plants dataset. */
    @Test
    void irisHasItsPublishedSummary() {
        Dataset iris = iris();
        assertEquals(Map.of("setosa", 50, "versicolor", 50, "virginica", 50), iris.classCounts());
        double[][] published = {
            {4.3, 7.9, 5.84, 0.83}, {2.0, 4.4, 3.05, 0.43}, {1.0, 6.9, 3.76, 1.76}, {0.1, 2.5, 1.20, 0.76}
        };
        for (int i = 0; i < 4; i++) {
            ColumnSummary column = iris.summary().get(i);
            assertEquals(published[i][0], column.smallest());
            assertEquals(published[i][1], column.largest());
            assertEquals(published[i][2], column.mean(), 0.008);
            assertEquals(published[i][3], column.deviation(), 0.006);
        }
    }

    /** 1797 images, pixels from 0 to 16; class counts and sum of all pixels with scikit-learn 1.9.1. */
    @Test
    void digitsAreComplete() {
        Dataset digits = digits();
        assertEquals(1797, digits.size());
        assertEquals(64, digits.features().size());
        assertEquals(
                List.of(178, 182, 177, 183, 181, 182, 181, 179, 174, 180),
                List.copyOf(digits.classCounts().values()));
        double[] pixels = digits.inputs().toRowMajor();
        assertEquals(561718, Arrays.stream(pixels).sum());
        assertEquals(0, Arrays.stream(pixels).min().orElseThrow());
        assertEquals(16, Arrays.stream(pixels).max().orElseThrow());
        assertEquals("0", digits.targets().text(0));
    }

    /** 398 cars, six without horsepower; mean and deviation of the others with NumPy. */
    @Test
    void autoMpgLeavesOutTheSixCarsWithoutHorsepower() {
        Dataset cars = autoMpg();
        assertEquals(392, cars.size());
        assertEquals(
                List.of(
                        "cylinders",
                        "displacement",
                        "horsepower",
                        "weight",
                        "acceleration",
                        "year",
                        "origin=Europe",
                        "origin=Japan",
                        "origin=USA"),
                cars.features());
        ColumnSummary horsepower = cars.summary().get(2);
        assertEquals(104.46938775510205, horsepower.mean(), 1e-11);
        assertEquals(38.44203271442593, horsepower.deviation(), 1e-11);
        assertEquals(245.0 / 392, cars.summary().get(8).mean(), 1e-12);
        assertEquals(68.0 / 392, cars.summary().get(6).mean(), 1e-12);
    }

    @Test
    void theFilesInDataAreTheSame() {
        assertEquals(iris(), fromCsv("data/iris.csv").label("species").dataset());
        assertEquals(
                398,
                fromCsv("data/auto-mpg.csv")
                        .target("mpg")
                        .features("weight")
                        .dataset()
                        .size());
    }
}
