package org.chainrule.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file itself and what Java makes of it are tested with a real kernel, in kernel/test. */
class ClassArchiveTest {
    private static final String HEADER = "OpenJDK 64-Bit Server VM (" + System.getProperty("java.vm.version") + ") for";
    private static final List<String> NO_JAVA = List.of("/no/such/java", "-jar", "kernel.jar");

    @TempDir
    private Path folder;

    private ClassArchive archive;

    @BeforeEach
    void jar() throws IOException {
        archive = new ClassArchive(Files.writeString(folder.resolve("kernel.jar"), "the kernel"));
    }

    private void write(String content) throws IOException {
        Files.writeString(archive.file(), content);
        Files.writeString(archive.mark(), content.length() + "\n");
    }

    @Test
    void liesBesideTheJar() {
        assertEquals(folder.resolve("kernel.jsa"), archive.file());
        assertEquals(folder.resolve("kernel.jsa.whole"), archive.mark());
        assertEquals("-XX:SharedArchiveFile=" + folder.resolve("kernel.jsa"), archive.option());
    }

    @Test
    void fitsThisJavaAndTheJar() throws IOException {
        write(HEADER + " classes");
        assertTrue(archive.fits());
    }

    @Test
    void doesNotFitAnotherJava() throws IOException {
        write(HEADER.replace("(", "(1") + " classes");
        assertFalse(archive.fits());
    }

    @Test
    void doesNotFitANewerJar() throws IOException {
        write(HEADER + " classes");
        Files.setLastModifiedTime(archive.jar(), FileTime.from(Instant.now().plusSeconds(60)));
        assertFalse(archive.fits());
    }

    @Test
    void doesNotFitIfItIsNotAsItWasMade() throws IOException {
        write(HEADER + " classes");
        Files.writeString(archive.file(), HEADER);
        assertFalse(archive.fits(), "shorter");
        write(HEADER + " classes");
        Files.setLastModifiedTime(archive.file(), FileTime.from(Instant.now().plusSeconds(60)));
        assertFalse(archive.fits(), "changed later");
        write(HEADER + " classes");
        Files.delete(archive.mark());
        assertFalse(archive.fits(), "never finished");
        write("");
        assertFalse(archive.fits(), "empty");
    }

    @Test
    void isNotMadeWhereNobodyAskedForOne() throws IOException {
        assertNull(archive.refresh(NO_JAVA));
        assertFalse(Files.exists(archive.unfinished()));
    }

    @Test
    void isNotMadeWhereItFits() throws IOException {
        write(HEADER + " classes");
        assertNull(archive.refresh(NO_JAVA));
    }

    @Test
    void isMadeByOneKernelOnly() throws IOException {
        Files.writeString(archive.file(), "");
        Files.writeString(archive.unfinished(), "another one is at it");
        assertThrows(FileAlreadyExistsException.class, () -> archive.refresh(NO_JAVA));
        assertEquals("another one is at it", Files.readString(archive.unfinished()));
    }

    @Test
    void aForgottenAttemptIsNoObstacle() throws IOException {
        Files.writeString(archive.file(), "");
        Files.writeString(archive.unfinished(), "a kernel that was killed");
        Files.setLastModifiedTime(
                archive.unfinished(), FileTime.from(Instant.now().minusSeconds(3600)));
        assertThrows(IOException.class, () -> archive.refresh(NO_JAVA)); // gets as far as to start Java
        assertFalse(Files.exists(archive.unfinished()));
    }
}
