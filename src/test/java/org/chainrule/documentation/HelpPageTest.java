package org.chainrule.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.Chainrule;
import org.junit.jupiter.api.Test;

/** The page that the Help menu of a notebook opens. */
class HelpPageTest {
    private static final Path PAGE = Path.of("src/main/resources/org/chainrule/kernel/install/help.html");

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void itsCellsRunAndTheirNumbersAreRight() throws IOException {
        try (Snippets snippets = new Snippets("org.chainrule.data")) {
            found("<pre><code>(.*?)</code></pre>", Files.readString(PAGE)).forEach(snippets::run);
            assertEquals(3, snippets.numbersChecked());
        }
    }

    @Test
    void itHasEveryWord() throws IOException {
        String table = found("<table id=\"words\">(.*?)</table>", Files.readString(PAGE))
                .get(0);
        assertEquals(
                Stream.of(Chainrule.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .map(method -> method.getName())
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(found("<code>(\\w+)</code>", table)));
    }

    @Test
    void itNeedsNothingFromElsewhere() throws IOException {
        assertTrue(
                found("(https?:|<script|<link|url\\()", Files.readString(PAGE)).isEmpty());
    }
}
