package org.chainrule.data;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.data.ClassTargets.Encoding;
import org.chainrule.formula.Require;
import org.chainrule.math.Matrix;
import org.chainrule.math.RandomStream;
import org.chainrule.math.Seed;

/**
 * Data sets made by a rule. The shapes, sizes and noise of circles, spiral, xor and blobs are those of TensorFlow Playground
 * (https://github.com/tensorflow/playground, dataset.ts); its classes −1 and 1 are the classes 0 and 1 here. Coordinates go to
 * about ±5.
 */
public final class Generated {
    private static final double RADIUS = 5;
    private static final double XOR_PADDING = 0.3;
    private static final double SPIRAL_TURNS = 1.75;

    private final String name;
    private final RandomStream random;
    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private Generated(String name, Seed seed) {
        this.name = name;
        this.random = seed.stream();
    }

    /**
     * The truth table of exclusive or: 1 where exactly one input is 1.
     *
     * @return (0, 0) → 0, (0, 1) → 1, (1, 0) → 1, (1, 1) → 0
     */
    public static Dataset xor() {
        double[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        return Dataset.of(inputs, new double[][] {{0}, {1}, {1}, {0}}).named("xor");
    }

    /**
     * Points all over a square; class 1 where both coordinates have the same sign.
     *
     * @param samples how many
     * @param noise 0 to 0.5: how far a point may lie from where its class was decided
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset xor(int samples, double noise, Seed seed) {
        Generated data = start("xor", samples, noise, seed);
        for (int i = 0; i < samples; i++) {
            double x = padded(data.random.nextUniform(-RADIUS, RADIUS));
            double y = padded(data.random.nextUniform(-RADIUS, RADIUS));
            double noisyX = x + data.random.nextUniform(-RADIUS, RADIUS) * noise;
            double noisyY = y + data.random.nextUniform(-RADIUS, RADIUS) * noise;
            data.add(noisyX * noisyY >= 0 ? 1 : 0, x, y);
        }
        return data.dataset();
    }

    private static double padded(double coordinate) {
        return coordinate + (coordinate > 0 ? XOR_PADDING : -XOR_PADDING);
    }

    /**
     * A disc, class 1, inside a ring, class 0.
     *
     * @param samples how many, half of them in the disc
     * @param noise 0 to 0.5: how far a point may lie from where its class was decided
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset circles(int samples, double noise, Seed seed) {
        Generated data = start("circles", samples, noise, seed);
        for (int i = 0; i < samples; i++) {
            boolean inside = i < samples / 2;
            double r = inside ? data.random.nextUniform(0, RADIUS / 2) : data.random.nextUniform(0.7 * RADIUS, RADIUS);
            double angle = data.random.nextUniform(0, 2 * Math.PI);
            double x = r * StrictMath.sin(angle);
            double y = r * StrictMath.cos(angle);
            double noisyX = x + data.random.nextUniform(-RADIUS, RADIUS) * noise;
            double noisyY = y + data.random.nextUniform(-RADIUS, RADIUS) * noise;
            data.add(noisyX * noisyX + noisyY * noisyY < RADIUS * RADIUS / 4 ? 1 : 0, x, y);
        }
        return data.dataset();
    }

    /**
     * Two interleaved arms of a spiral, each with 1.75 turns.
     *
     * @param samples how many, half of them on each arm
     * @param noise 0 to 0.5: how far a point may lie off its arm
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset spiral(int samples, double noise, Seed seed) {
        Generated data = start("spiral", samples, noise, seed);
        for (int i = 0; i < samples; i++) {
            int label = i < samples / 2 ? 1 : 0;
            int onArm = label == 1 ? samples / 2 : samples - samples / 2;
            double along = (label == 1 ? i : i - samples / 2) / (double) onArm;
            double angle = SPIRAL_TURNS * along * 2 * Math.PI + (label == 1 ? 0 : Math.PI);
            double x = along * RADIUS * StrictMath.sin(angle) + data.random.nextUniform(-1, 1) * noise;
            double y = along * RADIUS * StrictMath.cos(angle) + data.random.nextUniform(-1, 1) * noise;
            data.add(label, x, y);
        }
        return data.dataset();
    }

    /**
     * Two Gaussian blobs around (2, 2), class 1, and (−2, −2), class 0; the variance along each axis is 0.5 + 7 · noise.
     *
     * @param samples how many, half of them in each blob
     * @param noise 0 to 0.5
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset blobs(int samples, double noise, Seed seed) {
        Generated data = start("blobs", samples, noise, seed);
        double sigma = Math.sqrt(0.5 + 7 * noise);
        for (int i = 0; i < samples; i++) {
            int label = i < samples / 2 ? 1 : 0;
            double center = label == 1 ? 2 : -2;
            data.add(label, center + sigma * data.random.nextNormal(), center + sigma * data.random.nextNormal());
        }
        return data.dataset();
    }

    /**
     * Two half circles of radius 1 that reach into each other: class 0 around (0, 0) above, class 1 around (1, 0.5) below.
     *
     * @param samples how many, half of them in each moon
     * @param noise standard deviation of what is added to each coordinate
     * @param seed as {@code seed(1)}
     * @return 2 features, 2 classes
     */
    public static Dataset moons(int samples, double noise, Seed seed) {
        Generated data = start("moons", samples, noise, seed);
        int upper = samples / 2;
        for (int i = 0; i < samples; i++) {
            int label = i < upper ? 0 : 1;
            int last = Math.max(1, (label == 0 ? upper : samples - upper) - 1);
            double angle = Math.PI * (label == 0 ? i : i - upper) / last;
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            data.add(
                    label,
                    (label == 0 ? x : 1 - x) + noise * data.random.nextNormal(),
                    (label == 0 ? y : 0.5 - y) + noise * data.random.nextNormal());
        }
        return data.dataset();
    }

    /**
     * Regression: y = sin(x) + noise, x spread evenly at random over [−π, π].
     *
     * @param samples how many
     * @param noise standard deviation of what is added to y
     * @param seed as {@code seed(1)}
     * @return 1 feature, 1 target
     */
    public static Dataset sine(int samples, double noise, Seed seed) {
        RandomStream random = start("sine", samples, noise, seed).random;
        double[][] inputs = new double[samples][1];
        double[][] targets = new double[samples][1];
        for (int i = 0; i < samples; i++) {
            inputs[i][0] = random.nextUniform(-Math.PI, Math.PI);
            targets[i][0] = StrictMath.sin(inputs[i][0]) + noise * random.nextNormal();
        }
        return Dataset.of(inputs, targets).named("sine").withFeatures("x");
    }

    private static Generated start(String name, int samples, double noise, Seed seed) {
        if (samples < 2) {
            throw new IllegalArgumentException(name + "() got " + samples + " samples, but it needs at least 2.");
        }
        Require.notNegative(name + "() got the noise", noise);
        return new Generated(name, seed);
    }

    private void add(int label, double... point) {
        points.add(point);
        labels.add(label);
    }

    private Dataset dataset() {
        var targets = new ClassTargets("class", List.of("0", "1"), labels, Encoding.ONE_HOT);
        return new Dataset(name, List.of("x1", "x2"), Matrix.of(points.toArray(double[][]::new)), targets);
    }
}
