package org.chainrule.formula;

import java.util.List;

/** What a call was given: a null is refused at once, in one line that says what is needed. */
public final class Given {
    private Given() {}

    /**
     * A value that must be there.
     *
     * @param <T> its type
     * @param call what was called, such as {@code explain()}
     * @param value maybe null
     * @param need what it needs, such as {@code a network}
     * @return the value
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T given(String call, T value, String need) {
        if (value == null) {
            throw new IllegalArgumentException(call + " got null, but it needs " + need + ".");
        }
        return value;
    }

    /**
     * Values all of which must be there.
     *
     * @param <T> their type
     * @param call what was called, such as {@code lossCurve()}
     * @param values maybe null, or with a null among them
     * @param need what it needs of each, such as {@code a run}
     * @return the values
     * @throws IllegalArgumentException if one is null
     */
    public static <T> List<T> all(String call, String need, T[] values) {
        for (T value : given(call, values, need)) {
            given(call, value, need);
        }
        return List.of(values);
    }
}
