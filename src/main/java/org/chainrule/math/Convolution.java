package org.chainrule.math;

/**
 * A convolution with stride 1 and without padding, one image at a time, with the scratch space it needs: no patches are copied,
 * the values that a filter sees are read where they are in the image.
 *
 * <pre>
 * output_f,r,c    = start_f + Σ_k,i,j w_f,k,i,j · x_k,(r+i),(c+j)
 * gradient_f,k,i,j = Σ_c Σ_images,r δ_f,r,c · x_k,(r+i),(c+j)        gradient_f = Σ_c Σ_images,r δ_f,r,c
 * </pre>
 *
 * <p>Every element of the output is one chain of fused multiply-adds over k, i, j. A gradient is one such chain for every column of
 * the output, over the images and their rows; then the columns are added up from left to right. So the bits do not depend on
 * the processor.
 */
public abstract class Convolution {
    final Planes image;
    final Planes output;
    final int taps;

    /** Where in the image a tap k, i, j of the kernel is, seen from the place of the output. */
    final int[] shifts;

    /** Filters × taps. */
    final double[] kernel;

    /** One value per filter. */
    final double[] start;

    double[] x;
    int xStart;

    /**
     * Prepares the scratch space.
     *
     * @param image what the kernel slides over; a plane is a channel
     * @param kernel as many planes as there are filters, each as high and wide as the kernel is in one channel
     */
    Convolution(Planes image, Planes kernel) {
        this.image = image;
        this.output =
                new Planes(kernel.count(), image.height() - kernel.height() + 1, image.width() - kernel.width() + 1);
        this.taps = image.count() * kernel.area();
        this.kernel = new double[kernel.count() * taps];
        this.start = new double[kernel.count()];
        this.shifts = new int[taps];
        for (int tap = 0; tap < taps; tap++) {
            int channel = tap / kernel.area();
            int row = tap % kernel.area() / kernel.width();
            shifts[tap] = channel * image.area() + row * image.width() + tap % kernel.width();
        }
    }

    /**
     * Sets the kernel.
     *
     * @param values filters × channels × height × width
     * @param offset the index of its first element
     */
    public final void kernel(double[] values, int offset) {
        System.arraycopy(values, offset, kernel, 0, kernel.length);
        kernelChanged();
    }

    /**
     * Sets the kernel that goes back from the output of another convolution to its image: rotated by 180°, channels and
     * filters exchanged.
     *
     * @param values the other's kernel, whose filters are the channels here
     * @param offset the index of its first element
     */
    public final void rotatedKernel(double[] values, int offset) {
        int area = taps / image.count();
        for (int filter = 0; filter < output.count(); filter++) {
            for (int tap = 0; tap < taps; tap++) {
                int from = (tap / area * output.count() + filter) * area + area - 1 - tap % area;
                kernel[filter * taps + tap] = values[offset + from];
            }
        }
        kernelChanged();
    }

    /** What an implementation has to do with a new kernel. */
    void kernelChanged() {}

    /**
     * Sets what the sums of each filter start from, instead of zero.
     *
     * @param values one per filter
     * @param offset the index of the first
     */
    public final void startFrom(double[] values, int offset) {
        System.arraycopy(values, offset, start, 0, start.length);
    }

    /**
     * Says what the image is.
     *
     * @param values an array that holds it
     * @param offset the index of its first element
     * @return this
     */
    public final Convolution of(double[] values, int offset) {
        x = values;
        xStart = offset;
        return this;
    }

    /**
     * Slides the kernel over the image.
     *
     * @param values where the output is written, filter after filter
     * @param offset the index of its first element
     */
    public abstract void into(double[] values, int offset);

    /** Forgets the sums of {@link #addGradients}. */
    public abstract void clearGradients();

    /**
     * Adds what the image contributes to the gradients.
     *
     * @param delta the gradient by the output, filter after filter
     * @param offset the index of its first element
     */
    public abstract void addGradients(double[] delta, int offset);

    /**
     * The gradient by the kernel, of all images since {@link #clearGradients}.
     *
     * @param gradients where it is written, filters × taps
     * @param offset the index of its first element
     */
    public final void kernelGradient(double[] gradients, int offset) {
        for (int filter = 0; filter < output.count(); filter++) {
            for (int tap = 0; tap < taps; tap++) {
                gradients[offset + filter * taps + tap] = sumOfColumns(filter, tap);
            }
        }
    }

    /**
     * The gradient by what the sums of each filter start from, of all images since {@link #clearGradients}.
     *
     * @param gradients where it is written, one per filter
     * @param offset the index of its first element
     */
    public final void startGradient(double[] gradients, int offset) {
        for (int filter = 0; filter < output.count(); filter++) {
            gradients[offset + filter] = sumOfColumns(filter, taps);
        }
    }

    /** From left to right; the tap after the last stands for the start. */
    abstract double sumOfColumns(int filter, int tap);
}
