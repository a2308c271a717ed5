package org.chainrule.kernel.completion;

import com.google.gson.JsonObject;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * What may be inserted at the cursor.
 *
 * @param text as it is inserted, a method with its parenthesis
 * @param type what it is, in the words that front ends have icons for: function, class, instance, module, keyword, magic or
 *     path
 * @param signature what a function takes, as in {@code (double... values)}; empty if there is nothing to say
 */
public record Candidate(String text, String type, String signature) {
    static Candidate magic(String name) {
        return new Candidate(name, "magic", "");
    }

    static Candidate path(String name) {
        return new Candidate(name, "path", "");
    }

    /** A candidate of JShell's, which tells methods by a parenthesis and packages by a dot. */
    static Candidate java(String continuation, boolean isNew, String signature) {
        return new Candidate(continuation, type(continuation, isNew), signature);
    }

    private static String type(String text, boolean isNew) {
        if (text.contains("(")) {
            return isNew ? "class" : "function";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        if (SourceVersion.isKeyword(text)) {
            return "keyword";
        }
        boolean constant = text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        return Character.isUpperCase(text.charAt(0)) && !constant ? "class" : "instance";
    }

    /** The name alone. */
    String name() {
        return text.replaceAll("[(.].*", "");
    }

    boolean isFunction() {
        return type.equals("function");
    }

    /** What front ends read for each candidate, with the part of the code that it replaces. */
    public JsonObject toJson(int start, int end) {
        JsonObject json = new JsonObject();
        json.addProperty("text", text);
        json.addProperty("type", type);
        json.addProperty("signature", signature);
        json.addProperty("start", start);
        json.addProperty("end", end);
        return json;
    }
}
