package org.chainrule.kernel.evaluation;

import static javax.tools.StandardLocation.CLASS_PATH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class CompilerFilesTest {
    private static final Path JAR = jarOf(XYChart.class);
    private static final Path OTHER = jarOf(Gson.class);

    private final CountDownLatch indexWanted = new CountDownLatch(1);

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static StandardJavaFileManager compilers() {
        return ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    }

    private CompilerFiles files() throws Exception {
        return new CompilerFiles(compilers(), Optional.of(new OwnClasses(JAR)), indexWanted);
    }

    private static Set<String> names(JavaFileManager files, String packageName, boolean recurse) throws Exception {
        List<String> names = new ArrayList<>();
        for (JavaFileObject file : files.list(CLASS_PATH, packageName, Set.of(Kind.CLASS), recurse)) {
            names.add(files.inferBinaryName(CLASS_PATH, file));
        }
        Set<String> distinct = new TreeSet<>(names);
        assertEquals(names.size(), distinct.size(), "every class once");
        return distinct;
    }

    @Test
    void listsWhatTheCompilerItselfWouldList() throws Exception {
        StandardJavaFileManager compilers = compilers();
        compilers.setLocationFromPaths(CLASS_PATH, List.of(JAR));
        CompilerFiles files = files();
        files.handleOption("-classpath", List.of(JAR.toString()).iterator());
        Set<String> charts = names(files, "org.knowm.xchart", false);
        assertTrue(charts.contains("org.knowm.xchart.XYChart"), charts::toString);
        assertEquals(names(compilers, "org.knowm.xchart", false), charts);
        assertEquals(names(compilers, "org.knowm", true), names(files, "org.knowm", true));
        assertEquals(names(compilers, "", true), names(files, "", true));
        assertEquals(Set.of(), names(files, "org.nothing", false));
    }

    @Test
    void readsClasses() throws Exception {
        CompilerFiles files = files();
        for (JavaFileObject file : files.list(CLASS_PATH, "org.knowm.xchart", Set.of(Kind.CLASS), false)) {
            if (file.isNameCompatible("XYChart", Kind.CLASS)) {
                try (InputStream read = file.openInputStream();
                        InputStream expected = XYChart.class.getResourceAsStream("XYChart.class")) {
                    assertArrayEquals(expected.readAllBytes(), read.readAllBytes());
                }
                assertTrue(files.contains(CLASS_PATH, file));
                assertTrue(files.isSameFile(file, file));
                return;
            }
        }
        assertTrue(false, "no XYChart");
    }

    @Test
    void knowsWhatIsAddedToTheClassPath() throws Exception {
        CompilerFiles files = files();
        files.handleOption(
                "-classpath", List.of(JAR + File.pathSeparator + OTHER).iterator());
        assertTrue(names(files, "com.google.gson", false).contains("com.google.gson.Gson"));
        assertTrue(names(files, "org.knowm.xchart", false).contains("org.knowm.xchart.XYChart"));
    }

    @Test
    void theIndexWaitsUntilItIsWanted() throws Exception {
        CompilerFiles files = files();
        files.handleOption("-classpath", List.of(JAR.toString()).iterator());
        CompletableFuture<Iterable<? extends Path>> index =
                CompletableFuture.supplyAsync(() -> files.getLocationAsPaths(CLASS_PATH));
        assertFalse(index.isDone());
        indexWanted.countDown();
        assertEquals(List.of(JAR), assertTimeoutPreemptively(Duration.ofSeconds(5), () -> index.get()));
    }
}
