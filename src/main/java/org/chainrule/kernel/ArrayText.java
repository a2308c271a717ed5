package org.chainrule.kernel;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.StringJoiner;

/** Arrays and matrices as text: their contents, long ones shortened with the count said. */
final class ArrayText {
    private static final int LONGEST = 100;
    private static final int SHOWN_AT_START = 20;
    private static final int SHOWN_AT_END = 3;

    private ArrayText() {}

    /** Whether the value is an array, or a collection whose first element is one. */
    static boolean isNested(Object value) {
        if (value instanceof Collection) {
            return !((Collection<?>) value).isEmpty()
                    && isNested(((Collection<?>) value).iterator().next());
        }
        return value != null && value.getClass().isArray();
    }

    static String of(Object value) {
        return of(value instanceof Collection ? ((Collection<?>) value).toArray() : value, "");
    }

    private static String of(Object value, String indent) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        int length = Array.getLength(value);
        boolean shortened = length > LONGEST;
        boolean rows = length > 0 && isNested(Array.get(value, 0));
        StringJoiner elements = new StringJoiner(rows ? ",\n " + indent : ", ", "[", "]");
        for (int i = 0; i < length; i++) {
            if (shortened && i == SHOWN_AT_START) {
                elements.add("…");
                i = length - SHOWN_AT_END;
            }
            elements.add(of(Array.get(value, i), indent + " "));
        }
        return shortened ? elements + " (" + length + (rows ? " rows)" : " values)") : elements.toString();
    }
}
