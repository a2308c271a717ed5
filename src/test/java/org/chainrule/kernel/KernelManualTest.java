package org.chainrule.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual names the test that holds each point: all of them are there. */
class KernelManualTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|(.*)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyNamedTestIsThere() throws IOException {
        String manual = Files.readString(Path.of("docs/kernel.md"));
        String points = manual.substring(manual.indexOf("\n## Point by point"), manual.indexOf("\n## On a server"));
        List<String> rows =
                ROW.matcher(points).results().skip(2).map(row -> row.group(1)).toList();
        assertTrue(rows.size() > 20, rows::toString);
        Map<String, String> tests = tests();
        for (String row : rows) {
            List<MatchResult> named = NAME.matcher(row).results().toList();
            assertTrue(!named.isEmpty(), row);
            assertEquals(
                    List.of(),
                    named.stream()
                            .filter(name -> !declares(tests, name.group(1), name.group(2)))
                            .map(MatchResult::group)
                            .toList());
        }
    }

    private static boolean declares(Map<String, String> tests, String file, String test) {
        return Pattern.compile("(void|def|class) " + test + "\\(")
                .matcher(tests.getOrDefault(file, ""))
                .find();
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/test/java"));
                Stream<Path> python = Files.list(Path.of("kernel/test"))) {
            return Stream.concat(java, python)
                    .filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(java|py)"))
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replaceFirst("\\.\\w+$", ""),
                            KernelManualTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
