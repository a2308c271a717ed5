package org.chainrule.math;

/**
 * The arithmetic that takes the time of a training step. There are two implementations with the same bits: one on vectors,
 * used where the JVM has the module {@code jdk.incubator.vector} ({@code --add-modules jdk.incubator.vector}), and one in
 * plain loops.
 *
 * <p>The sweeps go over the elements {@code from} to {@code to}, exclusive; {@code result} may be the array that is read.
 */
public interface Kernels {
    /**
     * The faster of the implementations that this JVM can run.
     *
     * @return chosen once
     */
    static Kernels fastest() {
        return KernelChoice.FASTEST;
    }

    /**
     * A product of matrices that can be run again and again, by one thread at a time.
     *
     * @return with its own scratch space
     */
    MatrixProduct product();

    /**
     * A convolution that can be run again and again, by one thread at a time.
     *
     * @param image what it slides over; a plane is a channel
     * @param kernel as many planes as there are filters, each as high and wide as the kernel is in one channel
     * @return with its own scratch space
     */
    Convolution convolution(Planes image, Planes kernel);

    /**
     * Max pooling by 2×2 that can be run again and again, by one thread at a time.
     *
     * @param image what is pooled, plane by plane
     * @return for images of that layout
     */
    MaxPooling maxPooling(Planes image);

    /**
     * e^x of every element.
     *
     * @param x what to read
     * @param result what to write
     * @param from the first index
     * @param to the index after the last
     */
    void exp(double[] x, double[] result, int from, int to);

    /**
     * 1 / (1 + e^−x) of every element.
     *
     * @param x what to read
     * @param result what to write
     * @param from the first index
     * @param to the index after the last
     */
    void sigmoid(double[] x, double[] result, int from, int to);

    /**
     * tanh x of every element.
     *
     * @param x what to read
     * @param result what to write
     * @param from the first index
     * @param to the index after the last
     */
    void tanh(double[] x, double[] result, int from, int to);

    /**
     * Of every element, x where it is positive or NaN, else 0.
     *
     * @param x what to read
     * @param result what to write
     * @param from the first index
     * @param to the index after the last
     */
    void relu(double[] x, double[] result, int from, int to);

    /**
     * Lets the gradient through where x is positive: result = gradient where x &gt; 0, else 0.
     *
     * @param x what went into {@link #relu}
     * @param gradient by its result
     * @param result the gradient by x
     * @param from the first index
     * @param to the index after the last
     */
    void reluGradient(double[] x, double[] gradient, double[] result, int from, int to);
}
