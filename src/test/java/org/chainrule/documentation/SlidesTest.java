package org.chainrule.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of the table of the slides runs, every test in it exists, and no row is left out. */
class SlidesTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z])(\\d+) \\| [^|]+ \\| (?:`([^`|]+)`|nothing to compute) \\| (\\w+) \\|$");

    /** How many rows a subject has. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("A", 15),
            Map.entry("B", 11),
            Map.entry("C", 12),
            Map.entry("D", 19),
            Map.entry("F", 6),
            Map.entry("G", 23),
            Map.entry("H", 7),
            Map.entry("I", 6),
            Map.entry("J", 14),
            Map.entry("K", 8),
            Map.entry("M", 11),
            Map.entry("N", 7),
            Map.entry("O", 8),
            Map.entry("Q", 6),
            Map.entry("R", 3));

    private final String page = Files.readString(Path.of("docs/slides.md"));

    SlidesTest() throws IOException {}

    @Test
    void noRowIsLeftOut() {
        Map<String, List<Integer>> found = new TreeMap<>();
        rows().forEach(row -> found.computeIfAbsent(row.group(1), subject -> new ArrayList<>())
                .add(Integer.valueOf(row.group(2))));
        Map<String, List<Integer>> expected = new TreeMap<>();
        ROWS.forEach((subject, count) ->
                expected.put(subject, IntStream.rangeClosed(1, count).boxed().toList()));
        assertEquals(expected, found);
    }

    @Test
    void everyLineRuns() {
        try (Snippets snippets = new Snippets()) {
            Snippets.fenced(page, "java").forEach(snippets::run);
            rows().map(row -> row.group(3)).filter(line -> line != null).forEach(line -> snippets.run(line + ";"));
        }
    }

    @Test
    void everyTestExists() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString()).toList();
        }
        List<String> missing = rows().map(row -> row.group(4) + ".java")
                .filter(name -> !tests.contains(name))
                .toList();
        assertEquals(List.of(), missing);
    }

    private Stream<MatchResult> rows() {
        return ROW.matcher(page).results();
    }
}
