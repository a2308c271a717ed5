package org.chainrule.kernel.value;

import java.awt.image.BufferedImage;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.kernel.cell.CellNames;
import org.chainrule.kernel.error.RuntimeErrors;

/** Values as plain text: arrays and collections by what they hold, long ones shortened with the count said. */
public final class ValueText {
    private static final int LONGEST = 100;
    private static final int SHOWN_AT_START = 20;
    private static final int SHOWN_AT_END = 3;
    private static final int LONGEST_TEXT = 20_000;
    private static final int SHOWN_OF_TEXT = 5_000;
    /** Values inside of values inside of … are shown to this depth, which also ends a list that holds itself. */
    private static final int DEEPEST = 20;

    private ValueText() {}

    /**
     * A value as text: what it holds, long ones shortened with the count said.
     *
     * @param value any value, or null
     * @return its text
     */
    public static String of(Object value) {
        return shortened(CellNames.simple(of(value, "", 0)));
    }

    /** Whether the value is shown by what it holds. */
    static boolean hasParts(Object value) {
        return value.getClass().isArray() || value instanceof Collection || value instanceof Map;
    }

    private static String of(Object value, String indent, int depth) {
        if (value == null || depth > DEEPEST) {
            return value == null ? "null" : "…";
        }
        if (value.getClass().isArray()) {
            return elements(arrayIterator(value), Array.getLength(value), indent, depth);
        }
        if (value instanceof Collection<?> collection) {
            return elements(collection.iterator(), collection.size(), indent, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return entries(map, indent, depth);
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return "Optional[" + of(optional.get(), indent, depth + 1) + "]";
        }
        return value instanceof Record row ? record(row, depth) : single(value);
    }

    private static String elements(Iterator<?> values, int count, String indent, int depth) {
        boolean cut = count > LONGEST;
        String separator = null;
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; values.hasNext(); i++) {
            Object value = values.next();
            if (separator == null) {
                separator = isRow(value) ? ",\n " + indent : ", ";
            }
            if (cut && i == SHOWN_AT_START) {
                text.append(separator).append("…");
            }
            if (!cut || i < SHOWN_AT_START || i >= count - SHOWN_AT_END) {
                text.append(i == 0 ? "" : separator).append(of(value, indent + " ", depth + 1));
            }
        }
        boolean rows = separator != null && separator.contains("\n");
        return text + "]" + (cut ? String.format(Locale.ROOT, " (%,d %s)", count, rows ? "rows" : "values") : "");
    }

    private static String entries(Map<?, ?> map, String indent, int depth) {
        boolean cut = map.size() > LONGEST;
        StringJoiner text = new StringJoiner(", ", "{", "}");
        map.entrySet().stream()
                .limit(cut ? SHOWN_AT_START : LONGEST)
                .forEach(entry -> text.add(
                        of(entry.getKey(), indent, depth + 1) + "=" + of(entry.getValue(), indent, depth + 1)));
        return cut ? text.add("…") + String.format(Locale.ROOT, " (%,d entries)", map.size()) : text.toString();
    }

    /** What the record says of itself, with what its arrays hold in place of their addresses. */
    private static String record(Record row, int depth) {
        String text = row.toString();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (component.getType().isArray()) {
                Object array = value(row, component);
                text = array == null ? text : text.replace(array.toString(), of(array, "", depth + 1));
            }
        }
        return text;
    }

    private static Object value(Record row, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null; // a record of a closed package shows itself as it likes
        }
    }

    private static String single(Object value) {
        if (value instanceof BaseStream) {
            String type =
                    publicInterfaces(value.getClass()).stream().findFirst().orElse("Stream");
            return (type.startsWith("I") ? "an " : "a ") + type + ", whose values come when it is used, as by "
                    + (type.equals("Stream") ? ".toList()" : ".toArray()");
        }
        if (value instanceof Throwable thrown) {
            return causes(thrown);
        }
        if (value instanceof BufferedImage image) {
            return "an image of " + image.getWidth() + " × " + image.getHeight() + " pixels";
        }
        if (value.getClass().isHidden() && value.getClass().getInterfaces().length > 0) {
            return "a lambda expression (" + value.getClass().getInterfaces()[0].getSimpleName() + ")";
        }
        return String.valueOf(value);
    }

    private static String causes(Throwable thrown) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable t = thrown; t != null && chain.add(t); t = t.getCause()) {}
        return chain.stream().map(RuntimeErrors::headline).collect(Collectors.joining("\ncaused by "));
    }

    private static List<String> publicInterfaces(Class<?> type) {
        return type == null || type == Object.class
                ? List.of()
                : Arrays.stream(type.getInterfaces())
                        .map(Class::getSimpleName)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(),
                                own -> own.isEmpty() ? publicInterfaces(type.getSuperclass()) : own));
    }

    private static boolean isRow(Object value) {
        return value != null
                && (value.getClass().isArray()
                        || value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Number);
    }

    private static Iterator<?> arrayIterator(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(i -> Array.get(array, i))
                .iterator();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, SHOWN_OF_TEXT) + "…" + text.substring(text.length() - SHOWN_OF_TEXT / 10)
                        + String.format(Locale.ROOT, " (%,d characters)", text.length());
    }
}
