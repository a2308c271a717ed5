package org.chainrule.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    private static final Path JAVA = Path.of("jdk", "bin", "java").toAbsolutePath();

    @TempDir
    Path kernels;

    private KernelSpec kernel;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        jar = Files.writeString(kernels.resolve("built.jar"), "the kernel");
        kernel = KernelSpec.in(kernels);
        kernel.write(JAVA, jar);
    }

    @Test
    void theFolderHasJupytersNamesForEverything() throws IOException {
        assertEquals(kernels.resolve("chainrule"), kernel.folder());
        assertEquals(
                Set.of(
                        "kernel.json",
                        "start.sh",
                        "help.html",
                        "chainrule-kernel.jar",
                        "chainrule-kernel.jsa",
                        "logo-32x32.png",
                        "logo-64x64.png",
                        "logo-svg.svg"),
                names());
    }

    @Test
    void kernelJsonSaysHowToStartIt() throws IOException {
        JsonObject json = json();
        JsonArray argv = json.getAsJsonArray("argv");
        assertEquals("/bin/sh", argv.get(0).getAsString());
        assertEquals(kernel.folder().resolve("start.sh").toString(), argv.get(1).getAsString());
        assertEquals(JAVA.toString(), argv.get(2).getAsString());
        assertEquals(
                kernel.folder().resolve("chainrule-kernel.jar").toString(),
                argv.get(argv.size() - 2).getAsString());
        assertEquals("{connection_file}", argv.get(argv.size() - 1).getAsString());
        assertTrue(argv.contains(new JsonPrimitive("-ea")));
        assertTrue(argv.contains(new JsonPrimitive("-Djava.awt.headless=true")));
        assertEquals("Java (Chainrule)", json.get("display_name").getAsString());
        assertEquals("java", json.get("language").getAsString());
        assertEquals("message", json.get("interrupt_mode").getAsString());
    }

    @Test
    void anArchiveThatCouldNotBeMadeIsLeftToTheKernel() throws IOException {
        ClassArchive archive = new ClassArchive(kernel.folder().resolve("chainrule-kernel.jar"));
        Files.delete(archive.file());
        Files.createFile(archive.unfinished()); // of an installation that was killed a moment ago
        kernel.write(JAVA, jar);
        assertEquals(0, Files.size(archive.file()));
        assertTrue(json().getAsJsonArray("argv").contains(new JsonPrimitive(archive.option())));
        assertTrue(Files.exists(archive.unfinished()), "it may still be made");
    }

    @Test
    void theLogosHaveTheSizesOfTheirNames() throws IOException {
        for (int size : new int[] {32, 64}) {
            var logo = ImageIO.read(kernel.folder()
                    .resolve("logo-%1$dx%1$d.png".formatted(size))
                    .toFile());
            assertNotNull(logo);
            assertEquals(size, logo.getWidth());
            assertEquals(size, logo.getHeight());
        }
    }

    @Test
    void installingAgainReplacesTheJar() throws IOException {
        Files.writeString(jar, "a newer kernel");
        kernel.write(JAVA, jar);
        assertEquals("a newer kernel", Files.readString(kernel.folder().resolve("chainrule-kernel.jar")));
    }

    @Test
    void theInstalledJarCanInstallItself() throws IOException {
        Path installed = kernel.folder().resolve("chainrule-kernel.jar");
        kernel.write(JAVA, installed);
        assertEquals("the kernel", Files.readString(installed));
    }

    @Test
    void removingLeavesNothing() throws IOException {
        assertTrue(kernel.remove());
        assertFalse(Files.exists(kernel.folder()));
        assertFalse(kernel.remove());
    }

    @Test
    void removingKeepsTheFilesOfOthers() throws IOException {
        Files.writeString(kernel.folder().resolve("kernel.js"), "somebody's own");
        assertTrue(kernel.remove());
        assertEquals(Set.of("kernel.js"), names());
    }

    private JsonObject json() throws IOException {
        return JsonParser.parseString(Files.readString(kernel.folder().resolve("kernel.json")))
                .getAsJsonObject();
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(kernel.folder())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
