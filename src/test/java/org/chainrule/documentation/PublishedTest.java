package org.chainrule.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of published examples names tests that exist, and all of those in the folder {@code published}. */
class PublishedTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(?: [^|]+ \\|){3} (\\w+Test) \\|$");

    private final Set<String> listed = ROW.matcher(Files.readString(Path.of("docs/published.md")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    PublishedTest() throws IOException {}

    @Test
    void everyTestExists() throws IOException {
        Set<String> missing = new TreeSet<>(listed);
        missing.removeAll(tests("src/test/java"));
        assertEquals(Set.of(), missing);
        assertTrue(listed.size() > 25, listed.toString());
    }

    @Test
    void noPublishedTestIsLeftOut() throws IOException {
        Set<String> missing = tests("src/test/java/org/chainrule/published");
        missing.removeAll(listed);
        assertEquals(Set.of(), missing);
    }

    private static Set<String> tests(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
