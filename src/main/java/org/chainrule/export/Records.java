package org.chainrule.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chainrule.activation.CustomActivation;
import org.chainrule.math.Matrix;
import org.chainrule.schedule.CustomSchedule;
import org.chainrule.schedule.Schedule;

/**
 * Records as JSON and back: component by component, and with its {@code type} where a component may be one of several records.
 *
 * <p>Which records there are, the sealed interfaces of the library say; nothing else is ever made from a file.
 */
final class Records {
    private static final String TYPE = "type";
    private static final Set<Class<?>> CODE = Set.of(CustomActivation.class, CustomSchedule.class);

    private Records() {}

    static JsonElement write(Object value, Type type) {
        if (value instanceof Double number) {
            return finite(number);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof String || value instanceof Enum) {
            return new JsonPrimitive(value.toString().equals(value) ? value.toString() : ((Enum<?>) value).name());
        }
        if (value instanceof Matrix matrix) {
            return rows(matrix.rows(), matrix.toRowMajor());
        }
        return value instanceof List<?> list ? list(list, argument(type)) : object(value, (Class<?>) type);
    }

    private static JsonElement finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "there is the value " + number + ", but a file holds finite numbers only");
        }
        return new JsonPrimitive(number);
    }

    static JsonArray numbers(double... values) {
        JsonArray array = new JsonArray(values.length);
        DoubleStream.of(values).forEach(value -> array.add(finite(value)));
        return array;
    }

    static JsonArray rows(int rows, double... values) {
        JsonArray array = new JsonArray(rows);
        int columns = values.length / rows;
        for (int from = 0; from < values.length; from += columns) {
            array.add(numbers(Arrays.copyOfRange(values, from, from + columns)));
        }
        return array;
    }

    static JsonArray list(List<?> list, Type elements) {
        JsonArray array = new JsonArray(list.size());
        list.forEach(element -> array.add(write(element, elements)));
        return array;
    }

    static <T> List<T> list(Place place, Class<T> elements) {
        return place.elements().stream().map(each -> read(each, elements)).toList();
    }

    /** What a list or an optional holds. */
    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static JsonObject object(Object value, Class<?> declared) {
        if (CODE.contains(value.getClass())) {
            String instead = value instanceof Schedule ? "cosineDecay(0.1, 100)" : "tanh()";
            throw new IllegalArgumentException("the " + (value instanceof Schedule ? "schedule " : "activation ")
                    + value + " is code of your own, which a file cannot hold; use one of Chainrule's, such as "
                    + instead);
        }
        JsonObject object = new JsonObject();
        if (declared.isSealed()) {
            object.addProperty(TYPE, value.getClass().getSimpleName());
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = get(component, value);
            if (!(content instanceof Optional<?> optional)) {
                object.add(component.getName(), write(content, component.getGenericType()));
            } else if (optional.isPresent()) {
                object.add(component.getName(), write(optional.get(), argument(component.getGenericType())));
            }
        }
        return object;
    }

    private static Object get(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(Place place, Class<T> type) {
        return type.cast(value(place, type));
    }

    private static Object value(Place place, Type type) {
        if (type == double.class || type == Double.class) {
            return place.number();
        }
        if (type == long.class || type == Long.class) {
            return place.integer();
        }
        if (type == int.class || type == Integer.class) {
            return place.smallInteger();
        }
        if (type == boolean.class) {
            return place.flag();
        }
        if (type == String.class) {
            return place.text();
        }
        if (type == Matrix.class) {
            return matrix(place);
        }
        if (type instanceof ParameterizedType) {
            return place.elements().stream()
                    .map(each -> value(each, argument(type)))
                    .toList();
        }
        Class<?> known = (Class<?>) type;
        return known.isEnum() ? constant(place, known) : record(place, known);
    }

    private static Matrix matrix(Place place) {
        double[][] rows = place.elements().stream().map(Place::numbers).toArray(double[][]::new);
        if (rows.length == 0 || rows[0].length == 0 || Stream.of(rows).anyMatch(row -> row.length != rows[0].length)) {
            throw place.wrong("it needs at least one row, and rows of one length");
        }
        return Matrix.of(rows);
    }

    private static Object constant(Place place, Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(place.text()))
                .findFirst()
                .orElseThrow(() -> place.wrong("known are " + Arrays.toString(type.getEnumConstants())));
    }

    private static Object record(Place place, Class<?> declared) {
        Class<?> type = declared.isSealed() ? member(place.member(TYPE), declared) : declared;
        List<String> members = new ArrayList<>(declared.isSealed() ? List.of(TYPE) : List.of());
        RecordComponent[] components = type.getRecordComponents();
        Stream.of(components).map(RecordComponent::getName).forEach(members::add);
        place.checkMembers(members);
        Object[] values = Stream.of(components)
                .map(component -> component(place, type, component))
                .toArray();
        return make(place, type, values);
    }

    private static Object component(Place place, Class<?> record, RecordComponent component) {
        String name = component.getName();
        Type type = component.getGenericType();
        Object before = LaterComponents.BY_TYPE.getOrDefault(record, Map.of()).get(name);
        if (before != null && !place.has(name)) {
            return before;
        }
        boolean optional = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        if (!optional) {
            return value(place.member(name), type);
        }
        return place.has(name) ? Optional.of(value(place.member(name), argument(type))) : Optional.empty();
    }

    private static Class<?> member(Place place, Class<?> sealed) {
        Map<String, Class<?>> family = family(sealed);
        Class<?> found = family.get(place.text());
        if (found == null) {
            throw place.wrong("known are " + family.keySet());
        }
        return found;
    }

    /** The records of a sealed interface by name, but for those that hold code or stand for nothing. */
    static Map<String, Class<?>> family(Class<?> sealed) {
        Map<String, Class<?>> family = new TreeMap<>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isSealed()) {
                family.putAll(family(type));
            } else if (type.isRecord() && Modifier.isPublic(type.getModifiers()) && !CODE.contains(type)) {
                family.put(type.getSimpleName(), type);
            }
        }
        return family;
    }

    private static Object make(Place place, Class<?> type, Object... values) {
        Class<?>[] signature = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(signature).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    place.path() + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
