package org.chainrule.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values as a front end takes them: JSON, with binary data taken out of it into buffers and the paths at which they belong.
 *
 * <p>JSON has no NaN and no infinity, so both become null.
 *
 * @param json the values without the binary data
 * @param bufferPaths where each buffer belongs
 * @param buffers the binary data
 */
record State(JsonObject json, JsonArray bufferPaths, List<byte[]> buffers) {
    /** Values by name: null, booleans, numbers, text, {@code byte[]}, and arrays, lists and maps of them. */
    static State of(Map<String, ?> values) {
        State state = new State(new JsonObject(), new JsonArray(), new ArrayList<>());
        values.forEach((name, value) -> state.put(state.json, name, value, List.of()));
        return state;
    }

    /** The value of a message that is any JSON. */
    static JsonElement json(Object value) {
        return of(Map.of("value", value)).json.get("value");
    }

    private void put(JsonObject object, String name, Object value, List<Object> path) {
        List<Object> own = longer(path, name);
        if (value instanceof byte[] bytes) {
            addBuffer(own, bytes); // an object leaves it out, as the protocol wants it
        } else {
            object.add(name, element(value, own));
        }
    }

    private JsonElement element(Object value, List<Object> path) {
        if (value == null || value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonElement json) {
            return json;
        }
        if (value instanceof byte[] bytes) {
            addBuffer(path, bytes);
            return JsonNull.INSTANCE;
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            return new JsonPrimitive(value.toString());
        }
        return composite(value, path);
    }

    private JsonElement composite(Object value, List<Object> path) {
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, member) -> put(object, name.toString(), member, path));
            return object;
        }
        if (value instanceof Iterable<?> elements) {
            JsonArray array = new JsonArray();
            elements.forEach(element -> array.add(element(element, longer(path, array.size()))));
            return array;
        }
        if (value.getClass().isArray()) {
            JsonArray array = new JsonArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(element(Array.get(value, i), longer(path, i)));
            }
            return array;
        }
        throw new IllegalArgumentException(
                "A widget's " + path + " got a " + value.getClass().getSimpleName()
                        + ", but it needs numbers, text, booleans, byte[], or arrays, lists and maps of them.");
    }

    private void addBuffer(List<Object> path, byte[] bytes) {
        bufferPaths.add(element(path, List.of()));
        buffers.add(bytes);
    }

    private static List<Object> longer(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
