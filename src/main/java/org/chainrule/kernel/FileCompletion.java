package org.chainrule.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of files, in text and behind the magics that take them. */
final class FileCompletion {
    private static final Pattern IN_TEXT = Pattern.compile("^[^\"]*(?:\"(?:[^\"\\\\]|\\\\.)*\"[^\"]*)*\"([^\"\\\\]*)$");
    private static final Pattern BEHIND_MAGIC =
            Pattern.compile("^\\s*%(?:load|classpath|jars|loadFromPOM)\\s(?:.*\\s)?(\\S*)$");

    private FileCompletion() {}

    /** The files that may be meant where the cursor stands at the end of the code; empty where no file is named. */
    static Optional<CellCompletion.Completions> at(String code) {
        String line = code.substring(code.lastIndexOf('\n') + 1);
        return Stream.of(BEHIND_MAGIC, IN_TEXT)
                .map(place -> place.matcher(line))
                .filter(Matcher::matches)
                .findFirst()
                .map(place -> new CellCompletion.Completions(
                        files(place.group(1)), code.length() - place.group(1).length()));
    }

    private static List<String> files(String typed) {
        int nameStart = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, nameStart);
        String name = typed.substring(nameStart);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> isMeant(file.getFileName().toString(), name))
                    .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException noFolder) {
            return List.of();
        }
    }

    /** Hidden files are offered to who asks for them. */
    private static boolean isMeant(String file, String typed) {
        return file.startsWith(typed) && (!file.startsWith(".") || typed.startsWith("."));
    }
}
