package org.chainrule.math;

/**
 * Random numbers from a seed, the same bits on every JDK: SplitMix64, with normal numbers by Marsaglia's polar method over
 * {@link StrictMath}.
 *
 * <p>Sources: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014); G. Marsaglia, T.
 * Bray, "A convenient method for generating normal variables" (1964).
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;
    private double spareNormal = Double.NaN;

    /**
     * A stream at its beginning.
     *
     * @param seed any number
     */
    public RandomStream(long seed) {
        this.state = seed;
    }

    /**
     * The next 64 random bits.
     *
     * @return any long, all equally likely
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /**
     * Starts again as {@code seed.derive(index).stream()} starts, without a new object.
     *
     * @param seed of the whole
     * @param index of the part
     */
    public void restart(Seed seed, long index) {
        state = seed.derived(index);
        spareNormal = Double.NaN;
    }

    /** Scatters the bits of a number; one to one. */
    static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * The next number of the uniform distribution on [0, 1).
     *
     * @return a multiple of 2⁻⁵³
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * The next number of the uniform distribution on [low, high).
     *
     * @param low the smallest
     * @param high what stays out of reach
     * @return low + (high − low)·u
     */
    public double nextUniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /**
     * The next number of the normal distribution with mean 0 and standard deviation 1.
     *
     * @return any double
     */
    public double nextNormal() {
        if (!Double.isNaN(spareNormal)) {
            double normal = spareNormal;
            spareNormal = Double.NaN;
            return normal;
        }
        double a;
        double b;
        double square;
        do {
            a = nextUniform(-1, 1);
            b = nextUniform(-1, 1);
            square = a * a + b * b;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareNormal = b * scale;
        return a * scale;
    }

    /**
     * The next whole number below a bound, all equally likely.
     *
     * @param bound at least 1
     * @return 0 to bound − 1
     */
    public int nextInt(int bound) {
        long bits;
        long remainder;
        do {
            bits = nextLong() >>> 1;
            remainder = bits % bound;
        } while (bits - remainder + (bound - 1) < 0); // the last, incomplete run of remainders would favour small ones
        return (int) remainder;
    }

    /**
     * The numbers 0 to n − 1 in random order, all orders equally likely (Fisher and Yates).
     *
     * @param n how many, at least 0
     * @return a new array
     */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int other = nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
