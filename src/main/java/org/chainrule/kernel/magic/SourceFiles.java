package org.chainrule.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.kernel.cell.Cell;
import org.chainrule.kernel.cell.CellException;

/** Reads what {@code %load} runs: files of Java code and notebooks. */
final class SourceFiles {
    private SourceFiles() {}

    /** The code of a file: one cell, or the code cells of a notebook. */
    static List<Cell> cells(Path file) throws CellException {
        String name = file.getFileName().toString();
        try {
            String text = Files.readString(file);
            return name.endsWith(".ipynb") ? notebook(name, text) : List.of(new Cell(name, text));
        } catch (IOException | JsonParseException | IllegalStateException unreadable) {
            throw CellException.of("UnreadableFile", "%load cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private static List<Cell> notebook(String name, String text) {
        List<Cell> cells = new ArrayList<>();
        for (JsonElement element :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                cells.add(new Cell(name + ", code cell " + (cells.size() + 1), source(cell.get("source"))));
            }
        }
        return cells;
    }

    /** A source is one text or a list of lines that keep their line breaks. */
    private static String source(JsonElement source) {
        if (source.isJsonPrimitive()) {
            return source.getAsString();
        }
        StringBuilder text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
