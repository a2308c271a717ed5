package org.chainrule.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a front end sent as plain values: numbers are {@code Long} or {@code Double}, arrays lists, objects maps. */
final class PlainValues {
    private PlainValues() {}

    /** Values by name, with the binary data back in their places. */
    static Map<String, Object> of(JsonObject json, JsonArray bufferPaths, List<byte[]> buffers) {
        Map<String, Object> values = new LinkedHashMap<>();
        json.entrySet().forEach(entry -> values.put(entry.getKey(), of(entry.getValue())));
        for (int i = 0; i < Math.min(bufferPaths.size(), buffers.size()); i++) {
            putBack(values, bufferPaths.get(i).getAsJsonArray(), buffers.get(i));
        }
        return values;
    }

    /** One value. */
    static Object of(JsonElement json) {
        if (json == null || json.isJsonNull()) {
            return null;
        }
        if (json.isJsonArray()) {
            List<Object> list = new ArrayList<>();
            json.getAsJsonArray().forEach(element -> list.add(of(element)));
            return list;
        }
        if (json.isJsonObject()) {
            return of(json.getAsJsonObject(), new JsonArray(), List.of());
        }
        JsonPrimitive primitive = json.getAsJsonPrimitive();
        return primitive.isBoolean()
                ? (Object) primitive.getAsBoolean()
                : primitive.isNumber() ? number(primitive) : primitive.getAsString();
    }

    private static Number number(JsonPrimitive primitive) {
        String digits = primitive.getAsString();
        return digits.matches("-?\\d{1,18}") ? (Number) Long.parseLong(digits) : (Number) primitive.getAsDouble();
    }

    @SuppressWarnings("unchecked") // the containers are our own
    private static void putBack(Object container, JsonArray path, byte[] buffer) {
        Object holder = container;
        for (int i = 0; i < path.size() - 1; i++) {
            holder = holder instanceof List<?> list
                    ? list.get(path.get(i).getAsInt())
                    : ((Map<String, Object>) holder).get(path.get(i).getAsString());
        }
        JsonElement last = path.get(path.size() - 1);
        if (holder instanceof List<?>) {
            ((List<Object>) holder).set(last.getAsInt(), buffer);
        } else {
            ((Map<String, Object>) holder).put(last.getAsString(), buffer);
        }
    }
}
