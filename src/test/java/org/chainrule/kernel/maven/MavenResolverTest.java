package org.chainrule.kernel.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resolves from a repository that the test writes itself: lib needs base at run time and a test tool only for its tests. */
class MavenResolverTest {
    @TempDir
    Path folder;

    private MavenResolver resolver;

    @BeforeEach
    void publish() throws IOException {
        publish("base", "");
        publish("lib", dependency("base", "runtime") + dependency("tool", "test"));
        ContextOverrides alone = ContextOverrides.create()
                .withUserSettings(false)
                .withLocalRepositoryOverride(folder.resolve("local"))
                .repositories(List.of(repository("files", folder.resolve("remote"))))
                .addRepositoriesOp(ContextOverrides.AddRepositoriesOp.REPLACE)
                .build();
        resolver = new MavenResolver(alone, List.of());
    }

    @Test
    void findsALibraryWithWhatItNeedsAtRunTime() {
        assertEquals(List.of("lib-1.jar", "base-1.jar"), names(resolver.resolve(List.of("org.example:lib:1"))));
    }

    @Test
    void asksAnAddedRepository() throws IOException {
        Files.move(folder.resolve("remote"), folder.resolve("elsewhere"));
        MavenResolver more = resolver.withRepository(
                "elsewhere", folder.resolve("elsewhere").toUri().toString());
        assertEquals(List.of("base-1.jar"), names(more.resolve(List.of("org.example:base:1"))));
    }

    @Test
    void readsDependenciesFromACell() {
        assertEquals(List.of("lib-1.jar", "base-1.jar"), names(resolver.resolvePom(dependency("lib", "compile"))));
    }

    @Test
    void readsPropertiesAndManagedVersionsFromAPom() {
        String pom = """
                <project>
                  <properties><v>1</v></properties>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.example</groupId><artifactId>base</artifactId><version>${v}</version></dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency><groupId>org.example</groupId><artifactId>base</artifactId></dependency>
                  </dependencies>
                </project>""";
        assertEquals(List.of("base-1.jar"), names(resolver.resolvePom(pom)));
    }

    @Test
    void asksTheRepositoriesOfACell() throws IOException {
        Files.move(folder.resolve("remote"), folder.resolve("elsewhere"));
        String repository = "<repository><id>elsewhere</id><url>"
                + folder.resolve("elsewhere").toUri() + "</url></repository>";
        assertEquals(List.of("base-1.jar"), names(resolver.resolvePom(repository + dependency("base", "compile"))));
    }

    @Test
    void saysWhatIsMissingInOneLine() {
        assertFails(
                "Maven could not find org.example:nothing:jar:1 in files ("
                        + folder.resolve("remote").toUri() + "). Check its spelling, or add its repository.",
                () -> resolver.resolve(List.of("org.example:nothing:1")));
    }

    @Test
    void saysInOneLineThatCoordinatesAreMalformed() {
        assertFails(
                "maven got 'lib', but needs group:artifact:version, for example org.apache.commons:commons-lang3:3.20.0.",
                () -> resolver.resolve(List.of("lib")));
    }

    @Test
    void saysInOneLineWhatAPomLacks() {
        assertFails(
                "Maven cannot read this POM: 'dependencies.dependency.version' for a:b:jar is missing.",
                () -> resolver.resolvePom("<dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>"));
    }

    @Test
    void saysInOneLineThatARepositoryCannotBeReached() {
        MavenResolver unreachable = resolver.withRepository("nowhere", "https://127.0.0.1:1/");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> unreachable.resolve(List.of("org.example:nothing:1")))
                .getMessage();
        assertEquals(1, message.lines().count());
        assertEquals(
                "Maven could not fetch org.example:nothing:pom:1 from nowhere (https://127.0.0.1:1/): Connection refused. "
                        + "Check the network, or use what is already in ~/.m2.",
                message);
    }

    @Test
    void refusesARepositoryWithoutHttps() {
        MavenResolver unsafe = resolver.withRepository("campus", "http://repo.example.org/maven");
        assertFails(
                "Maven got the repository campus (http://repo.example.org/maven), but what comes from there could be changed"
                        + " on its way: use its https: address.",
                () -> unsafe.resolve(List.of("org.example:base:1")));
    }

    @Test
    void refusesAFileWithAWrongChecksum() throws IOException {
        Path jar = folder.resolve("remote/org/example/base/1/base-1.jar");
        Files.writeString(jar, "somebody has changed the content");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> resolver.resolve(List.of("org.example:base:1")))
                .getMessage();
        assertEquals(1, message.lines().count());
        assertTrue(message.toLowerCase(Locale.ROOT).contains("checksum"), message);
    }

    private static void assertFails(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static RemoteRepository repository(String id, Path folder) {
        return new RemoteRepository.Builder(id, "default", folder.toUri().toString()).build();
    }

    private void publish(String artifact, String dependencies) throws IOException {
        Path version = folder.resolve("remote/org/example").resolve(artifact).resolve("1");
        Files.createDirectories(version);
        Files.writeString(version.resolve(artifact + "-1.jar"), "the content does not matter");
        Files.writeString(version.resolve(artifact + "-1.pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>%s</artifactId><version>1</version>
                  <dependencies>%s</dependencies>
                </project>""".formatted(artifact, dependencies));
        for (String type : List.of("jar", "pom")) {
            Path file = version.resolve(artifact + "-1." + type);
            Files.writeString(version.resolve(file.getFileName() + ".sha1"), sha1(file));
        }
    }

    private static String sha1(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String dependency(String artifact, String scope) {
        return """
                <dependency>
                  <groupId>org.example</groupId><artifactId>%s</artifactId><version>1</version><scope>%s</scope>
                </dependency>""".formatted(artifact, scope);
    }
}
