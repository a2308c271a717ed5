package org.chainrule.math;

/**
 * Where random numbers start: the same seed gives the same numbers, bit for bit, on every machine and every JDK.
 *
 * <p>Example: {@code he(seed(42))}, {@code iris().split(0.8, seed(42))}.
 *
 * @param value any whole number
 */
public record Seed(long value) {
    /**
     * The random numbers that this seed starts, from the first on.
     *
     * @return a new stream at its beginning
     */
    public RandomStream stream() {
        return new RandomStream(value);
    }

    /**
     * A seed of its own for one of several things that must not draw the same numbers: a layer, an epoch, a fold.
     *
     * @param index such as the number of the layer
     * @return the same seed for the same index
     */
    public Seed derive(long index) {
        return new Seed(derived(index));
    }

    long derived(long index) {
        return RandomStream.mix(RandomStream.mix(value) + index);
    }

    @Override
    public String toString() {
        return "seed(" + value + ")";
    }
}
