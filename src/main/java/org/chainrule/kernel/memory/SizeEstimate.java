package org.chainrule.kernel.memory;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** About how many bytes a value takes with all that it holds: exact for arrays of numbers, from the first elements for long lists. */
public final class SizeEstimate {
    private static final int HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int NODE = 32;
    private static final int LOOKED_AT = 1000;
    private static final int DEEPEST = 20;
    private static final int MOST_OBJECTS = 50_000;
    private static final Map<Class<?>, Integer> BYTES = Map.of(
            double.class, 8, long.class, 8, int.class, 4, float.class, 4, char.class, 2, short.class, 2, byte.class, 1);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SizeEstimate() {}

    /**
     * About how much memory a value holds.
     *
     * @param value any value, or null
     * @return bytes
     */
    public static long of(Object value) {
        return new SizeEstimate().of(value, 0);
    }

    private long of(Object value, int depth) {
        if (value == null || depth > DEEPEST || seen.size() > MOST_OBJECTS || !seen.add(value)) {
            return 0;
        }
        if (value.getClass().isArray()) {
            return HEADER + array(value, depth);
        }
        if (value instanceof CharSequence text) {
            return HEADER + text.length();
        }
        if (value instanceof Collection<?> all) {
            return HEADER + elements(all, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return HEADER + elements(map.keySet(), depth) + elements(map.values(), depth);
        }
        return HEADER + fields(value, depth);
    }

    private long array(Object array, int depth) {
        int length = Array.getLength(array);
        Class<?> type = array.getClass().getComponentType();
        if (type.isPrimitive()) {
            return (long) length * BYTES.getOrDefault(type, 1);
        }
        int looked = Math.min(length, LOOKED_AT);
        long held = IntStream.range(0, looked)
                .mapToLong(i -> of(Array.get(array, i), depth + 1))
                .sum();
        return (long) length * REFERENCE + scaled(held, looked, length);
    }

    private long elements(Collection<?> all, int depth) {
        int size = all.size();
        int looked = 0;
        long held = 0;
        for (Iterator<?> each = all.iterator(); looked < LOOKED_AT && each.hasNext(); looked++) {
            held += of(each.next(), depth + 1);
        }
        return (long) size * NODE + scaled(held, looked, size);
    }

    private static long scaled(long held, int looked, int size) {
        return looked == 0 ? 0 : held * size / looked;
    }

    /** What other modules, the JDK's above all, do not open, counts nothing. */
    private long fields(Object value, int depth) {
        long bytes = 0;
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bytes += field(field, value, depth);
                }
            }
        }
        return bytes;
    }

    private long field(Field field, Object value, int depth) {
        if (field.getType().isPrimitive()) {
            return BYTES.getOrDefault(field.getType(), 1);
        }
        try {
            return REFERENCE + (field.trySetAccessible() ? of(field.get(value), depth + 1) : 0);
        } catch (IllegalAccessException closed) {
            return REFERENCE;
        }
    }
}
