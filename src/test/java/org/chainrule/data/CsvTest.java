package org.chainrule.data;

import static org.chainrule.Chainrule.fromCsv;
import static org.chainrule.data.DatasetTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private static final String CARS = """
            mpg,weight,origin,name,hp
            18,3504,USA,"chevrolet, malibu",130
            25.5,2046,Europe,vw,
            -1e1,1835,USA,"the ""big"" one",50
            """;

    @TempDir
    Path folder;

    private String cars;

    @BeforeEach
    void write() throws IOException {
        cars = file("cars.csv", CARS);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void columnsBecomeFeaturesAndTarget() {
        Dataset data = fromCsv(cars).target("mpg").features("weight").dataset();
        assertEquals("cars", data.name());
        assertEquals(List.of("weight"), data.features());
        assertArrayEquals(new double[][] {{3504}, {2046}, {1835}}, data.inputRows());
        assertArrayEquals(new double[][] {{18}, {25.5}, {-10}}, data.targetRows());
        assertEquals(List.of("mpg"), data.targets().names());
    }

    @Test
    void textIsATargetWithClassesAndNumbersAreWhenAskedFor() {
        Dataset origin = fromCsv(cars).target("origin").features("weight").dataset();
        assertEquals(List.of("Europe", "USA"), origin.classes());
        assertArrayEquals(new double[][] {{0, 1}, {1, 0}, {0, 1}}, origin.targetRows());
        Dataset weight = fromCsv(cars).label("weight").features("mpg").dataset();
        assertEquals(List.of("1835", "2046", "3504"), weight.classes());
    }

    @Test
    void severalColumnsAreSeveralTargets() {
        Dataset data = fromCsv(cars)
                .target("mpg", "weight")
                .without("name", "hp")
                .oneHot("origin")
                .dataset();
        assertEquals(List.of("mpg", "weight"), data.targets().names());
        assertEquals(List.of("origin=Europe", "origin=USA"), data.features());
        assertArrayEquals(new double[][] {{0, 1}, {1, 0}, {0, 1}}, data.inputRows());
    }

    @Test
    void missingValuesAreRefusedDroppedOrFilled() throws IOException {
        DatasetReader reader = fromCsv(cars).target("mpg").features("hp");
        assertMessage(
                "The column hp of cars.csv has no value in line 3; add .dropMissing() to leave such rows out or"
                        + " .fillMissing() to put in the mean of the column.",
                reader::dataset);
        assertArrayEquals(
                new double[][] {{130}, {50}}, reader.dropMissing().dataset().inputRows());
        assertArrayEquals(
                new double[][] {{18}, {-10}}, reader.dropMissing().dataset().targetRows());
        assertArrayEquals(
                new double[][] {{130}, {90}, {50}},
                reader.fillMissing().dataset().inputRows());
        assertEquals(
                3,
                fromCsv(cars)
                        .target("mpg")
                        .features("weight")
                        .dropMissing()
                        .dataset()
                        .size());
        assertMessage(
                "The column hp of cars.csv has no value in line 3; add .dropMissing() to leave such rows out.",
                () -> fromCsv(cars).target("hp").features("mpg").fillMissing().dataset());
        for (String cell : List.of("?", "NA", "nan", "NULL", " ")) {
            String file = file("holes.csv", "a,b\n1," + cell + "\n");
            assertMessage(
                    "The column b of holes.csv has no value in line 2; add .dropMissing() to leave such rows out or"
                            + " .fillMissing() to put in the mean of the column.",
                    () -> fromCsv(file).target("a").dataset());
        }
    }

    @Test
    void aColumnWithoutAnyNumberCannotBeFilled() throws IOException {
        String file = file("empty-column.csv", "a,b\n1,\n2,?\n");
        assertMessage(
                "The column b of empty-column.csv has no value in line 2; add .dropMissing() to leave such rows out or"
                        + " .fillMissing() to put in the mean of the column.",
                () -> fromCsv(file).target("a").fillMissing().dataset());
        assertMessage(
                "empty-column.csv has the columns [a, b], but no rows.",
                () -> fromCsv(file).target("a").dropMissing().dataset());
    }

    @Test
    void textAmongNumbersIsNamedWithLineAndColumn() {
        assertMessage(
                "The column origin of cars.csv has \"USA\" in line 2, but it needs numbers; add .oneHot(\"origin\") or"
                        + " .without(\"origin\").",
                () -> fromCsv(cars).target("mpg").without("hp", "name").dataset());
        assertMessage(
                "The column origin of cars.csv has \"USA\" in line 2, but it needs numbers.",
                () -> fromCsv(cars).target("mpg", "origin").features("weight").dataset());
    }

    @Test
    void onlyPlainDecimalNumbersAreNumbers() throws IOException {
        for (String cell : List.of("0x10", "1d", "Infinity", "1,,5", "--1", "1e", ".")) {
            String file = file("text.csv", "a;b\n1;" + cell + "\n");
            assertMessage(
                    "The column b of text.csv has \"" + cell
                            + "\" in line 2, but it needs numbers; add .oneHot(\"b\") or" + " .without(\"b\").",
                    () -> fromCsv(file, ';').target("a").dataset());
        }
        String comma = file("comma.csv", "a;b\n1;-1,5\n");
        assertMessage(
                "The column b of comma.csv has \"-1,5\" in line 2, but it needs numbers; a decimal number has a point: -1.5.",
                () -> fromCsv(comma, ';').target("a").dataset());
        String good = file("good.csv", "a,b\n1,+.5\n1, 2. \n1,-3E-2\n");
        assertArrayEquals(
                new double[][] {{0.5}, {2}, {-0.03}},
                fromCsv(good).target("a").dataset().inputRows());
        String huge = file("huge.csv", "a,b\n1,1e999\n");
        assertMessage(
                "dataset() got Infinity for b in row 0 (from 0), but it needs finite values; leave that row out.",
                () -> fromCsv(huge).target("a").dataset());
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreRead() throws IOException {
        String file = file("windows.csv", "\uFEFFa,b\r\n1,2\r\n\r\n3,4\r\n");
        assertArrayEquals(
                new double[][] {{2}, {4}}, fromCsv(file).target("a").dataset().inputRows());
    }

    @Test
    void brokenFilesAreRefusedInOneLine() throws IOException {
        String ragged = file("ragged.csv", "a,b\n1,2\n3\n");
        assertMessage("ragged.csv has 1 cells in line 3, but 2 columns [a, b].", () -> fromCsv(ragged));
        String twice = file("twice.csv", "a,a\n1,2\n");
        assertMessage(
                "twice.csv has two columns named a in [a, a]; each column needs a name of its own.",
                () -> fromCsv(twice));
        String unnamed = file("unnamed.csv", "a,\n1,2\n");
        assertMessage(
                "unnamed.csv has a column without a name in [a, ]; each column needs a name of its own.",
                () -> fromCsv(unnamed));
        String empty = file("empty.csv", "");
        assertMessage("empty.csv is empty, but it needs a line with the names of the columns.", () -> fromCsv(empty));
        String header = file("header.csv", "a,b\n");
        assertMessage("header.csv has the columns [a, b], but no rows.", () -> fromCsv(header));
        Path missing = folder.resolve("missing.csv");
        assertMessage(
                "fromCsv() found no file " + missing + " (looked for " + missing.toAbsolutePath() + ").",
                () -> fromCsv(missing.toString()));
        assertMessage(
                "fromCsv() got https:/example.org/a.csv, an address, but it reads files; take"
                        + " fromTable(Table.read().csv(new URL(\"https://…\"))).",
                () -> fromCsv("https://example.org/a.csv"));
    }

    @Test
    void unknownColumnsAreRefusedWhereTheyAreNamed() {
        assertMessage(
                "target() got the column mgp, but the columns are [mpg, weight, origin, name, hp].",
                () -> fromCsv(cars).target("mgp"));
        assertMessage(
                "without() got the column id, but the columns are [mpg, weight, origin, name, hp].",
                () -> fromCsv(cars).without("id"));
        assertMessage(
                "dataset() got no target; add .target(\"…\") or .label(\"…\") with one of the columns [mpg, weight,"
                        + " origin, name, hp].",
                () -> fromCsv(cars).dataset());
        assertMessage(
                "dataset() got no feature of cars.csv, but it needs at least one of the columns [mpg, weight, origin,"
                        + " name, hp] that is no target.",
                () -> fromCsv(cars).target("mpg").features("mpg").dataset());
        assertEquals(
                "DatasetReader of cars.csv: 3 rows, columns [mpg, weight, origin, name, hp], target [mpg]",
                fromCsv(cars).target("mpg").toString());
    }
}
