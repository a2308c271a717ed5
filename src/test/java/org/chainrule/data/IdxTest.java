package org.chainrule.data;

import static org.chainrule.Chainrule.fromIdx;
import static org.chainrule.data.DatasetTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDX files written byte by byte as the format describes them. */
class IdxTest {
    private static final int[] IMAGES = {
        0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 255, 0, 255, 0, 255, 0
    };
    private static final int[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 3, 1};

    @TempDir
    Path folder;

    private String file(String name, int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        Path file = folder.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(content);
        }
        return file.toString();
    }

    @Test
    void imagesAndLabelsAreRead() throws IOException {
        Dataset data = fromIdx(file("train-images-idx3-ubyte", IMAGES), file("train-labels-idx1-ubyte", LABELS), 100);
        assertEquals("train-images", data.name());
        assertEquals(List.of("p1_1", "p1_2", "p1_3", "p2_1", "p2_2", "p2_3"), data.features());
        assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, data.inputs().row(0), 1e-15);
        assertArrayEquals(new double[] {1, 0, 1, 0, 1, 0}, data.inputs().row(1));
        assertEquals(List.of("0", "1", "2", "3"), data.classes());
        assertArrayEquals(new double[][] {{3}, {1}}, data.labels().targetRows());
    }

    @Test
    void packedFilesGiveTheSame() throws IOException {
        Dataset plain = fromIdx(file("images", IMAGES), file("labels", LABELS), 2);
        Dataset packed = fromIdx(file("images.gz", IMAGES), file("labels.gz", LABELS));
        assertEquals(plain, packed);
    }

    @Test
    void theLimitTakesTheFirstImages() throws IOException {
        Dataset data = fromIdx(file("images", IMAGES), file("labels", LABELS), 1);
        assertEquals(1, data.size());
        assertEquals("3", data.targets().text(0));
        assertMessage(
                "fromIdx() got the limit 0, but it needs at least 1 image.", () -> fromIdx("images", "labels", 0));
    }

    @Test
    void otherFilesAreRefusedInOneLine() throws IOException {
        String images = file("images", IMAGES);
        String labels = file("labels", LABELS);
        assertMessage(
                "fromIdx() got labels, which starts with 00000801, but an IDX file of bytes with 3 dimensions starts with"
                        + " 00000803.",
                () -> fromIdx(labels, images, 1));
        String one = file("one", 0, 0, 8, 1, 0, 0, 0, 1, 3);
        assertMessage(
                "fromIdx() got 2 images in images and 1 labels in one; do the files belong together?",
                () -> fromIdx(images, one, 1));
        String shorter = file("short", Arrays.copyOf(IMAGES, 20));
        assertMessage(
                "fromIdx() got short, which ends too early; was it downloaded completely?",
                () -> fromIdx(shorter, labels, 2));
        String head = file("head", 0, 0, 8, 3, 0, 0);
        assertMessage(
                "fromIdx() got head, which ends too early; was it downloaded completely?",
                () -> fromIdx(head, labels, 2));
        String negative = file("negative", 0, 0, 8, 3, 0, 0, 0, 2, 255, 255, 255, 255, 0, 0, 0, 3);
        assertMessage(
                "fromIdx() got negative of the shape [2, -1, 3], but each dimension needs to be at least 1.",
                () -> fromIdx(negative, labels, 2));
        String vast = file("vast", 0, 0, 8, 3, 0, 0, 0, 2, 127, 255, 255, 255, 0, 0, 0, 2);
        assertMessage(
                "fromIdx() got vast, of which 8589934588 values are to be read; use a smaller limit of images.",
                () -> fromIdx(vast, labels));
        String empty = file("empty");
        assertMessage(
                "fromIdx() got empty, which ends too early; was it downloaded completely?",
                () -> fromIdx(empty, labels, 2));
        Path missing = folder.resolve("missing");
        assertMessage(
                "fromIdx() found no file " + missing + " (looked for " + missing.toAbsolutePath() + ").",
                () -> fromIdx(missing.toString(), labels, 2));
    }
}
