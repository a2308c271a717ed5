package org.chainrule.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A value of a file and where it stands there, so that a complaint can name the place.
 *
 * @param element what is written there
 * @param path such as {@code network.layers[1].units}
 */
record Place(JsonElement element, String path) {
    private static final int SHOWN = 40;

    IllegalArgumentException wrong(String need) {
        String text = element.toString();
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return new IllegalArgumentException(where() + " is " + shown + ", but " + need + ".");
    }

    private String where() {
        return path.isEmpty() ? "the whole file" : path;
    }

    boolean has(String name) {
        return element.isJsonObject() && element.getAsJsonObject().has(name);
    }

    Place member(String name) {
        if (!element.isJsonObject()) {
            throw wrong("it needs to be an object with \"" + name + "\"");
        }
        if (!has(name)) {
            throw new IllegalArgumentException(where() + " has no \"" + name + "\".");
        }
        return new Place(element.getAsJsonObject().get(name), path.isEmpty() ? name : path + "." + name);
    }

    /** A member that need not be there. */
    Optional<Place> optional(String name) {
        return has(name) ? Optional.of(member(name)) : Optional.empty();
    }

    /** Refuses what nobody would read. */
    void checkMembers(Collection<String> known) {
        if (!element.isJsonObject()) {
            throw wrong("it needs to be an object");
        }
        for (String name : element.getAsJsonObject().keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        where() + " has the unknown member \"" + name + "\"; known are " + known + ".");
            }
        }
    }

    List<Place> elements() {
        if (!element.isJsonArray()) {
            throw wrong("it needs to be a list");
        }
        return IntStream.range(0, element.getAsJsonArray().size())
                .mapToObj(i -> new Place(element.getAsJsonArray().get(i), path + "[" + i + "]"))
                .toList();
    }

    double number() {
        String need = "it needs to be a finite number";
        double number =
                Double.parseDouble(primitive(JsonPrimitive::isNumber, need).getAsString());
        if (!Double.isFinite(number)) {
            throw wrong(need);
        }
        return number;
    }

    double[] numbers() {
        return elements().stream().mapToDouble(Place::number).toArray();
    }

    long integer() {
        String need = "it needs to be a whole number";
        try {
            return new BigDecimal(primitive(JsonPrimitive::isNumber, need).getAsString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(need);
        }
    }

    int smallInteger() {
        long number = integer();
        if (number != (int) number) {
            throw wrong("it needs to be a whole number of at most " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    String text() {
        return primitive(JsonPrimitive::isString, "it needs to be a text").getAsString();
    }

    boolean flag() {
        return primitive(JsonPrimitive::isBoolean, "it needs to be true or false")
                .getAsBoolean();
    }

    private JsonPrimitive primitive(Predicate<JsonPrimitive> kind, String need) {
        if (!element.isJsonPrimitive() || !kind.test(element.getAsJsonPrimitive())) {
            throw wrong(need);
        }
        return element.getAsJsonPrimitive();
    }
}
