package org.chainrule.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The data sets that come with the project: the files of its folder {@code data}, whose README names sources and licences. */
public final class Bundled {
    private Bundled() {}

    /**
     * The one sample of the worked example: x1 = 1, x2 = 2, y = 3.
     *
     * @return 1 sample, 2 features, 1 target
     */
    public static Dataset workedExample() {
        return read("worked-example.csv").target("y").dataset();
    }

    /**
     * Fisher's irises: the species from the sizes of four parts of the flower, in cm.
     *
     * @return 150 samples, 4 features, 3 classes of 50
     */
    public static Dataset iris() {
        return read("iris.csv").label("species").dataset();
    }

    /**
     * Handwritten digits in 8×8 pixels of 0 to 16, row by row: p1_1 to p8_8.
     *
     * @return 1797 samples, 64 features, 10 classes
     */
    public static Dataset digits() {
        return read("digits.csv").label("digit").dataset();
    }

    /**
     * Cars of 1970 to 1982: how many miles they go on a gallon, from cylinders, displacement (cubic inches), horsepower, weight
     * (pounds), acceleration (seconds to 60 mph), year and origin. The six cars whose horsepower is unknown are left out.
     *
     * @return 392 samples, 9 features (origin is one-hot), 1 target
     */
    public static Dataset autoMpg() {
        return read("auto-mpg.csv")
                .target("mpg")
                .without("name")
                .oneHot("origin")
                .dropMissing()
                .dataset();
    }

    private static DatasetReader read(String file) {
        try (InputStream in = Bundled.class.getResourceAsStream(file)) {
            return DatasetReader.of(CsvFile.read(file, in, ','));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled " + file + ": " + e.getMessage(), e);
        }
    }
}
