package org.chainrule.kernel.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of files. */
final class FileCompletion {
    private static final Pattern IN_TEXT = Pattern.compile("^[^\"]*(?:\"(?:[^\"\\\\]|\\\\.)*\"[^\"]*)*\"([^\"\\\\]*)$");

    private FileCompletion() {}

    /** The files that may be meant if the code ends within a text; empty where it does not. */
    static Optional<Completions> inText(String code) {
        Matcher text = IN_TEXT.matcher(code.substring(code.lastIndexOf('\n') + 1));
        return text.matches()
                ? Optional.of(new Completions(
                        files(text.group(1)), code.length() - text.group(1).length()))
                : Optional.empty();
    }

    /** The files whose path starts so, folders with a slash behind them. */
    static List<Candidate> files(String typed) {
        int nameStart = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, nameStart);
        String name = typed.substring(nameStart);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> isMeant(file.getFileName().toString(), name))
                    .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .map(Candidate::path)
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
