package org.chainrule.export;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Networks as files: readable JSON, exact to the bit, one row of weights per line.
 *
 * <p>A number is written with as many digits as it takes to read back the very same bits, −0.0 included. Only what the library knows
 * is ever made from a file, and all of it is checked: no code runs. A function of your own, as of {@code activation("swish", …)}, cannot
 * be saved.
 *
 * <pre>{@code
 * var net = network().inputs(2).layer(1).activation(sigmoid()).init(xavier(seed(1))).loss(halfSquaredError());
 * var file = Files.createTempFile("net", ".json");
 * save(net, file.toString());
 * var again = load(file.toString()).network();
 * again.parameters().at("w1_1_1") - net.parameters().at("w1_1_1"); // 0.0
 * Files.delete(file);
 * }</pre>
 */
public final class ModelFile {
    /** The version of the files that are written: {@value}; those of version 1, which knew no {@code training}, are read too. */
    public static final int VERSION = 2;

    private static final FormattingStyle LINES = FormattingStyle.PRETTY;
    private static final FormattingStyle ONE_LINE = FormattingStyle.COMPACT.withSpaceAfterSeparators(true);
    private static final Pattern POSITION = Pattern.compile("line \\d+ column \\d+");
    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);

    private ModelFile() {}

    /**
     * Writes a model; a file of that name is replaced.
     *
     * @param model what to save
     * @param file such as {@code digits.json}
     * @throws IllegalArgumentException if it has a function of your own or a number that is not finite, or the folder is missing
     */
    public static void write(SavedModel model, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("save() cannot write " + file + ": there is no folder " + folder + ".");
        }
        try {
            Files.writeString(file, text(model));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("save() cannot write " + file + ": " + sentence(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("save() cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a model.
     *
     * @param file written by {@link #write}
     * @return what it holds
     * @throws IllegalArgumentException if there is no such file, or it is not complete and consistent; in one line, with the place
     */
    public static SavedModel read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("load() found no file " + file + " (looked for "
                    + file.toAbsolutePath().normalize() + ").");
        }
        try {
            return ModelJson.read(new Place(tree(Files.readString(file)), ""));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("load() cannot read " + file + ": it is no text in UTF-8.", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("load() cannot read " + file + ": " + sentence(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("load() cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String sentence(Exception e) {
        return e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
    }

    private static JsonElement tree(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement tree = TREE.read(reader);
            reader.peek(); // complains if more follows
            return tree;
        } catch (EOFException e) {
            throw new IllegalArgumentException("it is cut off, it ends at " + position(e) + ".", e);
        } catch (IOException | JsonParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "it is no JSON at " + position(e) + "; NaN and Infinity are no numbers there.", e);
        }
    }

    private static String position(Exception e) {
        Matcher position = POSITION.matcher(String.valueOf(e.getMessage()));
        return position.find() ? position.group() : "its start";
    }

    private static String text(SavedModel model) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        write(ModelJson.write(model), writer);
        return text.append('\n').toString();
    }

    private static void write(JsonElement element, JsonWriter writer) throws IOException {
        if (element.isJsonObject()) {
            writeObject(element.getAsJsonObject(), writer);
        } else if (element.isJsonArray()) {
            writer.setFormattingStyle(LINES);
            writer.beginArray();
            boolean row = element.getAsJsonArray().asList().stream().allMatch(JsonElement::isJsonPrimitive);
            for (JsonElement each : element.getAsJsonArray()) {
                writer.setFormattingStyle(row ? ONE_LINE : LINES);
                write(each, writer);
            }
            writer.setFormattingStyle(row ? ONE_LINE : LINES);
            writer.endArray();
        } else {
            TREE.write(writer, element);
        }
    }

    private static void writeObject(JsonObject object, JsonWriter writer) throws IOException {
        writer.setFormattingStyle(LINES);
        writer.beginObject();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            writer.setFormattingStyle(LINES);
            writer.name(member.getKey());
            write(member.getValue(), writer);
        }
        writer.setFormattingStyle(LINES);
        writer.endObject();
    }
}
