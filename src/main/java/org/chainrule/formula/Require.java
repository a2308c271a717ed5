package org.chainrule.formula;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers that a rule can work with: any other is refused at once, in one line that says what is needed.
 *
 * <p>Each check begins its message as it is told, such as {@code huber() got threshold}, and returns the number.
 */
public final class Require {
    private Require() {}

    /**
     * A finite number that is not negative.
     *
     * @param said how the message begins, up to the number
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it is negative, infinite or NaN
     */
    public static double notNegative(String said, double value) {
        return finite(value >= 0, said, value, "a finite number that is not negative.");
    }

    /**
     * A finite number that is not negative, where a negative one would do harm.
     *
     * @param said how the message begins, up to the number
     * @param value the number
     * @param harm what a negative one would do
     * @return the number
     * @throws IllegalArgumentException if it is negative, infinite or NaN
     */
    public static double notNegative(String said, double value, String harm) {
        return finite(
                value >= 0, said, value, "a finite number that is not negative; a negative one would " + harm + ".");
    }

    /**
     * A finite number above 0.
     *
     * @param said how the message begins, up to the number
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it is 0, negative, infinite or NaN
     */
    public static double positive(String said, double value) {
        return finite(value > 0, said, value, "a finite number above 0.");
    }

    /**
     * A number from 0 up to, not including, 1.
     *
     * @param said how the message begins, up to the number
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it lies elsewhere
     */
    public static double below1(String said, double value) {
        return finite(value >= 0 && value < 1, said, value, "a number from 0 up to, not including, 1.");
    }

    /**
     * A number from 0 to 1.
     *
     * @param said how the message begins, up to the number
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it lies elsewhere
     */
    public static double upTo1(String said, double value) {
        return finite(value >= 0 && value <= 1, said, value, "a number from 0 to 1.");
    }

    /**
     * A count of at least 1.
     *
     * @param call what was called, such as {@code patience()}
     * @param count how many
     * @param noun of what, such as {@code epochs}
     * @return the count
     * @throws IllegalArgumentException if it is 0 or negative
     */
    public static long atLeast1(String call, long count, String noun) {
        if (count < 1) {
            throw new IllegalArgumentException(call + " got " + count + " " + noun + ", but it needs at least 1.");
        }
        return count;
    }

    /**
     * How many values there are, if one array can hold them.
     *
     * @param what they are of, such as {@code an image}
     * @param sizes each at least 1
     * @return the product of the sizes
     * @throws IllegalArgumentException if it is above {@value Integer#MAX_VALUE}
     */
    public static int size(String what, int... sizes) {
        long size = 1;
        for (int each : sizes) {
            size = Math.min(size * each, 1L << 31); // does not overflow, and stays too large
        }
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(what + " of "
                    + IntStream.of(sizes).mapToObj(Integer::toString).collect(Collectors.joining("×"))
                    + " would have more than " + Integer.MAX_VALUE + " values, but that is the most there can be.");
        }
        return (int) size;
    }

    private static double finite(boolean fits, String said, double value, String need) {
        if (!fits || Double.isInfinite(value)) {
            throw new IllegalArgumentException(said + " " + value + ", but it needs " + need);
        }
        return value;
    }
}
