package org.chainrule.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.chainrule.data.ClassTargets.Encoding;
import org.chainrule.math.Matrix;

/**
 * Reads the IDX files of MNIST and its kin, packed by gzip or not: images of unsigned bytes and their labels.
 *
 * <p>A file is the bytes 0, 0, 8 (unsigned byte), number of dimensions; each dimension as a big-endian int; then the values. Source:
 * http://yann.lecun.com/exdb/mnist/, "The IDX file format".
 */
public final class Idx {
    private static final int UNSIGNED_BYTES = 0x08;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int LARGEST_BYTE = 255;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path file;
    private final DataInputStream in;
    private final int[] shape;

    private Idx(Path file, DataInputStream in, int dimensions) throws IOException {
        this.file = file;
        this.in = in;
        this.shape = readShape(dimensions);
    }

    /**
     * Reads images and their labels; a pixel is brought from 0 … 255 to 0 … 1.
     *
     * @param images an IDX file of three dimensions: images × rows × columns
     * @param labels an IDX file of one dimension, as many
     * @param limit at most so many images, the first ones; one of MNIST's takes 6 kB of memory
     * @return features p1_1, p1_2, … row by row, and the classes 0 to the largest label
     * @throws IllegalArgumentException if a file is no IDX file, is cut short, or the two do not belong together
     */
    public static Dataset read(Path images, Path labels, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("fromIdx() got the limit " + limit + ", but it needs at least 1 image.");
        }
        try (DataInputStream imageStream = open(images);
                DataInputStream labelStream = open(labels)) {
            Idx pictures = new Idx(images, imageStream, 3);
            Idx answers = new Idx(labels, labelStream, 1);
            if (pictures.shape[0] != answers.shape[0]) {
                throw new IllegalArgumentException("fromIdx() got " + pictures.shape[0] + " images in "
                        + images.getFileName() + " and " + answers.shape[0] + " labels in " + labels.getFileName()
                        + "; do the files belong together?");
            }
            int count = Math.min(limit, pictures.shape[0]);
            return dataset(pictures, count, answers.readBytes(count));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "fromIdx() cannot read " + images + " or " + labels + ": " + e.getMessage(), e);
        }
    }

    private static Dataset dataset(Idx pictures, int count, byte... labels) throws IOException {
        int columns = pictures.shape[2];
        long pixels = (long) pictures.shape[1] * columns;
        byte[] bytes = pictures.readBytes(count * pixels);
        double[] values = new double[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (double) (bytes[i] & LARGEST_BYTE) / LARGEST_BYTE;
        }
        List<String> names = IntStream.range(0, (int) pixels)
                .mapToObj(i -> "p" + (i / columns + 1) + "_" + (i % columns + 1))
                .toList();
        List<Integer> numbers = IntStream.range(0, count)
                .mapToObj(i -> labels[i] & LARGEST_BYTE)
                .toList();
        int largest = numbers.stream().max(Integer::compare).orElse(0);
        List<String> classes =
                IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
        String name = pictures.file.getFileName().toString().replaceFirst("[.-]idx.*|\\.gz$", "");
        return new Dataset(
                name,
                names,
                Matrix.ofRowMajor(count, values),
                new ClassTargets("label", classes, numbers, Encoding.ONE_HOT));
    }

    private static DataInputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("fromIdx() found no file " + file + " (looked for "
                    + file.toAbsolutePath().normalize() + ").");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return new DataInputStream(magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw)) : raw);
    }

    private int[] readShape(int dimensions) throws IOException {
        try {
            int magic = in.readInt();
            if (magic != (UNSIGNED_BYTES << 8 | dimensions)) {
                throw new IllegalArgumentException("fromIdx() got " + file.getFileName() + ", which starts with "
                        + String.format(Locale.ROOT, "%08x", magic) + ", but an IDX file of bytes with "
                        + dimensions + (dimensions == 1 ? " dimension" : " dimensions") + " starts with 0000080"
                        + dimensions + ".");
            }
            int[] sizes = new int[dimensions];
            for (int i = 0; i < dimensions; i++) {
                sizes[i] = in.readInt();
            }
            return checked(sizes);
        } catch (EOFException e) {
            throw cutShort(e);
        }
    }

    private int[] checked(int... sizes) {
        if (IntStream.of(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("fromIdx() got " + file.getFileName() + " of the shape "
                    + Arrays.toString(sizes) + ", but each dimension needs to be at least 1.");
        }
        return sizes;
    }

    private byte[] readBytes(long count) throws IOException {
        if (count > LARGEST_ARRAY) {
            throw new IllegalArgumentException("fromIdx() got " + file.getFileName() + ", of which " + count
                    + " values are to be read; use a smaller limit of images.");
        }
        byte[] bytes = in.readNBytes((int) count);
        if (bytes.length < count) {
            throw cutShort(null);
        }
        return bytes;
    }

    private IllegalArgumentException cutShort(EOFException cause) {
        return new IllegalArgumentException(
                "fromIdx() got " + file.getFileName() + ", which ends too early; was it downloaded completely?", cause);
    }
}
