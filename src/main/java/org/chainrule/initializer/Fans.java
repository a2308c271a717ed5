package org.chainrule.initializer;

/**
 * How many values a unit of a layer reads and how many units read it: what the scaled initializers go by.
 *
 * <p>A dense layer from n to m units has {@code new Fans(n, m)}; a convolution has channels × kernel height × kernel width and
 * filters × kernel height × kernel width.
 *
 * @param in fan-in, at least 1
 * @param out fan-out, at least 1
 */
public record Fans(int in, int out) {
    public Fans {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException(
                    "fans() got fan-in " + in + " and fan-out " + out + ", but both need to be at least 1.");
        }
    }
}
