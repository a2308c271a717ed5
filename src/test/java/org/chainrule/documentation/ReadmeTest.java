package org.chainrule.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every code block of the README is run, and what it says about its results is true. */
class ReadmeTest {
    private static final String README = read("README.md");

    @Test
    void notebookBlocksRunAndTheirNumbersAreRight() {
        try (Snippets snippets = new Snippets()) {
            Snippets.fenced(README, "java").stream()
                    .filter(block -> !block.contains("public class"))
                    .forEach(snippets::run);
            assertEquals(10, snippets.numbersChecked());
        }
    }

    @Test
    void theProgramPrintsWhatTheReadmeSays() {
        String program = Snippets.fenced(README, "java").stream()
                .filter(block -> block.contains("public class"))
                .findFirst()
                .orElseThrow();
        Matcher promised = Pattern.compile("prints `(.*?)`").matcher(README);
        assertTrue(promised.find());
        assertEquals(
                promised.group(1),
                printedBy(program + "\nLine.main(new String[0]);").strip());
    }

    @Test
    void theShellBlockNamesTheCommandsOfTheBuild() {
        String ci = read(".ci/run");
        Snippets.fenced(README, "sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("#.*", "").strip())
                .forEach(command -> {
                    assertTrue(Files.isExecutable(Path.of(command.split(" ")[0])), command);
                    assertTrue(ci.contains(command), command + " is not run by .ci/run");
                });
    }

    @Test
    void theMavenBlockIsThisArtifact() {
        String pom = read("pom.xml").replaceAll("\\s+", "");
        String dependency =
                Snippets.fenced(README, "xml").get(0).replaceAll("\\s+", "").replaceAll("</?dependency>", "");
        assertTrue(pom.contains(dependency), dependency);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Matcher link = Pattern.compile("\\]\\((?!http)([^)#]+)\\)").matcher(README);
        int links = 0;
        while (link.find()) {
            links++;
            assertTrue(Files.exists(Path.of(link.group(1))), link.group(1));
        }
        assertTrue(links > 0);
    }

    @Test
    void everyPackageIsOnTheMap() throws IOException {
        try (var folders = Files.list(Path.of("src/main/java/org/chainrule"))) {
            List<String> missing = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !README.contains("`" + name + "`"))
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    private static String printedBy(String program) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (Snippets snippets = new Snippets()) {
            snippets.run(program);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
