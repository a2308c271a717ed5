package org.chainrule.documentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code <pre>{@code …}</pre>} example of the sources runs, and its stated numbers are the computed ones. */
class JavadocExamplesTest {
    static Stream<Path> sourcesWithExamples() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> found = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !Snippets.examples(read(path)).isEmpty())
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sourcesWithExamples")
    void examplesRun(Path source) {
        try (Snippets snippets = new Snippets(packageOf(source))) {
            for (String example : Snippets.examples(read(source))) {
                int before = snippets.numbersChecked();
                snippets.run(example);
                assertTrue(
                        snippets.numbersChecked() > before || !example.matches("(?s).*// *[-−]?\\d+\\.\\d+.*"),
                        "no number of this example was checked:\n" + example);
                snippets.forget();
            }
        }
    }

    private static String packageOf(Path source) {
        return read(source)
                .lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
